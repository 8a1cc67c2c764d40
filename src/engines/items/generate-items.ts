import type { Fact, MembershipFact, StepFact } from '../../model/fact.ts'
import type { Item } from '../../model/item.ts'
import { choiceItems } from './choice-items.ts'
import { columnOf, factBaseOf, isPair } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { matchingItems, orderingItems } from './order-and-match-items.ts'
import { listCellItems, membershipItems } from './response-items.ts'

/**
 * Every question that the facts allow, in the order of the notes. The same facts give the same items; a fact with
 * too few safe distractors gives fewer, or none.
 */
export function generateItems(facts: readonly Fact[]): readonly Item[] {
  const base = factBaseOf(facts)
  const single = base.facts.flatMap((fact): readonly Item[] => {
    if (!isPair(fact)) return []
    const choices = choiceItems(fact, base)
    return fact.kind === 'relation' ? [...choices, ...listCellItems(fact, base)] : choices
  })
  const grouped = [...base.bySet.values()].flatMap((set) => setItems(set, base))
  return [...single, ...grouped]
}

function setItems(set: readonly Fact[], base: FactBase): readonly Item[] {
  const steps = set.filter((fact): fact is StepFact => fact.kind === 'step')
  const entries = set.filter((fact): fact is MembershipFact => fact.kind === 'membership')
  const lists = [...new Set(entries.map(({ value }) => value))]
  const heads = set.filter(isPair).filter((fact, index, pairs) => {
    return pairs.findIndex(({ attribute }) => attribute === fact.attribute) === index
  })
  return [
    ...orderingItems(steps),
    ...lists.flatMap((list) => membershipItems(entries.filter(({ value }) => value === list), base)),
    ...heads.flatMap((head) => matchingItems(columnOf(base, head))),
  ]
}
