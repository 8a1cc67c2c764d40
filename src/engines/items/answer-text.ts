/** Text as it is compared: letters and digits of any script, lower case, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that say nothing about what a text is about. */
const SMALL = new Set('a an and are as at be by for from in is it its of on or that the to with'.split(' '))

/** The words of a text that carry meaning, folded, each once. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    folded(text)
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word)),
  )
}

/** The parts of a cell that lists several things: split at semicolons, else at commas. One part when it lists none. */
export function listItems(text: string): readonly string[] {
  const divider = text.includes(';') ? ';' : ','
  // Commas in brackets and in running sentences divide nothing.
  const flat = text.replace(/\([^)]*\)/g, (brackets) => brackets.replace(/[;,]/g, '\u0000'))
  const parts = flat.split(divider).map((part) => part.replaceAll('\u0000', ',').trim())
  const isList = parts.length > 1 && (divider === ';' || parts.every((part) => part.split(/\s+/).length <= 4))
  return isList ? parts.filter((part) => part !== '') : [text]
}

/** Whether two answers could both be right for one question: equal, one inside the other, or with an entry in common. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)]
  if (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true
  const entries = new Set(listItems(one).map(folded))
  return listItems(other).some((entry) => entries.has(folded(entry)))
}

/** Share of words in common, 0 to 1 (Jaccard). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared / (one.size + other.size - shared)
}
