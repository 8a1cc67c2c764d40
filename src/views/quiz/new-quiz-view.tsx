import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { factIdOf } from '../../model/ids.ts'
import { ITEM_TYPES } from '../../model/item.ts'
import { attemptPage, PAGES } from '../../model/page.ts'
import { isNamed } from '../../model/topic.ts'
import type { Topic } from '../../model/topic.ts'
import { beginAttempt } from '../../stores/attempts.ts'
import type { AttemptRequest } from '../../stores/attempts.ts'
import { today } from '../../stores/clock.ts'
import { missedOf } from '../../stores/missed.ts'
import type { Missed } from '../../stores/missed.ts'
import { useServices } from '../../stores/services.ts'
import { useAllQuizTopics } from '../../stores/use-quiz-topics.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'

const LONGEST = 500

/** Starts the attempt that the address describes, and goes there. The same address gives the same form. */
export function NewQuizView() {
  const topics = useAllQuizTopics()
  const [parameters] = useSearchParams()
  if (topics.kind !== 'ready') return <Waiting title="Quiz" state={topics} />
  return <Starter key={parameters.toString()} topics={topics.value} parameters={parameters} />
}

function Starter({ topics, parameters }: { readonly topics: readonly Topic[]; readonly parameters: URLSearchParams }) {
  const { journal, clock, random } = useServices()
  const navigate = useNavigate()
  const hasStarted = useRef(false)
  const [isEmpty, setEmpty] = useState(false)
  useEffect(() => {
    // Effects run twice in development; an attempt must begin once.
    if (hasStarted.current) return
    hasStarted.current = true
    const name = parameters.get('missed')
    const wanted = name === null ? factsNamed(parameters) : missedOf(name, journal)
    const request = wanted === null ? null : requestOf(parameters, topics, wanted, Math.floor(random() * 2 ** 31))
    const fresh = `${clock.now().toString(36)}-${Math.floor(random() * 36 ** 5).toString(36)}`
    const attempt = request === null ? null : beginAttempt(request, topics, journal, fresh, today(clock))
    if (attempt === null) setEmpty(true)
    else void navigate(attemptPage(attempt), { replace: true })
  }, [])
  if (!isEmpty) return <Page title="Quiz">{null}</Page>
  return (
    <Page
      title="No question here"
      lead="The notes give no question for this choice: too few rows are safely wrong, or the answer is disputed. The facts can still be asked as cards."
    >
      <ButtonRow>
        <ButtonLink look="primary" to={PAGES.quiz}>
          Choose something else
        </ButtonLink>
        <ButtonLink to={PAGES.cards}>Cards</ButtonLink>
      </ButtonRow>
    </Page>
  )
}

/** Reads an address that anybody may have written: what makes no sense is left open. Null when no topic is as named. */
function requestOf(
  parameters: URLSearchParams,
  topics: readonly Topic[],
  { facts, items }: Missed,
  anySeed: number,
): AttemptRequest | null {
  const wanted = parameters.getAll('topic')
  const named = topics.filter((topic) => isNamed(topic, wanted))
  if (named.length === 0 && wanted.length > 0) return null
  const count = wholeNumber(parameters.get('count')) ?? Math.max(10, facts.length + items.length)
  const minutes = Number(parameters.get('minutes') ?? Number.NaN)
  return {
    count: Math.min(LONGEST, count),
    minutes: Number.isFinite(minutes) && minutes > 0 ? minutes : null,
    seed: wholeNumber(parameters.get('seed')) ?? anySeed,
    mode: parameters.get('mode') === 'exam' ? 'exam' : 'practice',
    topics: named.map(({ id }) => id),
    domains: parameters.getAll('domain').flatMap((domain) => wholeNumber(domain) ?? []),
    types: ITEM_TYPES.filter((type) => parameters.getAll('type').includes(type)),
    facts,
    items,
  }
}

function factsNamed(parameters: URLSearchParams): Missed {
  return { facts: parameters.getAll('fact').map(factIdOf), items: [] }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null
}
