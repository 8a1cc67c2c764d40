import { useJournal } from '../../stores/services.ts'
import styles from './shell.module.css'

/** Says of what was answered whether it is certain to survive a crash: “Kept” stands here only when all of it is. */
export function KeptMark() {
  const pending = useJournal(({ keeping }) => keeping.pending)
  const hasAny = useJournal(({ learned }) => learned.reviews > 0 || learned.attempts.size > 0)
  if (!hasAny && pending === 0) return null
  return (
    <span className={styles['kept']} data-testid="kept" data-pending={pending}>
      <span className={styles['done']}>Kept</span>
      <span className={styles['waiting']}>Keeping…</span>
    </span>
  )
}
