import { folded } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { TextLine } from './dialect-lines.ts'

/** What stands below the options of a question. */
export interface Solution {
  /** The options that the answer names, by their place. Null where it names none, or is not understood. */
  readonly keys: ReadonlySet<number> | null
  /** Whether two answers name different options. */
  readonly isTorn: boolean
  readonly explanation: string
  readonly references: readonly string[]
}

const ANSWER =
  /^(?:the )?(?:correct |right |best )?(?:answers?|ans|solutions?|options?)\b\s*(?:\(s\))?\s*(?:is\b|are\b)?\s*[:=.]?\s*/i
const TITLE = /^(?:[\p{L} ]+):?$/u
const NAMES_ANSWER = /\b(?:answers?|ans|solutions?|reveal)\b/i
const EXPLANATION = /^(?:explanation|rationale|reason(?:ing)?|why)\b[^:]{0,20}:\s*/i
const REFERENCE = /^(?:references?|sources?|see also|read more)\b[^:]{0,20}:/i
const LETTERS =
  /^\(?([A-H])\)?(?![\p{L}\p{N}])((?:\s*(?:,\s*and\b|,|;|&|\/|\+|\band\b)\s*\(?[A-H]\)?(?![\p{L}\p{N}]))*)/iu
/** What may follow letters that are an answer: "A company …" is none. */
const ENDS = /^\s*(?:$|[.:),]|[-–—]\s|\(|because\b|since\b)/i

/** Reads the answer and its explanation. An answer is understood in full, or not at all. */
export function solutionIn(lines: readonly TextLine[], options: readonly string[]): Solution {
  const found: ReadonlySet<number>[] = []
  const explanation: string[] = []
  let isAwaited = false
  for (const { words } of lines) {
    const answer = ANSWER.exec(words)?.[0] ?? ''
    if (isTitle(words, options)) {
      isAwaited = NAMES_ANSWER.test(words)
      continue
    }
    if (REFERENCE.test(words)) continue
    const picked = answer !== '' || isAwaited ? pickedIn(words.slice(answer.length), options) : null
    isAwaited = false
    if (picked !== null) found.push(picked.keys)
    const rest = picked === null ? words.replace(EXPLANATION, '') : picked.rest
    if (rest !== '') explanation.push(rest)
  }
  const [keys = null] = found
  const isTorn = found.some((other) => keys !== null && !areSame(keys, other))
  const references = [...new Set(lines.flatMap(({ text }) => [...linksIn(text)]))]
  return { keys, isTorn, explanation: explanation.join(' '), references }
}

export function areSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((place) => other.has(place))
}

/** "Answer" or "Explanation:" alone; "Answer B" and the words of an option are more than a title. */
function isTitle(words: string, options: readonly string[]): boolean {
  if (!TITLE.test(words) || LETTERS.test(words)) return false
  const name =
    /^(?:(?:show|see|view|reveal|click)\b.*|(?:the )?(?:correct )?(?:answers?|ans|solutions?|explanation|rationale)(?: (?:and|with) \w+)?):?$/i
  return name.test(words) && !options.some((option) => folded(option) === folded(words))
}

interface Picked {
  readonly keys: ReadonlySet<number>
  readonly rest: string
}

function pickedIn(words: string, options: readonly string[]): Picked | null {
  return textsIn(words, options) ?? lettersIn(words, options) ?? runIn(words, options)
}

/** `Answer: Macie`, `Answer: Macie, Inspector`, `Answer: Macie – it reads S3`. */
function textsIn(words: string, options: readonly string[]): Picked | null {
  const places = new Map(options.map((option, place) => [folded(option), place]))
  const whole = places.get(folded(words))
  if (whole !== undefined) return { keys: new Set([whole]), rest: '' }
  const parts = words.split(/\s*(?:,\s*and\b|[,;]|\band\b)\s*/).map((part) => places.get(folded(part)))
  if (parts.every((part) => part !== undefined)) return { keys: new Set(parts), rest: '' }
  const [first = '', mark = ''] = /^.*?(\s[–—-]\s|\.\s)/.exec(words) ?? []
  const place = places.get(folded(first.slice(0, first.length - mark.length)))
  return place === undefined ? null : { keys: new Set([place]), rest: words.slice(first.length).trim() }
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
  if (named >= 0) return keys.size === 1 && keys.has(named) ? { keys, rest: '' } : null
  const [place = 0] = keys
  const own = options[place] ?? ''
  return { keys, rest: rest.startsWith(own) ? rest.slice(own.length).replace(/^[\s.:–—-]+/, '') : rest }
}

/** `BD`: letters in their order. */
function runIn(words: string, options: readonly string[]): Picked | null {
  const places = /^[A-H]{2,}\.?$/.test(words) ? [...words.replace('.', '')].map((each) => each.charCodeAt(0) - 65) : []
  const isRun = places.every((place, index) => place < options.length && place > (places[index - 1] ?? -1))
  return places.length === 0 || !isRun ? null : { keys: new Set(places), rest: '' }
}

/** Addresses of documentation, as links or bare. */
function linksIn(text: readonly Inline[]): readonly string[] {
  const hrefs = text.flatMap((inline): readonly string[] => {
    if (inline.kind === 'link') return inline.href.startsWith('http') ? [inline.href] : []
    return 'children' in inline ? linksIn(inline.children) : []
  })
  const bare = plainText(text).match(/https?:\/\/[^\s<>()"”]+/g) ?? []
  return [...new Set([...hrefs, ...bare.map((address) => address.replace(/[.,;:]+$/, ''))])]
}
