import { grouped } from './grouped.ts'
import { singular, wordsOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Names for one thing, each a word or a few: `['cmk', 'customer managed key']`. */
export type Synonyms = readonly (readonly string[])[]

interface Phrase {
  readonly words: readonly string[]
  /** The words that its synonyms are found by. */
  readonly also: readonly string[]
}

/** Finds names in texts and lets each be found by its synonyms as well, in the same place. */
export class SynonymFinder {
  private readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>

  constructor(synonyms: Synonyms) {
    const phrases = synonyms.flatMap((names) => {
      const worded = names.map((name) => wordsOf(name).map(({ word }) => word)).filter(({ length }) => length > 0)
      return worded.map((words): Phrase => ({
        words: words.map(singular),
        also: [...new Set(worded.filter((other) => other !== words).flat())],
      }))
    })
    this.byFirstWord = grouped(phrases, ({ words }) => words[0] ?? '')
  }

  /** Tokens for the synonyms of the names in a text. */
  tokensAt(text: string): readonly Token[] {
    if (this.byFirstWord.size === 0) return []
    const words = wordsOf(text)
    const stems = words.map(({ word }) => singular(word))
    return words.flatMap(({ from }, start) =>
      (this.byFirstWord.get(stems[start] ?? '') ?? []).flatMap((phrase) => {
        const end = words[start + phrase.words.length - 1]
        const isHere = phrase.words.every((word, step) => stems[start + step] === word)
        return end !== undefined && isHere ? phrase.also.map((word) => ({ word, from, to: end.to })) : []
      }),
    )
  }
}
