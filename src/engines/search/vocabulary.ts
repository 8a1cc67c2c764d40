import Fuse from 'fuse.js'
import { slipsBetween } from '../../model/slips.ts'
import { grouped } from './grouped.ts'
import { swapsOf } from './slips.ts'
import { singular } from './tokens.ts'

/** How a word of the notes answers a word of the query. A plural counts as exact. */
type Closeness = 'exact' | 'prefix' | 'fuzzy'

/** A word of the notes that a word of the query may mean. */
export interface Expansion {
  readonly word: string
  readonly closeness: Closeness
  /** 0 to 1: any exact one weighs more than any prefix, any prefix more than any fuzzy one. */
  readonly weight: number
  /** Letters that differ, for a fuzzy one; else 0. */
  readonly slips: number
}

const PLURAL = 0.95
/** A prefix weighs more the more of the word has been typed. */
const PREFIX = { least: 0.45, span: 0.35 }
const FUZZY = 0.45
/** A typed word that the notes know is seldom a slip, so what else it could be weighs little. */
const FUZZY_BESIDE_KNOWN = 0.2
const SHORTEST_MISTYPED = 4
const SHORTEST_MEANT = 3
/** Longer patterns are cut in pieces by fuse.js, which makes their scores mean something else. */
const LONGEST_MISTYPED = 32
const LENGTH_DIFFERENCE = 2
const OPTIONS = { threshold: 0.34, distance: 20, ignoreFieldNorm: true, shouldSort: false }
const REMEMBERED = 500

/** All words of the notes, and what a typed word may mean among them. */
export class Vocabulary {
  private readonly words: readonly string[]
  private readonly known: ReadonlySet<string>
  private readonly plurals: ReadonlyMap<string, readonly string[]>
  /** One fuse.js a length, so that a word is compared only with words about as long. */
  private readonly byLength: ReadonlyMap<number, Fuse<string>>
  /** While a learner types, only the last word changes. */
  private readonly remembered = new Map<string, readonly Expansion[]>()

  constructor(words: Iterable<string>) {
    this.known = new Set(words)
    this.words = [...this.known].sort()
    this.plurals = grouped(this.words, singular)
    this.byLength = new Map(
      [...grouped(this.words, ({ length }) => length)]
        .filter(([length]) => length >= SHORTEST_MEANT)
        .map(([length, alike]) => [length, new Fuse(alike, OPTIONS)]),
    )
  }

  /** The words that a folded word may mean, each once, in no particular order. */
  expand(typed: string): readonly Expansion[] {
    const remembered = this.remembered.get(typed)
    if (remembered !== undefined) return remembered
    const sure = [...this.exact(typed), ...this.prefixed(typed)]
    const expansions = [...sure, ...this.fuzzy(typed, new Set(sure.map(({ word }) => word)))]
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    this.remembered.set(typed, expansions)
    return expansions
  }

  private exact(typed: string): readonly Expansion[] {
    const alike = this.plurals.get(singular(typed)) ?? []
    return alike.map((word) => ({ word, closeness: 'exact', weight: word === typed ? 1 : PLURAL, slips: 0 }))
  }

  private prefixed(typed: string): readonly Expansion[] {
    const found: Expansion[] = []
    const stem = singular(typed)
    for (let place = this.placeOf(typed); ; place += 1) {
      const word = this.words[place]
      if (word === undefined || !word.startsWith(typed)) return found
      if (singular(word) === stem) continue
      const weight = PREFIX.least + (PREFIX.span * typed.length) / word.length
      found.push({ word, closeness: 'prefix', weight, slips: 0 })
    }
  }

  private fuzzy(typed: string, sure: ReadonlySet<string>): readonly Expansion[] {
    if (typed.length < SHORTEST_MISTYPED || typed.length > LONGEST_MISTYPED) return []
    const isKnown = sure.size > 0
    const candidates = new Set([...this.swapped(typed), ...this.near(typed)])
    return [...candidates].flatMap((word): readonly Expansion[] => {
      const slips = slipsBetween(typed, word)
      if (sure.has(word) || (isKnown && slips > 1)) return []
      const part = Math.max(0, 1 - slips / typed.length)
      return [{ word, closeness: 'fuzzy', weight: (isKnown ? FUZZY_BESIDE_KNOWN : FUZZY) * part, slips }]
    })
  }

  /** To fuse.js a swap is two wrong letters, too many in a short word. */
  private swapped(typed: string): readonly string[] {
    return swapsOf(typed).filter((word) => this.known.has(word))
  }

  private near(typed: string): readonly string[] {
    const lengths = Array.from(
      { length: 2 * LENGTH_DIFFERENCE + 1 },
      (_, step) => typed.length - LENGTH_DIFFERENCE + step,
    )
    return lengths.flatMap(
      (length) =>
        this.byLength
          .get(length)
          ?.search(typed)
          .map(({ item }) => item) ?? [],
    )
  }

  /** Where the word stands in the sorted words, or would stand. */
  private placeOf(typed: string): number {
    let low = 0
    let high = this.words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.words[middle] ?? '') < typed) low = middle + 1
      else high = middle
    }
    return low
  }
}
