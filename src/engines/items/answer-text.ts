import { remembered } from './remembered.ts'

/** Text as it is compared: letters and digits of any script, lower case, single spaces. */
export function folded(text: string): string {
  return foldedOnce(text)
}

const foldedOnce = remembered((text) => {
  // Most texts are plain, and fold to the same in a fraction of the time.
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
})

/** ASCII, with the dashes and quotation marks of ordinary English. */
const PLAIN = /^[\x20-\x7e–—‘’“”…]*$/

/** Words that say nothing about what a text is about; a vendor's name before a product is one of them. */
const SMALL = new Set('a an and are as at be by for from in is it its of on or that the to with aws amazon'.split(' '))

/** The words of a text that carry meaning, in its order: folded, and in the singular. */
export function meaningfulWords(text: string): readonly string[] {
  return wordsOnce(text)
}

const wordsOnce = remembered((text): readonly string[] =>
  folded(text)
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word))
    .map(singular),
)

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word
}

/** The parts of a cell that lists several things; one part when it lists none. */
export function listItems(text: string): readonly string[] {
  const parts = partsOf(text).map((part) => part.trim())
  return parts.length > 1 && parts.every((part) => part !== '') ? parts : [text]
}

/** Semicolons always divide; commas and plus signs only where no sentence runs through them. */
function partsOf(text: string): readonly string[] {
  const divided = splitAt(text, ';').filter((part) => part.trim() !== '')
  if (divided.length > 1) return divided
  for (const divider of [',', ' + ']) {
    const parts = splitAt(text, divider)
    if (parts.length > 1 && parts.every(isName)) return parts
  }
  return [text]
}

/** Splits a text where no bracket is open: “agreements (BAA, DPA)” is one thing. */
function splitAt(text: string, divider: string): readonly string[] {
  if (!text.includes(divider)) return [text]
  const parts: string[] = []
  let open: string | null = null
  for (const piece of text.split(divider)) {
    const part: string = open === null ? piece : open + divider + piece
    open = part.split('(').length > part.split(')').length ? part : null
    if (open === null) parts.push(part)
  }
  return open === null ? parts : [...parts, open]
}

function isName(part: string): boolean {
  return part.trim().split(/\s+/).length <= 4 && !/\b(?:and|or)\b|[—–]/.test(part)
}

/** Share of words in common, 0 to 1 (Jaccard). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const shared = sharedWords(one, other)
  return shared / (one.size + other.size - shared)
}

export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared
}
