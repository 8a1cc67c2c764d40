import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../engines/cards/session.ts'
import type { Card } from '../model/card.ts'
import type { Fact } from '../model/fact.ts'
import type { Topic } from '../model/topic.ts'
import { remarksBeside } from './remarks-beside.ts'

/** A card as Anki takes it: text with line breaks, no HTML yet. */
export interface AnkiNote {
  /** Anki knows a note by it, so that a newer export updates what was imported before. */
  readonly guid: string
  /** `Course::Topic`: decks stand in decks. */
  readonly deck: string
  readonly front: string
  readonly back: string
  readonly tags: readonly string[]
}

/** The cards of some topics. What stands beside a statement in the notes stands below its answer. */
export function ankiNotesOf(course: string, topics: readonly Topic[]): readonly AnkiNote[] {
  return topics.flatMap((topic) => {
    const sets = groupBySet(topic.facts)
    const deck = [course, topic.title].map(deckName).join('::')
    return topic.facts.flatMap((fact) =>
      cardsOf(fact, sets.get(fact.set) ?? []).map((card) => noteOf(card, fact, topic, deck)),
    )
  })
}

function noteOf(card: Card, fact: Fact, topic: Topic, deck: string): AnkiNote {
  return {
    guid: card.id,
    deck,
    front: [card.cue, card.front].filter((line) => line !== '').join('\n'),
    back: [card.back, ...remarksBeside(fact, topic)].join('\n'),
    tags: [fact.kind, ...(fact.objective === null ? [] : [`objective::${fact.objective}`])],
  }
}

/** Two colons would begin a deck inside the deck. */
function deckName(title: string): string {
  return (
    title
      .replace(/:{2,}/g, ':')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim() || 'Notes'
  )
}
