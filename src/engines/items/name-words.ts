import { remembered } from './remembered.ts'

/** A word of a name. */
export interface NameWord {
  /** In lower case, without accents. */
  readonly plain: string
  /** The same without the plural that capitals show: “IDs”. */
  readonly single: string
  /** Written in capitals: “HTTPS” is not the plural of “HTTP”. */
  readonly isAcronym: boolean
}

/** A number keeps its point, a word its digits; signs are words of their own, since “C++” is not “C#”. */
const WORD =
  /\p{L}*\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+|(?<![\p{L}\p{N}])[-−](?=\p{N})|[+#%=<>≤≥±×÷~*!^°$€£@|√∞→←]/gu

/** The words of a name, with what counts in no comparison left out: hyphens, brackets, quotes, accents. */
function nameWords(text: string): readonly NameWord[] {
  const plain = text
    .replaceAll('≠', '!=')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L}|\s|$)/gu, '')
    .replace(/\s&\s/g, ' and ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
  return (plain.match(WORD) ?? []).map((word) => {
    const isPlural = /^\p{Lu}{2,}s$/u.test(word)
    const plain = word.toLowerCase()
    return {
      plain,
      single: isPlural ? plain.slice(0, -1) : plain,
      isAcronym: isPlural || /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word),
    }
  })
}

/** What two spellings of one name have in common, however its words are divided. Digits are never joined: “3 5”, “35”. */
export function spelling(text: string): string {
  return spellingOnce(text)
}

const spellingOnce = remembered((text) =>
  nameWords(text)
    .map(({ plain }) => plain)
    .join(' ')
    .replace(/(?<!\p{N}) | (?!\p{N})/gu, ''),
)

/** A name with its acronym in brackets, or an acronym with its name, is known by either part. */
export function namesIn(text: string): readonly string[] {
  const [, outside = '', inside = ''] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text.trim()) ?? []
  return isAcronymOf(inside, outside) || isAcronymOf(outside, inside) ? [text, outside, inside] : [text]
}

/** Whether the letters of a word in capitals stand in a text in their order: “XML” in “Extensible markup language”. */
function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{N}-]*\p{Lu}s?$/u.test(short) || long === '') return false
  const letters = short.replace(/s$|[^\p{Lu}]/gu, '').toLowerCase()
  let at = -1
  return Array.from(letters).every((letter) => (at = long.toLowerCase().indexOf(letter, at + 1)) >= 0)
}

const ARTICLE = /^(?:the|an?)$/
const VENDOR = /^(?:aws|amazon)$/

/** The ways to say a name: as it stands, without what its brackets add, without an article or the vendor before it. */
export function waysToSay(text: string): readonly (readonly NameWord[])[] {
  return waysOnce(text)
}

const waysOnce = remembered((text): readonly (readonly NameWord[])[] => {
  const bare = text.replace(/\([^)]*\)/g, ' ')
  return [...new Set([...namesIn(text), bare])].flatMap((name) => {
    const words = nameWords(name)
    const named = withoutFirst(words, (word) => ARTICLE.test(word.plain) && !/^A\s/.test(name))
    const own = withoutFirst(named, ({ plain }) => VENDOR.test(plain))
    return [words, named, own].filter((way, index, all) => way.length > 0 && all.indexOf(way) === index)
  })
})

/** A name is never left with nothing, nor with nothing but a sign. */
function withoutFirst(words: readonly NameWord[], isLeftOut: (word: NameWord) => boolean): readonly NameWord[] {
  const [first, ...rest] = words
  return first !== undefined && isLeftOut(first) && rest.some(({ plain }) => /\p{L}/u.test(plain)) ? rest : words
}
