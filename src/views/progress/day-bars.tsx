import type { StudyDay } from '../../model/time.ts'
import styles from './progress.module.css'

interface Props {
  readonly bars: readonly { readonly day: StudyDay; readonly count: number }[]
}

const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: 'UTC' })
const DATE = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const DAY = 86_400_000

/** A count a day, as bars. Each bar says its day and number to those who don't see it. */
export function DayBars({ bars }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ol className={styles['bars']}>
      {bars.map(({ day, count }) => (
        <li key={day} title={`${DATE.format(day * DAY)}: ${count}`}>
          <span className={styles['number']}>{count === 0 ? '' : count}</span>
          <span className={styles['bar']} style={{ blockSize: `${(5 * count) / most}rem` }} />
          <span className={styles['weekday']} aria-hidden>
            {WEEKDAY.format(day * DAY)}
          </span>
          <span className={styles['spoken']}>
            {DATE.format(day * DAY)}: {count}
          </span>
        </li>
      ))}
    </ol>
  )
}
