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
  /** Numbers of task statements: `5.1`, which the objectives 5.1.1 to 5.1.5 belong to. */
  readonly tasks?: readonly string[]
  /** `topic#section`, each without its subsections. */
  readonly sections?: readonly string[]
  /** None but these. An empty list allows nothing; null leaves the choice open. */
  readonly only?: readonly ItemId[] | null
}

/** The items that a request allows. */
export function itemsFor(bank: readonly Item[], request: FormRequest): readonly Item[] {
  const { tasks = [], only = null } = request
  // A mock exam's lists are as long as the bank: none of them is walked for each item.
  const [topics, domains, types] = [new Set(request.topics), new Set(request.domains), new Set<string>(request.types)]
  const [facts, items] = [new Set(request.facts), new Set(request.items)]
  const sections = new Set(request.sections)
  const allowed = only === null ? null : new Set(only)
  return bank.filter(
    (item) =>
      (topics.size === 0 || topics.has(item.topic)) &&
      (domains.size === 0 || (item.domain !== null && domains.has(item.domain))) &&
      (tasks.length === 0 || tasks.some((task) => isOfTask(item, task))) &&
      (sections.size === 0 || [item.id, ...item.facts].some((id) => sections.has(sectionOf(id)))) &&
      (types.size === 0 || types.has(item.type)) &&
      (facts.size + items.size === 0 || items.has(item.id) || item.facts.some((fact) => facts.has(fact))) &&
      (allowed === null || allowed.has(item.id)),
  )
}

function isOfTask({ objective }: Item, task: string): boolean {
  return objective !== null && (objective === task || objective.startsWith(`${task}.`))
}

/** `topic#section`, with which the id of an item or a fact begins; a topic may have a slash, an anchor has none. */
function sectionOf(id: ItemId | FactId): string {
  const end = id.indexOf('/', id.lastIndexOf('#'))
  return end === -1 ? id : id.slice(0, end)
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
