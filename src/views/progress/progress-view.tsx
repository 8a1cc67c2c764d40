import { Link } from 'react-router'
import { PAGES, resultPage, topicPage } from '../../model/page.ts'
import type { StudyDay } from '../../model/time.ts'
import { studyDay } from '../../model/time.ts'
import { today } from '../../stores/clock.ts'
import { memoriesOf, standingOf } from '../../stores/progress.ts'
import { useCourses, useJournal, useServices } from '../../stores/services.ts'
import { useAttempts } from '../../stores/use-attempts.ts'
import { AttemptLine } from '../ui/attempt-line.tsx'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Counts } from '../ui/counts.tsx'
import { Meter } from '../ui/meter.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { DayBars } from './day-bars.tsx'
import styles from './progress.module.css'

const DAYS = 14
/** The latest attempts; all of them have a screen of their own. */
const SHOWN = 5

/** What was done, how it stands, and what comes. All of it is told by the journal. */
export function ProgressView() {
  return (
    <Page title="Progress" lead="Counted from what you did in this browser; nothing of it leaves this browser.">
      <div className={styles['panels']}>
        <Totals />
        <Reviewed />
        <Coming />
        <Topics />
        <Attempts />
      </div>
    </Page>
  )
}

function Totals() {
  const { clock } = useServices()
  const { reviews, memories, days } = useJournal((state) => state.learned)
  const { seen, strong, due } = standingOf(memories.values(), today(clock))
  const totals = [
    { name: 'cards graded', count: reviews, mark: 'reviews-total' },
    { name: 'facts met', count: seen },
    { name: 'strong', count: strong },
    { name: 'due today', count: due },
    { name: 'days studied', count: days.size },
  ]
  return (
    <Panel aria-label="Totals">
      <Counts counts={totals} />
      <p className={styles['quiet']}>A fact is strong when you are likely to recall it for three weeks or more.</p>
    </Panel>
  )
}

function Reviewed() {
  const { clock } = useServices()
  const days = useJournal(({ learned }) => learned.days)
  const on = today(clock)
  const bars = Array.from({ length: DAYS }, (_, index) => {
    const day = studyDay(on - DAYS + 1 + index)
    return { day, count: days.get(day)?.reviews ?? 0 }
  })
  return (
    <Panel aria-labelledby="reviewed">
      <h2 id="reviewed">Cards graded, last {DAYS} days</h2>
      <DayBars bars={bars} />
    </Panel>
  )
}

function Coming() {
  const { clock } = useServices()
  const memories = useJournal(({ learned }) => learned.memories)
  const on = today(clock)
  const counts = new Map<StudyDay, number>()
  for (const { dueOn } of memories.values()) {
    const day = studyDay(Math.max(dueOn, on))
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const bars = Array.from({ length: DAYS }, (_, index) => {
    const day = studyDay(on + index)
    return { day, count: counts.get(day) ?? 0 }
  })
  return (
    <Panel aria-labelledby="coming">
      <h2 id="coming">Facts due, next {DAYS} days</h2>
      <DayBars bars={bars} />
    </Panel>
  )
}

function Topics() {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const manifests = useCourses((state) => state.manifests)
  return (
    <Panel aria-labelledby="topics">
      <h2 id="topics">Topics</h2>
      <ul className={styles['list']}>
        {manifests
          .flatMap((course) => course.topics)
          .map((topic) => {
            const { seen, strong, due } = standingOf(memoriesOf(learned, topic.id), today(clock))
            return (
              <li key={topic.id} className={styles['topic']}>
                <Link to={topicPage(topic.id)}>{topic.title}</Link>
                <Meter seen={seen} strong={strong} total={topic.facts} label={topic.title} />
                <span className={styles['quiet']}>
                  {seen} of {topic.facts} met, {strong} strong, {due} due
                </span>
              </li>
            )
          })}
      </ul>
    </Panel>
  )
}

function Attempts() {
  const { finished } = useAttempts()
  return (
    <Panel aria-labelledby="attempts">
      <h2 id="attempts">Quizzes</h2>
      {finished.length === 0 ? (
        <>
          <p>No quiz handed in yet.</p>
          <ButtonRow>
            <ButtonLink to={PAGES.quiz}>Take a quiz</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <ul className={styles['list']}>
            {finished.slice(0, SHOWN).map((attempt) => (
              <li key={attempt.id}>
                <Link className={styles['line']} to={resultPage(attempt.id)}>
                  <AttemptLine attempt={attempt} />
                </Link>
              </li>
            ))}
          </ul>
          <ButtonRow>
            <ButtonLink to={PAGES.history}>All attempts</ButtonLink>
          </ButtonRow>
        </>
      )}
    </Panel>
  )
}
