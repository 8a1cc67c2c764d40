import { itemsIn } from '../engines/items/generate-items.ts'
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'

const banks = new WeakMap<Topic, ReadonlyMap<ItemId, Item>>()

/** The items of a topic by their id, those of the notes last; generated once for each version of the topic. */
export function bankOf(topic: Topic): ReadonlyMap<ItemId, Item> {
  const known = banks.get(topic)
  if (known !== undefined) return known
  const bank = new Map(itemsIn(topic).map((item) => [item.id, item]))
  banks.set(topic, bank)
  return bank
}

/** The items of several topics, in their order. */
export function itemsOf(topics: readonly Topic[]): readonly Item[] {
  return topics.flatMap((topic) => [...bankOf(topic).values()])
}
