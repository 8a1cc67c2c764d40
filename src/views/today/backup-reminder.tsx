import { Link } from 'react-router'
import { PAGES } from '../../model/page.ts'
import { useJournal } from '../../stores/services.ts'
import styles from './today.module.css'

/** Some two weeks of study: enough that losing it would hurt. */
const MUCH = 200

/** Says once there is much to lose that it is in one browser alone. A backup silences it for as long again. */
export function BackupReminder() {
  const since = useJournal(({ learned }) => learned.reviews - (learned.backup?.reviews ?? 0))
  if (since < MUCH) return null
  return (
    <p className={`${styles['quiet']} ${styles['reminder']}`}>
      {since} graded cards are in this browser alone. <Link to={PAGES.settings}>Download a backup</Link>: it takes a
      moment.
    </p>
  )
}
