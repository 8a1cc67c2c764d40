import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { attemptPage, PAGES, resultPage } from '../../model/page.ts'
import { startPage } from '../../stores/drill.ts'
import { useServices } from '../../stores/services.ts'
import { useAttempts } from '../../stores/use-attempts.ts'
import { useBank } from '../../stores/use-bank.ts'
import { AttemptLine } from '../ui/attempt-line.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { DrillForm } from './drill-form.tsx'
import { ExamPanels } from './exam-panels.tsx'
import styles from './setup.module.css'

/** Finished attempts listed here; all of them stand in the history. */
const SHOWN = 5
const QUICK = `${PAGES.newQuiz}?count=10&mode=practice&fresh=1`

/** Sets up an attempt: a rehearsal of the exam, ten quick questions, or a drill of one's own choice. */
export function SetupView() {
  const { random } = useServices()
  const navigate = useNavigate()
  const bank = useBank()
  const { running, finished } = useAttempts()
  const attempts = useMemo(() => [...running, ...finished], [running, finished])
  const extraTime = attempts.toSorted((one, other) => other.startedAt - one.startedAt)[0]?.settings.extraTime ?? 'none'
  const start = (parameters: URLSearchParams) =>
    void navigate(startPage(parameters, Math.floor(random() * 1_000_000_000)))

  return (
    <Page
      title="Quiz"
      lead="Questions made from the notes, and those that the notes hold. Every option is explained at the end."
    >
      <Running />
      <ExamPanels extraTime={extraTime} onStart={start} />
      <Panel aria-labelledby="quick">
        <h2 id="quick">Quick ten</h2>
        <p className={styles['note']}>
          Ten questions that you have not met for the longest time, explained when you ask. No clock.
        </p>
        <ButtonLink to={QUICK}>Quick ten</ButtonLink>
      </Panel>
      <Panel aria-labelledby="drill">
        <h2 id="drill">Practice of your own</h2>
        <DrillForm bank={bank} attempts={attempts} extraTime={extraTime} onStart={start} />
      </Panel>
      {finished.length > 0 && (
        <Panel aria-labelledby="finished">
          <h2 id="finished">Finished</h2>
          <ul className={styles['attempts']}>
            {finished.slice(0, SHOWN).map((attempt) => (
              <li key={attempt.id}>
                <Link to={resultPage(attempt.id)}>
                  <AttemptLine attempt={attempt} />
                </Link>
              </li>
            ))}
          </ul>
          <Link to={PAGES.history}>All attempts</Link>
        </Panel>
      )}
    </Page>
  )
}

/** Attempts that can be gone on with: the first thing on the screen, for their time may be running. */
function Running() {
  const { running } = useAttempts()
  if (running.length === 0) return null
  return (
    <Panel aria-labelledby="running">
      <h2 id="running">Not finished</h2>
      <ul className={styles['attempts']}>
        {running.map((attempt) => (
          <li key={attempt.id}>
            <Link to={attemptPage(attempt.id)}>
              <AttemptLine attempt={attempt} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
