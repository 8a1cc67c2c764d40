import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { groupBySet, planSession } from '../../engines/cards/session.ts'
import { cardsOf } from '../../engines/cards/cards-of-fact.ts'
import type { Fact } from '../../model/fact.ts'
import { factIdOf } from '../../model/ids.ts'
import { PAGES } from '../../model/page.ts'
import { isNamed } from '../../model/topic.ts'
import type { Topic } from '../../model/topic.ts'
import { today } from '../../stores/clock.ts'
import { missedOf } from '../../stores/missed.ts'
import { leftToday } from '../../stores/progress.ts'
import { useServices } from '../../stores/services.ts'
import { useAllTopics } from '../../stores/use-topics.ts'
import { ButtonLink, ButtonRow } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { SessionView } from './session-view.tsx'

const DEFAULT_LIMIT = 20

/**
 * A session of cards: `?limit=20` of what is due and new, `?topic=…` of one topic or course, `?fact=…` of chosen facts,
 * `?missed=…` of what was missed in an attempt.
 */
export function CardsView() {
  const topics = useAllTopics()
  const [parameters] = useSearchParams()
  if (topics.kind !== 'ready') return <Waiting title="Cards" state={topics} />
  return <PlannedSession key={parameters.toString()} topics={topics.value} parameters={parameters} />
}

function PlannedSession({
  topics,
  parameters,
}: {
  readonly topics: readonly Topic[]
  readonly parameters: URLSearchParams
}) {
  const queue = useQueue(topics, parameters)
  const isChosen = parameters.has('fact') || parameters.has('missed')
  if (queue.length === 0) return <NothingToAsk isChosen={isChosen} />
  return <SessionView topics={topics} queue={queue} />
}

/** The session is planned once: grading must not change what is still to come. */
function useQueue(topics: readonly Topic[], parameters: URLSearchParams): readonly Fact[] {
  const { journal, clock } = useServices()
  return useMemo(() => {
    const wanted = parameters.getAll('topic')
    const facts = topics
      .filter((topic) => wanted.length === 0 || isNamed(topic, wanted))
      .flatMap((topic) => topic.facts)
    const sets = groupBySet(facts)
    const missed = parameters.get('missed')
    const chosen = new Set(
      missed === null ? parameters.getAll('fact').map(factIdOf) : (missedOf(missed, journal)?.facts ?? []),
    )
    if (missed !== null || chosen.size > 0) {
      return facts.filter((fact) => chosen.has(fact.id) && cardsOf(fact, sets.get(fact.set) ?? []).length > 0)
    }
    const { learned } = journal.getState()
    const limit = Number.parseInt(parameters.get('limit') ?? '', 10)
    const plan = planSession({
      facts,
      memories: learned.memories,
      today: today(clock),
      left: leftToday(learned, today(clock)),
      limit: limit > 0 ? limit : DEFAULT_LIMIT,
    })
    return [...plan.due, ...plan.fresh]
    // Deliberately planned from the journal as it stands when the session opens.
  }, [])
}

function NothingToAsk({ isChosen }: { readonly isChosen: boolean }) {
  const lead = isChosen
    ? 'The notes say too little here to ask it as a card, or they were edited since.'
    : 'Nothing is due, and today’s new facts are done. Coming back tomorrow is what makes them last.'
  return (
    <Page title={isChosen ? 'No card here' : 'Done for today'} lead={lead} width="narrow">
      <ButtonRow>
        <ButtonLink look="primary" to={PAGES.quiz}>
          Take a quiz
        </ButtonLink>
        <ButtonLink to={PAGES.study}>Read the notes</ButtonLink>
        <ButtonLink to={PAGES.settings}>Change the daily limits</ButtonLink>
      </ButtonRow>
    </Page>
  )
}
