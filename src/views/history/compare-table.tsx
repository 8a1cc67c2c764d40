import { Link } from 'react-router'
import { confidenceRows, domainRows } from '../../engines/exam/analysis.ts'
import { scoreOf } from '../../engines/exam/score.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { resultPage } from '../../model/page.ts'
import { useCourseOf } from '../../stores/attempt-course.ts'
import { kindText } from '../ui/attempt-text.ts'
import { dateText } from '../ui/date-text.ts'
import { domainName } from '../ui/domain-name.ts'
import { confidenceName, durationText, percentText } from '../ui/figures-text.ts'
import styles from './history.module.css'

interface Props {
  readonly before: FinishedAttempt
  readonly since: FinishedAttempt
}

/** The figures of two attempts, row by row. */
export function CompareTable({ before, since }: Props) {
  const [course, other] = [useCourseOf(before), useCourseOf(since)]
  const blueprint = course === other ? (course?.blueprint ?? null) : null
  const both = [before, since]
  const domains = [...new Set(both.flatMap((attempt) => domainRows(attempt).map(({ domain }) => domain)))]
  const rows = [
    { name: 'Kind', of: kindText },
    { name: 'Score', of: (attempt: FinishedAttempt) => shareText(scoreOf(attempt).correct, scoreOf(attempt).count) },
    ...domains
      .toSorted((one, next) => one - next)
      .map((domain) => ({
        name: domainName(domain, blueprint),
        of: (attempt: FinishedAttempt) => {
          const row = domainRows(attempt).find((each) => each.domain === domain)
          return shareText(row?.right ?? 0, row?.count ?? 0)
        },
      })),
    { name: 'Time used', of: ({ spent }: FinishedAttempt) => durationText(spent) },
    { name: 'Time a question', of: ({ spent, items }: FinishedAttempt) => durationText(spent / items.length) },
    ...confidenceRows(before).map(({ confidence }) => ({
      name: `${confidenceName(confidence)}, and right`,
      of: (attempt: FinishedAttempt) => {
        const row = confidenceRows(attempt).find((each) => each.confidence === confidence)
        return row === undefined ? NONE : shareText(row.right, row.right + row.wrong)
      },
    })),
  ]
  const told = rows.map(({ name, of }) => ({ name, cells: both.map(of) }))
  return (
    <div className={styles['wide']} tabIndex={0} role="region" aria-label="Figures of both attempts">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {both.map((attempt) => (
              <th key={attempt.id} scope="col">
                <Link to={resultPage(attempt.id)}>{dateText(attempt.startedAt)}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told
            .filter(({ cells }) => cells.some((cell) => cell !== NONE))
            .map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

const NONE = 'none'

function shareText(right: number, count: number): string {
  return count === 0 ? NONE : `${right} of ${count} (${percentText(right / count)})`
}
