import type { Item } from '../../model/item.ts'
import { meaningfulWords } from './answer-text.ts'

/** What plays a part in giving an item away, as words. */
interface Reading {
  readonly stem: ReadonlySet<string>
  /** What the stem asks about: the words between its quotation marks, or all of them. */
  readonly asked: readonly string[]
  /** Of each right option that stands in the item alone: ordering and matching show theirs anyway. */
  readonly keys: readonly (readonly string[])[]
}

/** From this share of what is asked on, a question speaks of the same thing as another. */
const SAME_THING = 0.6

const readings = new WeakMap<Item, Reading>()

/** Whether the question of one item says the answer to another one: it speaks of the same thing and names the key. */
export function givesAway(item: Item, other: Item): boolean {
  const { stem } = readingOf(item)
  const { stem: own, asked, keys } = readingOf(other)
  if (!keys.some((key) => isSaidIn(stem, key) && !isSaidIn(own, key))) return false
  return asked.filter((word) => stem.has(word)).length >= SAME_THING * asked.length
}

function isSaidIn(stem: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => stem.has(word))
}

function readingOf(item: Item): Reading {
  const known = readings.get(item)
  if (known !== undefined) return known
  const quoted = item.stem.match(/“[^”]*”/g)?.join(' ') ?? item.stem
  const hasKeys = item.type === 'choice' || item.type === 'response' || item.type === 'typed'
  const keys = hasKeys ? item.options.filter(({ correct }) => correct).map(({ text }) => meaningfulWords(text)) : []
  const reading = { stem: new Set(meaningfulWords(item.stem)), asked: [...new Set(meaningfulWords(quoted))], keys }
  readings.set(item, reading)
  return reading
}
