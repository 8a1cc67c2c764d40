import { slipsBetween } from '../../model/slips.ts'
import type { NameWord } from './name-words.ts'

/** How many words of one name may have been written as how many of the other: “guard duty”, “SageMaker”. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
]
/** The most slips in one name. */
export const MOST = 2

/**
 * How many slips of the finger lie between a typed name and the name that was meant; infinite where no slip explains
 * the difference. Words may be joined or divided; each must be right in itself, so that no word is a slip for another.
 */
export function nameSlips(typed: readonly NameWord[], meant: readonly NameWord[]): number {
  const best = new Map<string, number>()
  function from(at: number, place: number): number {
    if (at === typed.length && place === meant.length) return 0
    const key = `${at} ${place}`
    const known = best.get(key)
    if (known !== undefined) return known
    const slips = Math.min(
      ...STEPS.map(([some, others]) => {
        if (at + some > typed.length || place + others > meant.length) return Number.POSITIVE_INFINITY
        const here = wordSlips(typed.slice(at, at + some), meant.slice(place, place + others))
        return here > MOST ? Number.POSITIVE_INFINITY : here + from(at + some, place + others)
      }),
    )
    best.set(key, slips)
    return slips
  }
  const slips = from(0, 0)
  return slips > MOST ? Number.POSITIVE_INFINITY : slips
}

function wordSlips(typed: readonly NameWord[], meant: readonly NameWord[]): number {
  if (joinsDigits(typed) || joinsDigits(meant)) return Number.POSITIVE_INFINITY
  const [one, other] = [textOf(typed), textOf(meant)]
  if (one === other || singleOf(typed) === singleOf(meant)) return 0
  const isAcronym = meant.some((word) => word.isAcronym)
  if (typed.length === meant.length && !isAcronym && (isPluralOf(one, other) || isPluralOf(other, one))) return 0
  const allowed = Math.min(...meant.map(({ plain }) => slipsAllowed(plain)))
  if (isAcronym && one.length !== other.length) return Number.POSITIVE_INFINITY
  if (allowed === 0 || !isSlip(one, other)) return Number.POSITIVE_INFINITY
  const slips = slipsBetween(one, other)
  return slips <= (isAcronym ? 1 : allowed) ? slips : Number.POSITIVE_INFINITY
}

/** A short word may not be misspelt at all: one letter makes another of it. Nor may a number. */
function slipsAllowed({ length }: string): number {
  return length <= 4 ? 0 : length <= 7 ? 1 : MOST
}

const textOf = (words: readonly NameWord[]): string => words.map(({ plain }) => plain).join('')
const singleOf = (words: readonly NameWord[]): string => words.map(({ single }) => single).join('')

function joinsDigits(words: readonly NameWord[]): boolean {
  return words.some(({ plain }, index) => /^\p{N}/u.test(plain) && /\p{N}$/u.test(words[index - 1]?.plain ?? ''))
}

/** One letter alone has no plural: “Type I” is not “Type Is”. */
function isPluralOf(many: string, one: string): boolean {
  if (one.length < 3 || !/\p{L}$/u.test(one)) return false
  return many === `${one}s` || many === `${one}es` || (one.endsWith('y') && many === `${one.slice(0, -1)}ies`)
}

/** Beginnings and endings that make the opposite of a word, or something else, with a letter or two. */
const STARTS = [
  ['endo', 'exo'],
  ['inter', 'intra'],
  ['hyper', 'hypo'],
  ['micro', 'macro'],
  ['ante', 'anti'],
  ['ab', 'ad'],
  ['pre', 'pro', 'per'],
  ['uni', 'un'],
] as const
const ENDS = [
  ['ee', 'er', 'or'],
  ['ate', 'ite', 'ide'],
] as const

/** Digits and signs are no letters; in other scripts one sign can be a whole word. */
const NO_LETTER = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/**
 * Whether one word may be the other, misspelt. It never is with another digit or sign, nor with another first letter:
 * people get that one right, and “unsupervised”, “external” and “decrypt” are made by it.
 */
function isSlip(one: string, other: string): boolean {
  if (NO_LETTER.test(one + other)) return false
  const isSwapped = one[0] === other[1] && one[1] === other[0]
  if (one[0] !== other[0] && !isSwapped) return false
  const starts = STARTS.some((group) =>
    differBy(group, (text, part) => (text.startsWith(part) ? text.slice(part.length) : null), one, other),
  )
  // “adviser” and “advisor” are two spellings of one word; “employer” and “employee” are two people.
  const ends = ENDS.some((group) =>
    differBy(group, (text, part) => (text.endsWith(part) ? text.slice(0, -part.length) : null), one, other),
  )
  return !starts && !(ends && !isSpeltTwoWays(one, other))
}

function differBy(
  group: readonly string[],
  rest: (text: string, part: string) => string | null,
  one: string,
  other: string,
): boolean {
  return group.some((part) => {
    const left = rest(one, part)
    return left !== null && group.some((opposite) => opposite !== part && rest(other, opposite) === left)
  })
}

function isSpeltTwoWays(one: string, other: string): boolean {
  return /[eo]r$/.test(one) && /[eo]r$/.test(other)
}
