import type { Background } from '../../model/background.ts'
import type { Fact, StepFact } from '../../model/fact.ts'
import type { Item } from '../../model/item.ts'
import type { Note, Topic } from '../../model/topic.ts'
import { choiceItems } from './choice-items.ts'
import { factBaseOf, isPair } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { matchingItems, orderingItems } from './order-and-match-items.ts'
import { rememberedFor } from './remembered.ts'
import { trapItems } from './trap-items.ts'
import { listCellItems, membershipItems, sharedValueItems } from './response-items.ts'

/** Every question of a topic: those that its facts allow, and those that stand in the notes as they are asked. */
export function itemsIn(topic: Topic): readonly Item[] {
  return [...itemsInParts(topic)].flat()
}

/** The same, fact by fact: whoever makes them in a page can answer a key in between. */
export function* itemsInParts({ facts, background, notes, items }: Topic): Generator<readonly Item[], void> {
  yield* generatedInParts(facts, background, notes)
  yield items
}

/**
 * Every question that the facts allow, in the order of the notes. The same facts give the same items; a fact with
 * too few safe distractors gives fewer, or none. A row that is deleted takes its own items with it; the others keep
 * their ids.
 */
export function generateItems(
  facts: readonly Fact[],
  background?: Background,
  notes?: readonly Note[],
): readonly Item[] {
  return [...generatedInParts(facts, background, notes)].flat()
}

function* generatedInParts(
  facts: readonly Fact[],
  background?: Background,
  notes?: readonly Note[],
): Generator<readonly Item[], void> {
  const base = factBaseOf(facts, background, notes)
  const choices = rememberedFor((fact: PairFact) => choiceItems(fact, base))
  for (const fact of base.facts) yield itemsOfFact(fact, base, choices)
  for (const set of base.bySet.values()) {
    const steps = set.filter((fact): fact is StepFact => fact.kind === 'step')
    yield orderingItems(steps, base)
  }
}

function itemsOfFact(fact: Fact, base: FactBase, choices: (fact: PairFact) => readonly Item[]): readonly Item[] {
  if (fact.kind === 'membership') return membershipItems(fact, base)
  if (fact.kind === 'trap') return trapItems(fact, base)
  if (!isPair(fact)) return []
  const responses = fact.kind === 'relation' ? [...listCellItems(fact, base), ...sharedValueItems(fact, base)] : []
  const matching = matchingItems(fact, base, (row) => choices(row).length > 0)
  return [...choices(fact), ...responses, ...matching]
}
