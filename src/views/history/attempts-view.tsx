import { useEffect, useRef, useState } from 'react'
import type { Attempt } from '../../model/attempt.ts'
import type { AttemptId } from '../../model/ids.ts'
import { attemptPage, PAGES } from '../../model/page.ts'
import { useServices } from '../../stores/services.ts'
import { useAttempts } from '../../stores/use-attempts.ts'
import { AttemptLine } from '../ui/attempt-line.tsx'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { dateText } from '../ui/date-text.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { AttemptRow } from './attempt-row.tsx'
import { FinishedAttempts } from './finished-attempts.tsx'
import styles from './history.module.css'
import { Trends } from './trends.tsx'

/** Every attempt of this browser: to go on with, to look at, to compare, to take out. */
export function AttemptsView() {
  const { running, finished } = useAttempts()
  const { journal } = useServices()
  const [removed, setRemoved] = useState<Attempt | null>(null)
  const [restored, setRestored] = useState<AttemptId | null>(null)
  const lists = useRef<HTMLDivElement>(null)
  const undo = useRef<HTMLButtonElement>(null)

  // The button that was pressed has gone with its row: the focus goes on to the way back, and from there to the row.
  useEffect(() => {
    if (removed !== null) undo.current?.focus({ preventScroll: true })
  }, [removed])
  useEffect(() => {
    const links = [...(lists.current?.querySelectorAll<HTMLElement>('[data-attempt]') ?? [])]
    links.find((link) => link.dataset['attempt'] === restored)?.focus()
  }, [restored])

  function remove(attempt: Attempt) {
    journal.getState().record({ kind: 'attempt-removed', attempt: attempt.id, removed: true })
    setRestored(null)
    setRemoved(attempt)
  }

  function putBack({ id }: Attempt) {
    journal.getState().record({ kind: 'attempt-removed', attempt: id, removed: false })
    setRemoved(null)
    setRestored(id)
  }

  return (
    <Page title="Attempts" lead="Every quiz of this browser. Nothing of it leaves this browser.">
      <div ref={lists} className={styles['panels']}>
        {running.length + finished.length === 0 && (
          <Panel aria-label="No attempts">
            <p>There is no attempt yet. The first quiz that you start will stand here.</p>
            <ButtonRow>
              <ButtonLink look="primary" to={PAGES.quiz}>
                Take a quiz
              </ButtonLink>
            </ButtonRow>
          </Panel>
        )}
        {running.length > 0 && (
          <Panel aria-labelledby="running">
            <h2 id="running">Not finished</h2>
            <ul className={styles['list']}>
              {running.map((attempt) => (
                <AttemptRow key={attempt.id} attempt={attempt} to={attemptPage(attempt.id)} onRemove={remove}>
                  Continue: <AttemptLine attempt={attempt} />
                </AttemptRow>
              ))}
            </ul>
          </Panel>
        )}
        {finished.length > 0 && <Trends attempts={finished} />}
        {finished.length > 0 && <FinishedAttempts attempts={finished} onRemove={remove} />}
      </div>
      <div className={styles['removed']} data-filled={removed !== null}>
        <p role="status">
          {removed !== null &&
            `The attempt of ${dateText(removed.startedAt)} was deleted from this list. What you learnt in it stays.`}
        </p>
        {removed !== null && (
          <Button ref={undo} onClick={() => putBack(removed)}>
            Undo
          </Button>
        )}
      </div>
    </Page>
  )
}
