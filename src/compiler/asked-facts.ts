import type { Fact } from '../model/fact.ts'
import { factIdOf, slug } from '../model/ids.ts'
import type { FactId, TopicId } from '../model/ids.ts'
import type { Option } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { keyIn } from './background.ts'

/** Shorter words stand in any sentence. */
const SHORTEST_WORD = 4

/**
 * The facts that an answer to a written question is evidence about. Of the section that the explanation of a right
 * answer leads to, that is the row which names this answer and speaks, of all such rows, most of what is asked; none
 * where no row names it, or none of those says a word of the question.
 */
export function askedFacts(
  stem: string,
  options: readonly Option[],
  topics: readonly Pick<Topic, 'id' | 'facts'>[],
): readonly FactId[] {
  const asked = new Set(wordsOf(stem))
  const found = options.filter(({ correct }) => correct).flatMap((option) => bestOf(namedBy(option, topics), asked))
  return [...new Set(found)]
}

/**
 * The fact that an author names by its id without the course: `domain-5#key-types/relation/use/customer-key`. Null where
 * the notes have none of that name, or one that is disputed.
 */
export function factNamed(
  name: string,
  beside: TopicId,
  topics: readonly Pick<Topic, 'id' | 'facts'>[],
): FactId | null {
  const id = factIdOf(beside.slice(0, beside.lastIndexOf('/') + 1) + name)
  const topic = topics.find((each) => id.startsWith(`${each.id}#`))
  const fact = topic === undefined ? undefined : byId(topic.facts).get(id)
  return fact === undefined || fact.withheld === 'disputed' ? null : id
}

const known = new WeakMap<readonly Fact[], ReadonlyMap<FactId, Fact>>()

/** The facts of a topic by their ids, gathered once for all the questions of a course. */
function byId(facts: readonly Fact[]): ReadonlyMap<FactId, Fact> {
  const before = known.get(facts)
  if (before !== undefined) return before
  const all = new Map(facts.map((fact) => [fact.id, fact]))
  known.set(facts, all)
  return all
}

interface Named {
  readonly fact: Fact
  /** What the fact says of the answer. */
  readonly said: string
}

function namedBy({ text, source }: Option, topics: readonly Pick<Topic, 'id' | 'facts'>[]): readonly Named[] {
  const name = keyIn(text)
  return factsOf(source.topic, topics)
    .filter(({ section, withheld }) => section === source.section && withheld !== 'disputed')
    .flatMap((fact): readonly Named[] => {
      if (fact.kind !== 'relation' && fact.kind !== 'term' && fact.kind !== 'scenario') return []
      if (keyIn(fact.subject) === name) return [{ fact, said: fact.value }]
      return keyIn(fact.value) === name ? [{ fact, said: fact.subject }] : []
    })
}

function bestOf(named: readonly Named[], asked: ReadonlySet<string>): readonly FactId[] {
  const rated = named.map(({ fact, said }) => ({
    fact,
    common: wordsOf(said).filter((word) => asked.has(word)).length,
  }))
  const [best] = rated.toSorted((one, other) => other.common - one.common)
  return best === undefined || best.common === 0 ? [] : [best.fact.id]
}

function factsOf(topic: TopicId, topics: readonly Pick<Topic, 'id' | 'facts'>[]): readonly Fact[] {
  return topics.find(({ id }) => id === topic)?.facts ?? []
}

/** The longer words, without what a plural adds. */
function wordsOf(text: string): readonly string[] {
  return slug(text)
    .split('-')
    .filter((word) => word.length >= SHORTEST_WORD)
    .map((word) => word.replace(/s$/, ''))
}
