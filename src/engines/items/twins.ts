import type { Item } from '../../model/item.ts'
import { folded, meaningfulWords } from './answer-text.ts'

/** Two items that ask the same. */
export interface Twins {
  readonly one: Item
  readonly other: Item
}

/** From this share of common words on, two questions are the same question (Jaccard index of their words). */
const SAME_WORDS = 0.5
/** Where the answer is the same as well, fewer common words are enough. */
const SAME_ANSWER = 0.33

interface Read {
  readonly item: Item
  readonly words: ReadonlySet<string>
  readonly keys: string
}

/** The pairs of items that ask the same thing in the same words: who has met one has met the other. */
export function twinsIn(items: readonly Item[]): readonly Twins[] {
  const all = items.map((item): Read => {
    const keys = item.options.flatMap(({ correct, text }) => (correct ? [folded(text)] : [])).toSorted()
    return { item, words: new Set(meaningfulWords(asked(item))), keys: keys.join('|') }
  })
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other): readonly Twins[] => {
      const limit = one.keys === other.keys ? SAME_ANSWER : SAME_WORDS
      return likeness(one.words, other.words) >= limit ? [{ one: one.item, other: other.item }] : []
    }),
  )
}

/** What an item asks: steps to be put in order and pairs to be matched say more than the instruction above them. */
function asked(item: Item): string {
  const options = item.options.map(({ text }) => text)
  if (item.type === 'ordering') return [item.stem, ...options].join(' ')
  if (item.type === 'matching') return [item.stem, ...options, ...item.prompts.map(({ text }) => text)].join(' ')
  return item.stem
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return common === 0 ? 0 : common / (one.size + other.size - common)
}
