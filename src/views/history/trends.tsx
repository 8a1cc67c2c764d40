import { useMemo } from 'react'
import { Link } from 'react-router'
import { scoreOf } from '../../engines/exam/score.ts'
import { trendOf } from '../../engines/exam/trend.ts'
import type { Trend } from '../../engines/exam/trend.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import type { Manifest } from '../../model/course.ts'
import { resultPage } from '../../model/page.ts'
import { courseOf } from '../../stores/attempt-course.ts'
import { useCourses } from '../../stores/services.ts'
import { dateText } from '../ui/date-text.ts'
import { domainName } from '../ui/domain-name.ts'
import { Panel } from '../ui/panel.tsx'
import styles from './history.module.css'

/** Attempts that a trend is shown of. */
const SHOWN = 10

/** How the domains of each course went, attempt by attempt. */
export function Trends({ attempts }: { readonly attempts: readonly FinishedAttempt[] }) {
  const manifests = useCourses((state) => state.manifests)
  const trends = useMemo(() => trendsOf(attempts, manifests), [attempts, manifests])
  return trends.map(({ course, trend }) => (
    <Panel key={course.id} aria-labelledby={`trend-${course.id}`}>
      <h2 id={`trend-${course.id}`}>{trends.length > 1 ? `By domain: ${course.title}` : 'By domain'}</h2>
      <p id={`trend-${course.id}-what`} className={styles['quiet']}>
        Right answers,{' '}
        {trend.attempts.length === 1 ? 'one attempt' : `the last ${trend.attempts.length} attempts, the oldest first`}
      </p>
      <div
        className={styles['wide']}
        tabIndex={0}
        role="region"
        aria-label={`Right answers by domain, ${course.title}`}
      >
        <TrendTable trend={trend} named={`trend-${course.id}-what`} />
      </div>
      <ul className={styles['names']}>
        {trend.domains.map((domain) => (
          <li key={domain}>{domainName(domain, course.blueprint)}</li>
        ))}
      </ul>
    </Panel>
  ))
}

function trendsOf(attempts: readonly FinishedAttempt[], manifests: readonly Manifest[]) {
  const courses = new Map(attempts.map((attempt) => [attempt, courseOf(attempt, manifests)]))
  return manifests.flatMap((course) => {
    const trend = trendOf(
      attempts.filter((attempt) => courses.get(attempt) === course),
      SHOWN,
    )
    return trend.attempts.length === 0 ? [] : [{ course, trend }]
  })
}

interface TableProps {
  readonly trend: Trend
  /** The element that says what the table shows: within, it would be scrolled out of sight. */
  readonly named: string
}

function TrendTable({ trend: { domains, attempts }, named }: TableProps) {
  return (
    <table className={styles['table']} aria-labelledby={named}>
      <thead>
        <tr>
          <th scope="col">Attempt</th>
          <th scope="col">All</th>
          {domains.map((domain) => (
            <th key={domain} scope="col">
              Domain {domain}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ attempt, rows }) => {
          const { correct, count } = scoreOf(attempt)
          return (
            <tr key={attempt.id}>
              <th scope="row">
                <Link to={resultPage(attempt.id)}>{dateText(attempt.startedAt)}</Link>
              </th>
              <Share right={correct} count={count} />
              {domains.map((domain) => {
                const row = rows.get(domain)
                return <Share key={domain} right={row?.right ?? 0} count={row?.count ?? 0} />
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Share({ right, count }: { readonly right: number; readonly count: number }) {
  if (count === 0) return <td className={styles['quiet']}>not asked</td>
  return (
    <td className={styles['share']}>
      {right} of {count}
      <span className={styles['track']} aria-hidden>
        <span className={styles['bar']} style={{ inlineSize: `${(100 * right) / count}%` }} />
      </span>
    </td>
  )
}
