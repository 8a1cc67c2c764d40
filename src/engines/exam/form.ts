import type { FactId, ItemId, TopicId } from '../../model/ids.ts'
import type { Item, ItemType, Option } from '../../model/item.ts'
import { hashOf, randomFrom, shuffled } from '../../model/random.ts'

/** What a form is drawn from. Empty lists leave the choice open. */
export interface FormRequest {
  readonly count: number
  readonly seed: number
  readonly topics: readonly TopicId[]
  readonly domains: readonly number[]
  readonly types: readonly ItemType[]
  readonly facts: readonly FactId[]
  /** Items that are wanted as well as those about the facts. */
  readonly items?: readonly ItemId[]
}

/** The items that a request allows. */
export function itemsFor(
  bank: readonly Item[],
  { topics, domains, types, facts, items = [] }: FormRequest,
): readonly Item[] {
  return bank.filter(
    (item) =>
      (topics.length === 0 || topics.includes(item.topic)) &&
      (domains.length === 0 || (item.domain !== null && domains.includes(item.domain))) &&
      (types.length === 0 || types.some((type) => type === item.type)) &&
      (facts.length + items.length === 0 || items.includes(item.id) || item.facts.some((fact) => facts.includes(fact))),
  )
}

/**
 * Draws a form: the same request and bank give the same items in the same order. A fact is asked at most once, and no
 * question says the answer to another; the form is shorter than asked when the bank allows no more.
 *
 * @param givesAway Whether one item says the answer to another.
 */
export function drawForm(
  bank: readonly Item[],
  request: FormRequest,
  givesAway: (item: Item, other: Item) => boolean = () => false,
): readonly Item[] {
  const asked = new Set<FactId>()
  const form: Item[] = []
  for (const item of shuffled(itemsFor(bank, request), randomFrom(request.seed))) {
    if (form.length >= request.count) break
    if (item.facts.some((fact) => asked.has(fact))) continue
    if (form.some((other) => givesAway(other, item) || givesAway(item, other))) continue
    for (const fact of item.facts) asked.add(fact)
    form.push(item)
  }
  return form
}

/** The options as this attempt shows them: in an order of its own, the same after a reload. */
export function optionsInOrder(item: Item, seed: number): readonly Option[] {
  return shuffled(item.options, randomFrom(seed ^ hashOf(item.id)))
}
