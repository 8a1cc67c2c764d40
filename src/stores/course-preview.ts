import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../engines/cards/session.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import type { Card } from '../model/card.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'

/** What notes give, in numbers and by example. */
export interface CoursePreview {
  readonly facts: number
  readonly cards: number
  readonly items: number
  readonly sampleCards: readonly Card[]
  readonly sampleItems: readonly Item[]
}

const SAMPLES = 4

/** Makes all cards and questions once, to say how many there are; it may take a while, so it runs in the worker. */
export function previewOf(topics: readonly Topic[]): CoursePreview {
  const facts = topics.flatMap((topic) => topic.facts)
  const sets = groupBySet(facts)
  const cards = facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []))
  const items = topics.flatMap(itemsIn)
  return {
    facts: facts.length,
    cards: cards.length,
    items: items.length,
    sampleCards: spread(cards),
    sampleItems: spread(items.filter(({ type }) => type === 'choice')),
  }
}

/** A few, from all over. */
function spread<T>(values: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLES))
  return values.filter((_, place) => place % step === 0).slice(0, SAMPLES)
}
