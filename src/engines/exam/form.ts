import type { FactId, ItemId, TopicId } from '../../model/ids.ts'
import type { Item, ItemType, Option } from '../../model/item.ts'
import { hashOf, randomFrom, shuffled } from '../../model/random.ts'
import type { Instant } from '../../model/time.ts'
import { apportion } from './apportion.ts'

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

/** How a form is drawn, apart from what is asked for. */
export interface FormRules {
  /** Whether one item says the answer to another. */
  readonly givesAway: (item: Item, other: Item) => boolean
  /** Share of each domain, 0 to 1; they need not sum to 1. Null: drawn without regard to domains. */
  readonly weights: ReadonlyMap<number, number> | null
  /**
   * When an item was last asked, in whatever shape, by its id in the bank. What was never asked comes first, then what
   * was asked longest ago.
   */
  readonly lastAsked: ReadonlyMap<ItemId, Instant>
  /** Whether questions that somebody wrote come before generated ones, among those that were never asked. */
  readonly isWrittenFirst: boolean
  /** How many of the count that is asked for are not scored: 15 of 65 in the exam. */
  readonly unscored: number
}

export interface Form {
  readonly items: readonly Item[]
  /** Those of the items that do not count, in the order of the form. */
  readonly unscored: readonly ItemId[]
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
 * Draws a form: the same request, bank and rules give the same items in the same order. A fact is asked at most once,
 * and no question says the answer to another; the form is shorter than asked when the bank allows no more. With weights,
 * each domain has its share of it; where one has too few items the others take its place by weight, and items without a
 * domain fill what is left.
 */
export function drawForm(bank: readonly Item[], request: FormRequest, rules: Partial<FormRules> = {}): Form {
  const { givesAway = () => false, weights = null, lastAsked = new Map<ItemId, Instant>(), unscored = 0 } = rules
  const { isWrittenFirst = false } = rules
  const { count, seed } = request
  const asked = new Set<FactId>()
  const form: Item[] = []
  const fits = (item: Item): boolean =>
    !item.facts.some((fact) => asked.has(fact)) &&
    !form.some((other) => givesAway(other, item) || givesAway(item, other))
  const mixed = shuffled(itemsFor(bank, request), randomFrom(seed))
  const { items: names = [] } = request
  let left = freshestFirst(isWrittenFirst ? writtenFirst(mixed) : mixed, lastAsked)
  if (names.length > 0) left = namedFirst(left, names)
  // A round fills the form, or uses up a domain whose places the next one shares out.
  while (form.length < count && left.length > 0) {
    const places = placesIn(left, count - form.length, weights)
    left = left.filter((item) => {
      const domain = domainIn(item, weights)
      const open = places.get(domain) ?? 0
      if (open === 0) return true
      if (!fits(item)) return false
      places.set(domain, open - 1)
      for (const fact of item.facts) asked.add(fact)
      form.push(item)
      return false
    })
  }
  // Without any, it was drawn in random order. Else a domain, an age or an origin would be met in one part of the form.
  const isMixed = weights === null && lastAsked.size === 0 && !isWrittenFirst && names.length === 0
  const items = isMixed ? form : shuffled(form, randomFrom(seed ^ hashOf('order')))
  const share = count === 0 ? 0 : Math.round((unscored * items.length) / count)
  return { items, unscored: unscoredOf(items, share, seed, weights) }
}

/** Stable: what is wanted by name must not give way to what is about the same fact. */
function namedFirst(items: readonly Item[], names: readonly ItemId[]): readonly Item[] {
  const named = new Set(names)
  return [...items.filter(({ id }) => named.has(id)), ...items.filter(({ id }) => !named.has(id))]
}

/** Stable, so that either kind keeps its random order. */
function writtenFirst(items: readonly Item[]): readonly Item[] {
  const isWritten = ({ origin }: Item): boolean => origin === 'authored'
  return [...items.filter(isWritten), ...items.filter((item) => !isWritten(item))]
}

/** Stable: what was asked at the same time keeps its random order. */
function freshestFirst(items: readonly Item[], lastAsked: FormRules['lastAsked']): readonly Item[] {
  if (lastAsked.size === 0) return items
  const never = items.filter(({ id }) => !lastAsked.has(id))
  const timeOf = ({ id }: Item): number => lastAsked.get(id) ?? 0
  const before = items.filter(({ id }) => lastAsked.has(id))
  return [...never, ...before.toSorted((one, other) => timeOf(one) - timeOf(other))]
}

/** What a place in a form belongs to: without weights, all are of one kind. */
function domainIn({ domain }: Item, weights: FormRules['weights']): number | null {
  return weights === null ? null : domain
}

/** How many of the items each domain may give, in the blueprint's order; those without a weight give what is left. */
function placesIn(items: readonly Item[], count: number, weights: FormRules['weights']): Map<number | null, number> {
  const room = new Map<number | null, number>(
    (weights === null ? [] : [...weights.keys()]).map((domain) => [domain, 0]),
  )
  for (const item of items) {
    const domain = domainIn(item, weights)
    room.set(domain, (room.get(domain) ?? 0) + 1)
  }
  const domains = [...room.keys()]
  const shares = apportion(
    count,
    domains.map((domain) => (domain === null ? 0 : (weights?.get(domain) ?? 0))),
    [...room.values()],
  )
  return new Map(domains.map((domain, index) => [domain, shares[index] ?? 0]))
}

/** Whether each of some domains has at least its share of a form by weight. */
export function hasShares(
  items: readonly Item[],
  domains: ReadonlySet<number>,
  weights: ReadonlyMap<number, number>,
): boolean {
  const weighted = [...weights].filter(([domain]) => domains.has(domain))
  const rooms = weighted.map(() => items.length)
  const shares = apportion(
    items.length,
    weighted.map(([, weight]) => weight),
    rooms,
  )
  return weighted.every(([domain], index) => {
    return items.filter((item) => item.domain === domain).length >= (shares[index] ?? 0)
  })
}

/** Those which the seed leaves over when the scored ones are shared out among the domains. */
function unscoredOf(
  form: readonly Item[],
  count: number,
  seed: number,
  weights: FormRules['weights'],
): readonly ItemId[] {
  if (count <= 0) return []
  const places = placesIn(form, form.length - count, weights)
  const scored = new Set<Item>()
  for (const item of shuffled(form, randomFrom(seed ^ hashOf('unscored')))) {
    const domain = domainIn(item, weights)
    const open = places.get(domain) ?? 0
    if (open === 0) continue
    places.set(domain, open - 1)
    scored.add(item)
  }
  return form.filter((item) => !scored.has(item)).map(({ id }) => id)
}

/** The options as this attempt shows them: in an order of its own, the same after a reload. */
export function optionsInOrder(item: Item, seed: number): readonly Option[] {
  return shuffled(item.options, randomFrom(seed ^ hashOf(item.id)))
}
