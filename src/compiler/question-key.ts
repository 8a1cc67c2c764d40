import { folded } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Reference } from '../model/item.ts'
import type { Choice } from './choices.ts'
import type { TextLine } from './dialect-lines.ts'
import { ANSWER, EXPLANATION, isSolutionTitle, namesAnswer, REFERENCE, verdictIn } from './question-words.ts'

/** What stands below the options of a question. */
export interface Solution {
  /** The options that the answer names, by their place. Null where it names none, or is not understood. */
  readonly keys: ReadonlySet<number> | null
  /** Whether two answers name different options. */
  readonly isTorn: boolean
  readonly explanation: string
  /** What is said of single options, by their place. */
  readonly reasons: ReadonlyMap<number, string>
  readonly references: readonly Reference[]
}

/** An address that stands alone is a reference, no reason. */
const ADDRESS = /^[<(]?https?:\S+$/i
const OF_OPTION = /^(?:option )?\(?([A-H])\)?(?:[.):]|\s*[-–—→]|\s(?=(?:is|are)\b))\s*/i
const LETTERS =
  /^\(?([A-H])\)?(?![\p{L}\p{N}])((?:\s*(?:,\s*and\b|,|;|&|\/|\+|\band\b)\s*\(?[A-H]\)?(?![\p{L}\p{N}]))*)/iu
/** What may follow letters that are an answer: "A company …" is none. */
const ENDS = /^\s*(?:$|[.:),]|[-–—]\s|\(|because\b|since\b)/i

/**
 * Reads the answer and its explanation. An answer is understood in full, or not at all.
 *
 * @param counting How the options are counted, so that an answer can name them.
 */
export function solutionIn(
  lines: readonly TextLine[],
  options: readonly string[],
  counting: Choice['counting'],
): Solution {
  const found: ReadonlySet<number>[] = []
  const explanation: string[] = []
  const reasons = new Map<number, string>()
  /** The options that lines such as "B - Correct" speak of. */
  const judged = new Set<number>()
  /** Whether a title announced the answer, and whether the line before names a right option below such a title. */
  let isAwaited = false
  let isListed = false
  for (const { words } of lines) {
    const wasListed: boolean = isListed
    isListed = false
    if (isTitle(words, options)) {
      isAwaited = namesAnswer(words)
      continue
    }
    if (REFERENCE.test(words) || ADDRESS.test(words)) continue
    const answer = ANSWER.exec(words)?.[0] ?? ''
    const isAnnounced = answer !== '' || isAwaited
    isAwaited = false
    const picked: Picked | null =
      isAnnounced || wasListed ? pickedIn(words.slice(answer.length), options, counting) : null
    if (picked !== null && (isAnnounced || picked.isNamed)) {
      // Several right answers stand on a line each, below their title.
      found.push(isAnnounced ? picked.keys : new Set([...(found.pop() ?? []), ...picked.keys]))
      isListed = picked.isNamed && answer === ''
      if (picked.rest !== '') explanation.push(picked.rest)
      continue
    }
    const verdict = counting === 'letters' ? judgedIn(words, options) : null
    if (verdict !== null) {
      for (const place of verdict.keys) judged.add(place)
      if (verdict.rest !== '') explanation.push(verdict.rest)
      continue
    }
    const reason = counting === 'letters' ? reasonIn(words, options) : null
    if (reason !== null && !reasons.has(reason.place)) reasons.set(reason.place, reason.words)
    else explanation.push(words.replace(EXPLANATION, ''))
  }
  const [keys = judged.size > 0 ? judged : null] = found
  const isTorn =
    keys !== null && (found.some((other) => !areSame(keys, other)) || [...judged].some((place) => !keys.has(place)))
  const references = once(lines.flatMap(({ text }) => linksIn(text)))
  return { keys, isTorn, explanation: explanation.filter(Boolean).join(' '), reasons, references }
}

export function areSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((place) => other.has(place))
}

/** "Answer" or "Explanation:" alone; "Answer B" and the words of an option are more than a title. */
function isTitle(words: string, options: readonly string[]): boolean {
  if (LETTERS.test(words) || /\d/.test(words)) return false
  return isSolutionTitle(words) && !options.some((option) => folded(option) === folded(words))
}

/** "B - Correct", "✅ B". Null where an option has no such letter. */
function judgedIn(words: string, options: readonly string[]): Pick<Picked, 'keys' | 'rest'> | null {
  const verdict = verdictIn(words)
  if (verdict === null) return null
  const places = verdict.letters.map((letter) => letter.charCodeAt(0) - 65)
  if (places.some((place) => place >= options.length)) return null
  const [place = 0] = places
  return { keys: new Set(places), rest: folded(verdict.rest) === folded(options[place] ?? '') ? '' : verdict.rest }
}

/** "A: it has no rules", "**B. Macie** – it reads S3". */
function reasonIn(
  words: string,
  options: readonly string[],
): { readonly place: number; readonly words: string } | null {
  const [all = '', letter = ''] = OF_OPTION.exec(words) ?? []
  const place = letter.toUpperCase().charCodeAt(0) - 65
  const option = options[place]
  if (option === undefined) return null
  const rest = words.slice(all.length)
  const own = rest.startsWith(option) ? rest.slice(option.length).replace(/^[\s.:,–—→-]+/, '') : rest
  if (/^(?:incorrect|wrong)\.?$/i.test(own)) return { place, words: '' }
  return own === '' ? null : { place, words: /\s$/.test(all) && /^(?:is|are)\b/i.test(own) ? `${letter} ${own}` : own }
}

/** Where one option with its letter ends, and the next one begins. */
const PARTS = /[,;]\s*(?:and\s+)?(?=\(?[A-H][).]\s)/

