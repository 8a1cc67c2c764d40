import { domainRows } from '../../engines/exam/analysis.ts'
import type { Interval } from '../../engines/exam/chance.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import { useCourseOf } from '../../stores/attempt-course.ts'
import { domainName } from '../ui/domain-name.ts'
import { likelyText } from '../ui/figures-text.ts'
import { Panel } from '../ui/panel.tsx'
import { chanceTexts, coverageText, outsideText } from './result-words.ts'
import styles from './result.module.css'

/** How each domain went and how sure that is, what it says about the exam, and what it does not. */
export function Domains({ attempt }: { readonly attempt: FinishedAttempt }) {
  const blueprint = useCourseOf(attempt)?.blueprint ?? null
  const rows = domainRows(attempt)
  if (blueprint === null && rows.length === 0) return null
  const coverage = blueprint === null ? null : coverageText(rows, blueprint)
  const outside = outsideText(attempt, rows)
  return (
    <Panel aria-labelledby="domains">
      <h2 id="domains">What it says about the exam</h2>
      {rows.length > 0 && (
        <table className={styles['table']}>
          <caption className={styles['spoken']}>Right answers by domain</caption>
          <thead>
            <tr>
              <th scope="col">Domain</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ domain, right, count, interval }) => (
              <tr key={domain}>
                <th scope="row">{domainName(domain, blueprint)}</th>
                <td>
                  <IntervalBar interval={interval} share={right / count} />
                  {likelyText(right, count, interval)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {outside !== null && <p>{outside}</p>}
      {coverage !== null && <p className={styles['care']}>{coverage}</p>}
      {blueprint !== null && chanceTexts(attempt, blueprint).map((text) => <p key={text}>{text}</p>)}
    </Panel>
  )
}

/** Where the true share likely lies, from 0 to 100 %, and the share itself; the text beside it says the same. */
function IntervalBar({ interval: { low, high }, share }: { readonly interval: Interval; readonly share: number }) {
  return (
    <span className={styles['track']} aria-hidden>
      <span
        className={styles['range']}
        style={{ insetInlineStart: `${100 * low}%`, inlineSize: `${100 * (high - low)}%` }}
      />
      <span className={styles['tick']} style={{ insetInlineStart: `${100 * share}%` }} />
    </span>
  )
}
