import type { Fact, RelationFact, ScenarioFact, TermFact } from '../../model/fact.ts'
import type { SetId } from '../../model/ids.ts'
import type { Place } from '../../model/item.ts'
import { folded } from './answer-text.ts'

/** A fact that pairs a subject with a value. */
export type PairFact = RelationFact | TermFact | ScenarioFact

/** The facts that may be asked and that may serve as distractors, arranged for looking things up. */
export interface FactBase {
  readonly facts: readonly Fact[]
  readonly bySet: ReadonlyMap<SetId, readonly Fact[]>
  /** All that the notes say of a subject, anywhere: folded subject → folded values. */
  readonly truths: ReadonlyMap<string, ReadonlySet<string>>
}

/** Arranges facts. Disputed ones and those the author withheld are left out: they are neither key nor distractor. */
export function factBaseOf(facts: readonly Fact[]): FactBase {
  const open = facts.filter(({ withheld }) => withheld === null)
  const bySet = new Map<SetId, Fact[]>()
  const truths = new Map<string, Set<string>>()
  for (const fact of open) {
    bySet.set(fact.set, [...(bySet.get(fact.set) ?? []), fact])
    const known = truths.get(folded(fact.subject)) ?? new Set<string>()
    truths.set(folded(fact.subject), known.add(folded(fact.value)))
  }
  return { facts: open, bySet, truths }
}

export function isPair(fact: Fact): fact is PairFact {
  return fact.kind === 'relation' || fact.kind === 'term' || fact.kind === 'scenario'
}

/** The facts of the same column, the one itself among them. */
export function columnOf(base: FactBase, fact: PairFact): readonly PairFact[] {
  return (base.bySet.get(fact.set) ?? []).filter(isPair).filter(({ attribute }) => attribute === fact.attribute)
}

export function placeOf({ id, topic, section, source }: Fact): Place {
  return { topic, section, fact: id, file: source.file, line: source.line }
}