interface Picked {
  readonly keys: ReadonlySet<number>
  readonly rest: string
  /** Whether it says the words of one option and nothing else: more of them may stand on the lines below. */
  readonly isNamed: boolean
}

function pickedIn(words: string, options: readonly string[], counting: Choice['counting']): Picked | null {
  const texts = textsIn(words, options)
  if (counting === 'numbers') {
    const numbers = numbersIn(words, options)
    // "2" may be the second answer, or the one that says 2.
    if (texts !== null && numbers !== null && !areSame(texts.keys, numbers.keys)) return null
    return texts ?? numbers
  }
  const parts = words.split(PARTS)
  if (parts.length > 1) return partsIn(parts, options)
  return texts ?? lettersIn(words, options) ?? runIn(words, options)
}

/** `2`, `2) Macie`, `1, 3`. */
function numbersIn(words: string, options: readonly string[]): Picked | null {
  const [all, digits = ''] = /^\(?(\d(?:\s*(?:,|&|and)\s*\d)*)(?:[).:]|\s*$|\s[–—-])\s*/.exec(words) ?? []
  if (all === undefined) return null
  const keys = new Set((digits.match(/\d/g) ?? []).map((digit) => Number(digit) - 1))
  if ([...keys].some((place) => place < 0 || place >= options.length)) return null
  const rest = words.slice(all.length).trim()
  const named = options.findIndex((option) => folded(option) === folded(rest))
  if (named >= 0 && !(keys.size === 1 && keys.has(named))) return null
  return { keys, rest: named >= 0 ? '' : rest, isNamed: named >= 0 }
}

/** `Answer: Macie`, `Answer: Macie, Inspector`, `Answer: Macie – it reads S3`. */
function textsIn(words: string, options: readonly string[]): Picked | null {
  const places = new Map(options.map((option, place) => [folded(option), place]))
  const whole = places.get(folded(words))
  if (whole !== undefined) return { keys: new Set([whole]), rest: '', isNamed: true }
  const parts = words.split(/\s*(?:,\s*and\b|[,;]|\band\b)\s*/).map((part) => places.get(folded(part)))
  if (parts.every((part) => part !== undefined)) return { keys: new Set(parts), rest: '', isNamed: false }
  const [first = '', mark = ''] = /^.*?(\s[–—-]\s|\.\s)/.exec(words) ?? []
  const place = places.get(folded(first.slice(0, first.length - mark.length)))
  return place === undefined ? null : { keys: new Set([place]), rest: words.slice(first.length).trim(), isNamed: false }
}

/** `B) Macie, D) Config`: each letter with the words of its option. */
function partsIn(parts: readonly string[], options: readonly string[]): Picked | null {
  const places = parts.map((part) => {
    const [all = '', letter = ''] = /^\(?([A-H])[).]\s*/i.exec(part) ?? []
    const place = letter.toUpperCase().charCodeAt(0) - 65
    return folded(part.slice(all.length)) === folded(options[place] ?? '') ? place : null
  })
  const keys = new Set(places.filter((place) => place !== null))
  return places.includes(null) ? null : { keys, rest: '', isNamed: false }
}

/** `B`, `B, D`, `B and D`, `B) Macie`. Not what says one letter and the words of another option. */
function lettersIn(words: string, options: readonly string[]): Picked | null {
  const plain = words.replace(/^options?\s+/i, '')
  const [all, first = '', others = ''] = LETTERS.exec(plain) ?? []
  if (all === undefined || !(all.endsWith(')') || ENDS.test(plain.slice(all.length)))) return null
  const letters = [first, ...(others.replace(/\band\b/gi, ' ').match(/[A-H]/gi) ?? [])]
  const keys = new Set(letters.map((letter) => letter.toUpperCase().charCodeAt(0) - 65))
  if ([...keys].some((place) => place >= options.length)) return null
  const rest = plain.slice(all.length).replace(/^[\s.:),–—-]+/, '')
  const named = options.findIndex((option) => folded(rest) === folded(option))
  if (named >= 0) return keys.size === 1 && keys.has(named) ? { keys, rest: '', isNamed: true } : null
  const [place = 0] = keys
  const own = options[place] ?? ''
  return {
    keys,
    rest: rest.startsWith(own) ? rest.slice(own.length).replace(/^[\s.:–—-]+/, '') : rest,
    isNamed: false,
  }
}

/** `BD`: letters in their order. */
function runIn(words: string, options: readonly string[]): Picked | null {
  const places = /^[A-H]{2,}\.?$/.test(words) ? [...words.replace('.', '')].map((each) => each.charCodeAt(0) - 65) : []
  const isRun = places.every((place, index) => place < options.length && place > (places[index - 1] ?? -1))
  return places.length === 0 || !isRun ? null : { keys: new Set(places), rest: '', isNamed: false }
}

/** Addresses of documentation, as links or bare. */
function linksIn(text: readonly Inline[]): readonly Reference[] {
  const links = text.flatMap((inline): readonly Reference[] => {
    if (inline.kind !== 'link') return 'children' in inline ? linksIn(inline.children) : []
    if (!inline.href.startsWith('http')) return []
    return [{ title: plainText(inline.children) || inline.href, address: inline.href, checked: null }]
  })
  const bare = plainText(text).match(/https?:\/\/[^\s<>()"”]+/g) ?? []
  const plain = bare.map((written) => {
    const address = written.replace(/[.,;:]+$/, '')
    return { title: address, address, checked: null }
  })
  return once([...links, ...plain])
}

/** Each address once, as it is named first. */
function once(references: readonly Reference[]): readonly Reference[] {
  const first = new Map(references.toReversed().map((reference) => [reference.address, reference]))
  return [...new Set(references.map(({ address }) => address))].flatMap((address) => first.get(address) ?? [])
}
