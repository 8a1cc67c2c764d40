import { useMemo } from 'react'
import { confidenceRows } from '../../engines/exam/analysis.ts'
import { answerChanges } from '../../engines/exam/answer-changes.ts'
import { isComplete, isRight } from '../../engines/items/grade-item.ts'
import type { AttemptAction, FinishedAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { confidenceName, percentText } from '../ui/figures-text.ts'
import { Panel } from '../ui/panel.tsx'
import { changesText, paceText } from './result-words.ts'
import styles from './result.module.css'

interface Props {
  readonly attempt: FinishedAttempt
  readonly actions: readonly AttemptAction[]
  readonly items: ReadonlyMap<ItemId, Item>
}

/** What the answers tell about answering: pace, changes, and how sure the learner was. */
export function Insight({ attempt, actions, items }: Props) {
  const changes = useMemo(
    () => answerChanges(attempt, actions, items, { isRight, isComplete }),
    [attempt, actions, items],
  )
  return (
    <Panel aria-labelledby="insight">
      <h2 id="insight">How you answered</h2>
      <p>{paceText(attempt)}</p>
      <p>{changesText(changes)}</p>
      <ConfidenceTable attempt={attempt} />
    </Panel>
  )
}

function ConfidenceTable({ attempt }: { readonly attempt: FinishedAttempt }) {
  const rows = confidenceRows(attempt).filter(({ right, wrong }) => right + wrong > 0)
  if (rows.every(({ confidence }) => confidence === null)) return null
  return (
    <table className={styles['table']}>
      <caption>How sure you were, and how it turned out</caption>
      <thead>
        <tr>
          <th scope="col">You said</th>
          <th scope="col">Right</th>
          <th scope="col">Not right</th>
          <th scope="col">Share right</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ confidence, right, wrong }) => (
          <tr key={confidence ?? 'none'}>
            <th scope="row">{confidenceName(confidence)}</th>
            <td>{right}</td>
            <td>{wrong}</td>
            <td>{percentText(right / (right + wrong))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
