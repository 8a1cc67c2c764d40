import type { Token } from './tokens.ts'

/** The tokens of one field of an entry: what is written there, and what that is also called. */
export interface FieldTokens {
  readonly written: readonly Token[]
  readonly synonyms: readonly Token[]
}

/** The tokens of an entry, field by field. */
export interface EntryTokens {
  readonly title: FieldTokens
  readonly text: FieldTokens
  readonly context: FieldTokens
}

/** The entries that hold a word, by their place in the index, and how much each says about it (0 to 1). */
export interface Posting {
  readonly entries: readonly number[]
  readonly weights: readonly number[]
}

interface Field {
  readonly name: keyof EntryTokens
  readonly boost: number
  /** How much a long field is held against a word, 0 to 1. */
  readonly lengthPenalty: number
}

const FIELDS: readonly Field[] = [
  { name: 'title', boost: 3, lengthPenalty: 0.5 },
  { name: 'text', boost: 1, lengthPenalty: 0.6 },
  // Headings hold for all that stands below them: they help to choose, they do not decide.
  { name: 'context', boost: 0.3, lengthPenalty: 0 },
]

/** What is called otherwise comes behind what is written as asked. */
const SYNONYM = 0.4
/** From how many mentions on one more says little. */
const SATURATION = 1.2

/** BM25F: how much each entry says about each word. What depends on the query alone is left to the search. */
export function postingsOf(entries: readonly EntryTokens[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, { entries: number[]; weights: number[] }>()
  const lengths = FIELDS.map(({ name }) => average(entries.map((entry) => entry[name].written.length)))
  entries.forEach((entry, place) => {
    const mentions = new Map<string, number>()
    FIELDS.forEach(({ name, boost, lengthPenalty }, field) => {
      const { written, synonyms } = entry[name]
      const norm = 1 - lengthPenalty + (lengthPenalty * written.length) / (lengths[field] ?? 1)
      const mention = (word: string, count: number) => mentions.set(word, (mentions.get(word) ?? 0) + count)
      for (const { word } of written) mention(word, boost / norm)
      for (const { word } of synonyms) mention(word, (SYNONYM * boost) / norm)
    })
    for (const [word, count] of mentions) {
      const posting = postings.get(word) ?? { entries: [], weights: [] }
      if (posting.entries.length === 0) postings.set(word, posting)
      posting.entries.push(place)
      posting.weights.push(count / (SATURATION + count))
    }
  })
  return postings
}

/** How telling it is that `found` of `all` entries match. */
export function rarity(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
