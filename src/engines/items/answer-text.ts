/** Text as it is compared: letters and digits of any script, lower case, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that say nothing about what a text is about; a vendor's name before a product is one of them. */
const SMALL = new Set('a an and are as at be by for from in is it its of on or that the to with aws amazon'.split(' '))

/** Names of the same thing, as folded text. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bcustomer managed keys?\b/g, 'cmk'],
  [/\bservice control polic(?:y|ies)\b/g, 'scp'],
  [/\bpersonally identifiable information\b/g, 'pii'],
  [/\b(?:usa|united states)\b/g, 'us'],
]

/** The words of a text that carry meaning: folded, in the singular, each once. */
export function contentWords(text: string): ReadonlySet<string> {
  const plain = SAME.reduce((words, [name, short]) => words.replace(name, short), folded(text))
  return new Set(
    plain
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word))
      .map(singular),
  )
}

function singular(word: string): string {
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word
}

/** The parts of a cell that lists several things; one part when it lists none. */
export function listItems(text: string): readonly string[] {
  // Dividers in brackets divide nothing.
  const flat = text.replace(/\([^)]*\)/g, (brackets) => brackets.replace(/[;,+]/g, (sign) => HIDDEN[sign] ?? sign))
  const parts = partsOf(flat).map((part) => part.replace(/[\u0001-\u0003]/g, (sign) => SHOWN[sign] ?? sign).trim())
  return parts.length > 1 && parts.every((part) => part !== '') ? parts : [text]
}

const HIDDEN: Readonly<Record<string, string>> = { ';': '\u0001', ',': '\u0002', '+': '\u0003' }
const SHOWN: Readonly<Record<string, string>> = { '\u0001': ';', '\u0002': ',', '\u0003': '+' }

/** Semicolons always divide; commas and plus signs only where no sentence runs through them. */
function partsOf(text: string): readonly string[] {
  if (text.includes(';')) return text.split(';').filter((part) => part.trim() !== '')
  for (const divider of [/,/, / \+ /]) {
    const parts = text.split(divider)
    if (parts.length > 1 && parts.every(isName)) return parts
  }
  return [text]
}

function isName(part: string): boolean {
  return part.trim().split(/\s+/).length <= 4 && !/\b(?:and|or)\b|[—–]/.test(part)
}

/**
 * Whether two answers could both be right for one question: one says no more than the other, as a whole or in one
 * of the things it lists. “IAM” and “IAM bucket policies” overlap, “Data collection” and “Data preparation” don't.
 */
export function overlap(one: string, other: string): boolean {
  if (folded(one) === folded(other)) return true
  const [some, others] = [entriesOf(one), entriesOf(other)]
  return some.some((a) => others.some((b) => isWithin(a, b) || isWithin(b, a)))
}

/** Whether a text, or one of the things it lists, says nothing that the other does not say too. */
export function isSaidBy(text: string, other: string): boolean {
  const words = contentWords(other)
  return entriesOf(text).some((entry) => isWithin(entry, words))
}

/** The words of the whole, and of each thing it lists. */
function entriesOf(text: string): readonly ReadonlySet<string>[] {
  return [...new Set([text, ...listItems(text)])].map(contentWords)
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((word) => whole.has(word))
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
