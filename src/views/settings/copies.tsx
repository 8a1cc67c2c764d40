import type { Upkeep } from '../../stores/upkeep.ts'
import { Button } from '../ui/button.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import styles from './settings.module.css'

/** The copies that the app makes by itself: of the last seven days, and before them one a week. */
export function Copies({ upkeep }: { readonly upkeep: Upkeep }) {
  const [days] = useLoaded(() => upkeep.snapshotDays().catch(() => []))
  if (days === null) return null
  return (
    <details>
      <summary>Copies in this browser ({days.length})</summary>
      <p className={styles['quiet']}>Made by itself once a day, kept for a week, and before that one a week.</p>
      <ul className={styles['copies']}>
        {days.map((day) => (
          <li key={day}>
            <Button look="quiet" onClick={() => void upkeep.openSnapshot(day)}>
              Look at {day}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
