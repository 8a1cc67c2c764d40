import { itemsIn, itemsInParts } from '../engines/items/generate-items.ts'
import { nameBookOf } from '../engines/items/name-book.ts'
import type { NameBook } from '../engines/items/name-book.ts'
import { itemNamed } from '../engines/items/shapes.ts'
import type { ItemBank } from '../engines/items/shapes.ts'
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'

const banks = new WeakMap<Topic, ReadonlyMap<ItemId, Item>>()
const books = new WeakMap<Topic, NameBook>()
const shapes = new WeakMap<Topic, ItemBank>()

/** The items of a topic by their id, those of the notes last; generated once for each version of the topic. */
export function bankOf(topic: Topic): ReadonlyMap<ItemId, Item> {
  const known = banks.get(topic)
  if (known !== undefined) return known
  const bank = new Map(itemsIn(topic).map((item) => [item.id, item]))
  banks.set(topic, bank)
  return bank
}

/** Milliseconds of work after which the page may answer: half of a frame. */
const SLICE = 8

/**
 * Makes the questions of some topics little by little, so that no key waits for them.
 *
 * @param steady Milliseconds of a clock that nobody sets.
 * @param onDone Called later, also where nothing is left to be made.
 * @returns Ends it; what was made of a topic that is not finished is forgotten.
 */
export function makeBanks(topics: readonly Topic[], steady: () => number, onDone: () => void): () => void {
  const waiting = topics.filter((topic) => !banks.has(topic))
  let topic = waiting.shift()
  let parts = topic === undefined ? null : itemsInParts(topic)
  let made: Item[] = []
  const work = (): void => {
    const until = steady() + SLICE
    while (topic !== undefined && parts !== null) {
      const next = parts.next()
      if (next.done === true) {
        banks.set(topic, new Map(made.map((item) => [item.id, item])))
        made = []
        topic = waiting.shift()
        parts = topic === undefined ? null : itemsInParts(topic)
      } else made.push(...next.value)
      if (steady() >= until) break
    }
    if (topic === undefined) onDone()
    else timer = setTimeout(work)
  }
  let timer = setTimeout(work)
  return () => clearTimeout(timer)
}

/** What a topic knows of names, gathered once for each version of it. */
export function namesOf(topic: Topic): NameBook {
  const known = books.get(topic) ?? nameBookOf(topic)
  books.set(topic, known)
  return known
}

/** The items of a topic, with what it takes to ask them in another shape. */
export function shapesOf(topic: Topic): ItemBank {
  const known = shapes.get(topic) ?? {
    items: bankOf(topic),
    facts: new Map(topic.facts.map((fact) => [fact.id, fact])),
    names: () => namesOf(topic),
  }
  shapes.set(topic, known)
  return known
}

/** The items of several topics, in their order. */
export function itemsOf(topics: readonly Topic[]): readonly Item[] {
  return topics.flatMap((topic) => [...bankOf(topic).values()])
}

/** The items of these ids, whatever their shape; without those that the notes no longer give. */
export function itemsNamed(ids: readonly ItemId[], topics: readonly Topic[]): ReadonlyMap<ItemId, Item> {
  return new Map(
    ids.flatMap((id): readonly [ItemId, Item][] => {
      // An item's id begins with its topic.
      const topic = topics.find((each) => id.startsWith(`${each.id}#`))
      const item = topic === undefined ? null : itemNamed(id, shapesOf(topic))
      return item === null ? [] : [[id, item]]
    }),
  )
}
