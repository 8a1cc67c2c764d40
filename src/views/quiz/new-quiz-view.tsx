import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { attemptPage, PAGES } from '../../model/page.ts'
import { resultListOf } from '../../model/result-list.ts'
import type { Topic } from '../../model/topic.ts'
import { beginAttempt, topicsToMake } from '../../stores/attempts.ts'
import type { AttemptRequest } from '../../stores/attempts.ts'
import { today } from '../../stores/clock.ts'
import { missedOf } from '../../stores/missed.ts'
import type { Missed } from '../../stores/missed.ts'
import { readQuizLink } from '../../stores/quiz-link.ts'
import { useCourses, useServices } from '../../stores/services.ts'
import { useMadeBanks } from '../../stores/use-bank.ts'
import { useAllQuizTopics } from '../../stores/use-quiz-topics.ts'
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './setup.module.css'

/** Starts the attempt that the address describes, and goes there. The same address gives the same form. */
export function NewQuizView() {
  const topics = useAllQuizTopics()
  const [parameters] = useSearchParams()
  // A list tells its questions by their letters, which every question is compared with.
  const isList = parameters.has('form')
  const isMade = useMadeBanks(topics.kind === 'ready' && isList ? topics.value : null)
  if (topics.kind !== 'ready') return <Waiting title="Quiz" state={topics} />
  if (isList && !isMade) return <Making />
  return <Starter key={parameters.toString()} topics={topics.value} parameters={parameters} />
}

/** Milliseconds before anything is said about the making of questions. */
const SOON = 400

/** On a slow device making them takes a second or two. */
function Making() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SOON)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Page title="Quiz">
      <p role="status">{isLong && 'Making the questions from the notes …'}</p>
    </Page>
  )
}

/** Why no attempt has begun. */
type Obstacle =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'link'; readonly problems: readonly string[]; readonly request: AttemptRequest }

function Starter({ topics, parameters }: { readonly topics: readonly Topic[]; readonly parameters: URLSearchParams }) {
  const { journal, random } = useServices()
  const manifests = useCourses((state) => state.manifests)
  const [request, setRequest] = useState<AttemptRequest | null>(null)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)

  useEffect(() => {
    const { request: read, problems } = readQuizLink(parameters, topics, manifests, Math.floor(random() * 2 ** 31))
    const of = parameters.get('missed')
    const missed = of === null ? null : missedOf(of, journal, resultListOf(parameters.get('list')))
    const count = missed === null || parameters.has('count') ? read.count : countOf(missed)
    const wanted = missed === null ? read : { ...read, facts: missed.asked, items: missed.items, count }
    if (of !== null && missed === null) setObstacle({ kind: 'unknown' })
    else if (problems.length > 0) setObstacle({ kind: 'link', problems, request: wanted })
    else setRequest(wanted)
  }, [])

  if (obstacle?.kind === 'link') {
    const { problems } = obstacle
    const start = () => {
      setObstacle(null)
      setRequest(obstacle.request)
    }
    return <OddLink problems={problems} onStart={start} />
  }
  if (obstacle !== null) return <NothingHere lead={LEADS[obstacle.kind]} />
  if (request === null) return <Page title="Quiz">{null}</Page>
  return <Drawing request={request} topics={topics} onEmpty={() => setObstacle({ kind: 'empty' })} />
}

interface DrawingProps {
  readonly request: AttemptRequest
  readonly topics: readonly Topic[]
  /** The notes allow no such question. */
  readonly onEmpty: () => void
}

/** Makes the questions that are needed, draws the form, and goes to it. */
function Drawing({ request, topics, onEmpty }: DrawingProps) {
  const { journal, asked, clock, random } = useServices()
  const manifests = useCourses((state) => state.manifests)
  const navigate = useNavigate()
  const hasStarted = useRef(false)
  const start = { topics, manifests, journal, asked }
  const isMade = useMadeBanks(useMemo(() => topicsToMake(request, start), []))

  useEffect(() => {
    // Effects run twice in development; an attempt must begin once.
    if (!isMade || hasStarted.current) return
    hasStarted.current = true
    const name = `${clock.now().toString(36)}-${Math.floor(random() * 36 ** 5).toString(36)}`
    const attempt = beginAttempt(request, start, name, today(clock))
    if (attempt === null) onEmpty()
    else void navigate(attemptPage(attempt), { replace: true })
  }, [isMade])

  return <Making />
}

const countOf = ({ asked, items }: Missed): number => Math.max(10, asked.length + items.length)

const LEADS: Readonly<Record<'empty' | 'unknown', string>> = {
  empty:
    'The notes give no question for this choice: too few rows are safely wrong, or the answer is disputed. The facts can still be asked as cards.',
  unknown: 'This browser knows no finished attempt of that name, or there is nothing of this kind in it.',
}

function NothingHere({ lead }: { readonly lead: string }) {
  return (
    <Page title="No question here" lead={lead}>
      <ButtonRow>
        <ButtonLink look="primary" to={PAGES.quiz}>
          Choose something else
        </ButtonLink>
        <ButtonLink to={PAGES.cards}>Cards</ButtonLink>
      </ButtonRow>
    </Page>
  )
}

interface OddLinkProps {
  readonly problems: readonly string[]
  readonly onStart: () => void
}

/** What in a link makes no sense, and the two ways on. */
function OddLink({ problems, onStart }: OddLinkProps) {
  return (
    <Page
      title="This link is not quite right"
      lead="Nothing has begun yet. A part of the link cannot be followed:"
      width="narrow"
    >
      <ul className={styles['problems']}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button look="primary" onClick={onStart}>
          Start without it
        </Button>
        <ButtonLink to={PAGES.quiz}>Set up a quiz</ButtonLink>
      </ButtonRow>
    </Page>
  )
}
