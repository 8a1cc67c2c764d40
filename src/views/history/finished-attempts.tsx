import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { FinishedAttempt } from '../../model/attempt.ts'
import type { AttemptId } from '../../model/ids.ts'
import { comparePage, resultPage } from '../../model/page.ts'
import { scoreText } from '../ui/attempt-text.ts'
import { Button } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { durationText } from '../ui/figures-text.ts'
import { Panel } from '../ui/panel.tsx'
import { AttemptRow } from './attempt-row.tsx'
import styles from './history.module.css'

interface Props {
  readonly attempts: readonly FinishedAttempt[]
  readonly onRemove: (attempt: FinishedAttempt) => void
}

/** The attempts that were handed in, the newest first; two of them can be chosen to compare. */
export function FinishedAttempts({ attempts, onRemove }: Props) {
  const navigate = useNavigate()
  const [ticked, setTicked] = useState<ReadonlySet<AttemptId>>(new Set())
  const [told, setTold] = useState('')
  // One that was deleted is chosen no more.
  const chosen = attempts.filter(({ id }) => ticked.has(id)).map(({ id }) => id)

  function tick(id: AttemptId, isOn: boolean) {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setTicked(next)
    setTold('')
  }

  function compare() {
    const [newer, older, ...others] = chosen
    if (newer === undefined || older === undefined || others.length > 0) {
      setTold(`Choose two attempts to compare; ${chosen.length === 0 ? 'none is' : `${chosen.length} are`} chosen.`)
      return
    }
    window.scrollTo(0, 0)
    void navigate(comparePage(older, newer))
  }

  return (
    <Panel aria-labelledby="finished">
      <h2 id="finished">Finished</h2>
      {attempts.length > 1 && (
        <div className={styles['compare']}>
          <Button onClick={compare}>Compare two</Button>
          <p role="status">{told === '' && chosen.length > 0 ? `${chosen.length} chosen` : told}</p>
        </div>
      )}
      <ul className={styles['list']}>
        {attempts.map((attempt) => (
          <AttemptRow
            key={attempt.id}
            attempt={attempt}
            to={resultPage(attempt.id)}
            onRemove={onRemove}
            more={durationText(attempt.spent)}
            before={
              attempts.length > 1 && (
                <label className={styles['tick']}>
                  <input
                    type="checkbox"
                    aria-label={`Compare the attempt of ${dateText(attempt.startedAt)}`}
                    checked={ticked.has(attempt.id)}
                    onChange={({ target }) => tick(attempt.id, target.checked)}
                  />
                </label>
              )
            }
          >
            {dateText(attempt.startedAt)}: {scoreText(attempt)}
          </AttemptRow>
        ))}
      </ul>
    </Panel>
  )
}
