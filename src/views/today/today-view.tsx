import { Link } from 'react-router'
import type { TopicId } from '../../model/ids.ts'
import { attemptPage, PAGES, topicPage } from '../../model/page.ts'
import { today } from '../../stores/clock.ts'
import { leftToday, memoriesOf, standingOf } from '../../stores/progress.ts'
import { useCourses, useJournal, useServices } from '../../stores/services.ts'
import { useOutlines } from '../../stores/use-outlines.ts'
import { useUnfinished } from '../../stores/use-unfinished.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Counts } from '../ui/counts.tsx'
import { Meter } from '../ui/meter.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { unfinishedText } from '../ui/unfinished-text.ts'
import { BackupReminder } from './backup-reminder.tsx'
import styles from './today.module.css'

/** The first screen: what to do now. */
export function TodayView() {
  const isFirstVisit = useJournal(({ learned }) => learned.memories.size === 0 && learned.attempts.size === 0)
  return isFirstVisit ? <Welcome /> : <Day />
}

const FIRST_SESSION = 10
const FIRST_QUIZ = { count: 10, minutes: 15 }

/** Explains the app in three lines, and starts it in one click. */
function Welcome() {
  const manifests = useCourses((state) => state.manifests)
  const facts = manifests.flatMap(({ topics }) => topics).reduce((sum, topic) => sum + topic.facts, 0)
  return (
    <Page title="Study notes in, exam readiness out" width="narrow">
      <ol className={styles['lines']}>
        <li>
          <strong>Recall.</strong> {facts.toLocaleString('en')} facts from the notes, asked as cards just before you
          would forget them.
        </li>
        <li>
          <strong>Rehearse.</strong> Timed quizzes in the exam’s own forms, where every wrong option says what it really
          is.
        </li>
        <li>
          <strong>Look up.</strong> Any term or scenario, from anywhere: press <kbd>/</kbd>. All of it stays in this
          browser.
        </li>
      </ol>
      <ButtonRow>
        <ButtonLink look="primary" to={`${PAGES.cards}?limit=${FIRST_SESSION}`}>
          Start with {FIRST_SESSION} cards
        </ButtonLink>
        <ButtonLink to={`${PAGES.newQuiz}?count=${FIRST_QUIZ.count}&minutes=${FIRST_QUIZ.minutes}`}>
          See what I know: a quiz
        </ButtonLink>
        <ButtonLink to={PAGES.study}>Read the notes</ButtonLink>
      </ButtonRow>
      <Standings />
    </Page>
  )
}

function Day() {
  return (
    <Page title="Today">
      <div className={styles['day']}>
        <CardsToday />
        <GoOn />
      </div>
      <BackupReminder />
      <Standings />
    </Page>
  )
}

/** What the cards ask for today, within the daily limits. */
function CardsToday() {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const manifests = useCourses((state) => state.manifests)
  const on = today(clock)
  const topics = manifests.flatMap((course) => course.topics)
  const standing = standingOf(
    topics.flatMap(({ id }) => memoriesOf(learned, id)),
    on,
  )
  const facts = topics.reduce((sum, topic) => sum + topic.facts, 0)
  const left = leftToday(learned, on)
  const due = Math.min(standing.due, left.reviews)
  const fresh = Math.min(facts - standing.seen, left.newFacts)
  const done = learned.days.get(on)?.reviews ?? 0
  const tally = done === 0 ? '' : `${done === 1 ? 'One card' : `${done} cards`} done today.`
  if (due + fresh === 0) {
    return (
      <Panel aria-labelledby="cards-today">
        <h2 id="cards-today">Nothing left to recall today</h2>
        <p>{tally} What you learnt comes back on the day it is about to fade.</p>
        <ButtonRow>
          <ButtonLink look="primary" to={PAGES.quiz}>
            Take a quiz
          </ButtonLink>
        </ButtonRow>
      </Panel>
    )
  }
  return (
    <Panel aria-labelledby="cards-today">
      <h2 id="cards-today">Cards</h2>
      <Counts
        counts={[
          { name: 'due', count: due },
          { name: 'new', count: fresh },
        ]}
      />
      {tally !== '' && <p className={styles['quiet']}>{tally}</p>}
      <ButtonRow>
        <ButtonLink look="primary" to={PAGES.cards}>
          {due > 0 ? 'Review now' : 'Learn new facts'}
        </ButtonLink>
      </ButtonRow>
    </Panel>
  )
}

/** Attempts that were left, and the notes that were not met yet. */
function GoOn() {
  const unfinished = useUnfinished()
  const learned = useJournal((state) => state.learned)
  const topics = useCourses((state) => state.manifests).flatMap((course) => course.topics)
  const next = topics.find(({ id, facts }) => memoriesOf(learned, id).length < facts)
  return (
    <Panel aria-labelledby="go-on">
      <h2 id="go-on">Go on</h2>
      <ul className={styles['links']}>
        {unfinished.map((attempt) => (
          <li key={attempt.id}>
            <Link to={attemptPage(attempt.id)}>Quiz of {unfinishedText(attempt)}</Link>
          </li>
        ))}
        {next !== undefined && (
          <li>
            <ReadOn topic={next.id} title={next.title} />
          </li>
        )}
        <li>
          <Link to={`${PAGES.newQuiz}?count=${FIRST_QUIZ.count}&minutes=${FIRST_QUIZ.minutes}`}>
            A quick quiz: {FIRST_QUIZ.count} questions in {FIRST_QUIZ.minutes} minutes
          </Link>
        </li>
      </ul>
    </Panel>
  )
}

/** Leads to the first section with facts that were not met. The contents come a little later; the words stay the same. */
function ReadOn({ topic, title }: { readonly topic: TopicId; readonly title: string }) {
  const learned = useJournal((state) => state.learned)
  const outlines = useOutlines()
  const contents = outlines.kind === 'ready' ? outlines.value.flatMap((outline) => outline.topics) : []
  const section = contents
    .find(({ id }) => id === topic)
    ?.sections.find(({ id, facts }) => memoriesOf(learned, topic, id).length < facts)
  return <Link to={topicPage(topic, section?.id)}>Read on in {title}</Link>
}

/** Where each course stands, topic by topic. */
function Standings() {
  const { clock } = useServices()
  const learned = useJournal((state) => state.learned)
  const manifests = useCourses((state) => state.manifests)
  return manifests.map(({ id, title, topics, blueprint }) => (
    <section key={id} className={styles['course']} aria-labelledby={`course-${id}`}>
      <h2 id={`course-${id}`}>{title}</h2>
      <ul className={styles['topics']}>
        {topics.map((topic) => {
          const { seen, strong } = standingOf(memoriesOf(learned, topic.id), today(clock))
          return (
            <li key={topic.id}>
              <Link to={topicPage(topic.id)}>{topic.title}</Link>
              <span className={styles['count']}>
                {seen} of {topic.facts} facts met, {strong} strong
              </span>
              <Meter seen={seen} strong={strong} total={topic.facts} label={topic.title} />
            </li>
          )
        })}
      </ul>
      {manifests.length > 1 && (
        <p>
          <Link to={`${PAGES.cards}?topic=${encodeURIComponent(id)}`}>Cards of this course alone</Link>
        </p>
      )}
      {blueprint !== null && topics.length < blueprint.domains.length && (
        <p className={styles['quiet']}>
          These notes cover {topics.length} of the exam’s {blueprint.domains.length} domains.
        </p>
      )}
    </section>
  ))
}
