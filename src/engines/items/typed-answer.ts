import { slipsBetween } from '../../model/slips.ts'
import { MOST, nameSlips } from './name-slips.ts'
import type { NameWord } from './name-words.ts'
import { namesIn, spelling, waysToSay } from './name-words.ts'

/** What is asked for by its name, and what it must not be taken for. */
export interface NameKey {
  /** Its names, the one that the notes use first. */
  readonly accepted: readonly [string, ...string[]]
  /** The names of other things in the same notes. */
  readonly others: readonly string[]
}

/** What a typed answer is worth. `nearly` counts as right: the thing was known, its name was misspelt. */
export type Judgement =
  | { readonly kind: 'right' }
  | { readonly kind: 'nearly'; readonly meant: string }
  | {
      readonly kind: 'wrong'
      /** The other thing of the notes that this names; null where it names none. */
      readonly other: string | null
    }
  | { readonly kind: 'empty' }

/**
 * Judges a typed name. Case, spaces, hyphens, plurals, articles, a vendor before the name and small slips of the finger
 * are forgiven; never where the text is as near to the name of something else.
 */
export function judge(typed: string, { accepted, others }: NameKey): Judgement {
  const own = spelling(typed)
  if (own === '') return { kind: 'empty' }
  const names = accepted.flatMap(namesIn)
  const spellings = new Set(names.map(spelling))
  if (spellings.has(own)) return { kind: 'right' }
  const rivals = others.filter((name) => !spellings.has(spelling(name)))
  const literal = rivals.find((name) => spelling(name) === own)
  if (literal !== undefined) return { kind: 'wrong', other: literal }
  const ways = waysToSay(typed.trim().replace(/^A /, 'a '))
  const distances = names.map((name) => slipsTo(ways, name))
  const slips = Math.min(...distances)
  const rival = rivals.find((name) => slipsTo(ways, name) <= Math.min(slips, MOST) || looksAsNear(own, name, slips))
  if (rival !== undefined) return { kind: 'wrong', other: slipsTo(ways, rival) === 0 ? rival : null }
  if (slips === Number.POSITIVE_INFINITY) return { kind: 'wrong', other: null }
  return slips === 0 ? { kind: 'right' } : { kind: 'nearly', meant: names[distances.indexOf(slips)] ?? accepted[0] }
}

/** Whether a judged answer gets the credit. */
export function isCredited({ kind }: Judgement): boolean {
  return kind === 'right' || kind === 'nearly'
}

function slipsTo(typed: readonly (readonly NameWord[])[], name: string): number {
  const ways = waysToSay(name)
  return Math.min(...typed.flatMap((said) => ways.map((way) => nameSlips(said, way))))
}

/** Letter by letter, without what else is asked of a slip: in doubt, the other name was meant. */
function looksAsNear(typed: string, name: string, slips: number): boolean {
  const other = spelling(name)
  if (slips === Number.POSITIVE_INFINITY || Math.abs(typed.length - other.length) > slips) return false
  return slipsBetween(typed, other) <= slips
}
