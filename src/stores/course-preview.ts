import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../engines/cards/session.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import { whyNot } from '../engines/items/why-not.ts'
import type { Card } from '../model/card.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'

/** What notes give, in numbers and by example. */
export interface CoursePreview {
  readonly facts: number
  readonly cards: number
  readonly sampleCards: readonly Card[]
}

/** The questions that notes give, and why some facts are in none. They take longer than all the rest. */
export interface QuestionPreview {
  readonly items: number
  readonly sampleItems: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
}

const SAMPLES = 4

/** Makes all cards once, to say how many there are. */
export function previewOf(topics: readonly Topic[]): CoursePreview {
  const facts = topics.flatMap((topic) => topic.facts)
  const sets = groupBySet(facts)
  const cards = facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []))
  return { facts: facts.length, cards: cards.length, sampleCards: spread(cards) }
}

/** Makes all questions once; it may take a while, so it runs in the worker. */
export function questionsOf(topics: readonly Topic[]): QuestionPreview {
  const made = topics.map((topic) => ({ topic, items: itemsIn(topic) }))
  const items = made.flatMap((each) => each.items)
  return {
    items: items.length,
    sampleItems: spread(items.filter(({ type }) => type === 'choice')),
    diagnostics: made.flatMap((each) => whyNot(each.topic, each.items)),
  }
}

/** A few, from all over. */
function spread<T>(values: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLES))
  return values.filter((_, place) => place % step === 0).slice(0, SAMPLES)
}
