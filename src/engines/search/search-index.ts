import { didYouMean } from './did-you-mean.ts'
import type { Wording } from './did-you-mean.ts'
import { marksIn } from './marks.ts'
import type { Mark } from './marks.ts'
import { meaningsOf } from './meanings.ts'
import type { Meaning } from './meanings.ts'
import { postingsOf, rarity } from './postings.ts'
import type { FieldTokens } from './postings.ts'
import type { SearchEntry } from './search-entry.ts'
import { SynonymFinder } from './synonyms.ts'
import type { Synonyms } from './synonyms.ts'
import { tokensOf, wordsOf } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

/** Entries made ready to be searched. Built once; searching changes nothing that can be seen. */
export interface SearchIndex extends Wording {
  readonly entries: readonly SearchEntry[]
  readonly tokensIn: (text: string) => FieldTokens
}

export interface Hit {
  readonly entry: SearchEntry
  /** Comparable within one result only. */
  readonly score: number
  /** What to highlight in the title: sorted, apart from each other, in code units. */
  readonly titleMarks: readonly Mark[]
  readonly textMarks: readonly Mark[]
}

export interface SearchResult {
  /** Best first; equals in the order of the notes. */
  readonly hits: readonly Hit[]
  /** The query as it may have been meant, when it holds a word that the notes don't. */
  readonly didYouMean: string | null
}

const NOTHING: SearchResult = { hits: [], didYouMean: null }
/** What is typed beyond is not read: nobody types it, but somebody may paste it. */
const LONGEST_QUERY = 200
const MOST_WORDS = 12
const USUAL_LIMIT = 20

/**
 * Makes entries ready to be searched.
 *
 * @param synonyms Names for one thing; each finds the others.
 */
export function buildIndex(entries: readonly SearchEntry[], synonyms: Synonyms = []): SearchIndex {
  const finder = new SynonymFinder(synonyms)
  const tokensIn = (text: string) => ({ written: tokensOf(text), synonyms: finder.tokensAt(text) })
  const spellings = new Map<string, string>()
  const tokens = entries.map(({ title, text, context }) => {
    const fields = { title: tokensIn(title), text: tokensIn(text), context: tokensIn(context) }
    noteSpellings(spellings, title, fields.title)
    noteSpellings(spellings, text, fields.text)
    return fields
  })
  const postings = postingsOf(tokens)
  return { entries, postings, vocabulary: new Vocabulary(postings.keys()), spellings, tokensIn }
}

/** The first spelling of each word stays. */
function noteSpellings(spellings: Map<string, string>, text: string, { written }: FieldTokens): void {
  for (const { word, from, to } of written) {
    if (!spellings.has(word)) spellings.set(word, text.slice(from, to))
  }
}

/** The entries that answer a query as it is typed: words may be cut short, misspelt, run together or torn apart. */
export function search(index: SearchIndex, query: string, limit: number = USUAL_LIMIT): SearchResult {
  const read = query.slice(0, LONGEST_QUERY)
  const words = wordsOf(read).slice(0, MOST_WORDS)
  if (words.length === 0 || index.entries.length === 0) return NOTHING
  const meanings = meaningsOf(words, index.vocabulary)
  const hits = ranked(index, meanings).slice(0, Math.max(0, limit))
  return {
    hits: hits.map(({ entry, score }) => {
      const fields = [entry.title, entry.text].map((text) => {
        const { written, synonyms } = index.tokensIn(text)
        return [...written, ...synonyms]
      })
      const [titleMarks = [], textMarks = []] = marksIn(fields, meanings)
      return { entry, score, titleMarks, textMarks }
    }),
    didYouMean: didYouMean(read, words, index),
  }
}

/** Each word counts by its best meaning in the entry and by its rarity; the sum, by the share of words answered. */
function ranked(index: SearchIndex, meanings: readonly Meaning[]): readonly { entry: SearchEntry; score: number }[] {
  const { entries, postings } = index
  const scores = new Map<number, { sum: number; answered: number }>()
  for (const meaning of meanings) {
    const best = new Map<number, number>()
    for (const { word, weight } of meaning.values()) {
      const posting = postings.get(word)
      posting?.entries.forEach((place, position) => {
        const says = weight * (posting.weights[position] ?? 0)
        if (says > (best.get(place) ?? 0)) best.set(place, says)
      })
    }
    const telling = rarity(best.size, entries.length)
    for (const [place, says] of best) {
      const { sum, answered } = scores.get(place) ?? { sum: 0, answered: 0 }
      scores.set(place, { sum: sum + says * telling, answered: answered + 1 })
    }
  }
  return [...scores]
    .map(([place, { sum, answered }]) => ({ place, score: (sum * answered) / meanings.length }))
    .sort((one, other) => other.score - one.score || one.place - other.place)
    .flatMap(({ place, score }) => {
      const entry = entries[place]
      return entry === undefined ? [] : [{ entry, score }]
    })
}
