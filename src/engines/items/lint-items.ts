import type { AuthoredItems } from '../../model/authored-items.ts'
import type { Background } from '../../model/background.ts'
import type { Diagnostic, Rule } from '../../model/diagnostic.ts'
import type { Item, Option } from '../../model/item.ts'
import { ABSOLUTE, shared } from './attackers.ts'
import { Lexicon } from './lexicon.ts'

/** What is wrong with the wording of an item, and what to do about it. */
interface Flaw {
  readonly rule: Rule
  readonly message: string
  readonly hint: string
}

/** An item in the form in which its wording is judged. */
interface Judged {
  readonly item: Item
  readonly keys: readonly Option[]
  readonly distractors: readonly Option[]
}

/** How far a key may be longer or shorter than the distractor that is nearest to it. */
const LENGTHS = 1.6

/**
 * Says which questions can be answered without any knowledge, or are hard to read for no good reason: the rules of
 * item writing that a program can check (Haladyna, Downing and Rodriguez 2002).
 *
 * @param names What the course calls by several names.
 */
export function lintItems(
  { items, lines, file }: AuthoredItems,
  names: Background['names'] = [],
): readonly Diagnostic[] {
  const lexicon = new Lexicon(names)
  return items.flatMap((item, at) =>
    flawsOf(item, lexicon).map((flaw): Diagnostic => {
      return { severity: 'warning', ...flaw, file, line: lines[at] ?? 1, column: 1 }
    }),
  )
}

function flawsOf(item: Item, lexicon: Lexicon): readonly Flaw[] {
  const ofAll = [...askings(item), ...containments(item, lexicon)]
  if (item.type !== 'choice' && item.type !== 'response') return ofAll
  const keys = item.options.filter(({ correct }) => correct)
  const distractors = item.options.filter(({ correct }) => !correct)
  const judged = { item, keys, distractors }
  return [...ofAll, ...summaries(judged), ...absolutes(judged), ...lengths(judged), ...echoes(judged)]
}

/** The last sentence asks; how many answers are right may stand behind it. */
function askings({ stem, type }: Item): readonly Flaw[] {
  const asking = lastSentence(stem)
  const isInstruction =
    (type === 'ordering' || type === 'matching') &&
    /^(?:put|place|arrange|order|sort|match|pair|assign)\b/i.test(asking)
  const flaws: Flaw[] = []
  if (!asking.endsWith('?') && !isInstruction) {
    const message = 'The last sentence does not ask.'
    flaws.push({ rule: 'item-without-question', message, hint: 'End with one question: “Which service …?”' })
  }
  const word = /\b(?:not|except)\b/i.exec(asking)?.[0] ?? ''
  if (word !== word.toUpperCase()) {
    const hint = `Ask for what is right; or write ${word.toUpperCase()}, so that nobody reads over it.`
    flaws.push({ rule: 'item-quiet-not', message: `The question turns on the word “${word}”.`, hint })
  }
  return flaws
}

function lastSentence(stem: string): string {
  const plain = stem.replace(/\s*\([^()]*\)\.?$/, '')
  return plain.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? ''
}

const SUMMARY =
  /^(?:all|none|both|neither|any|either)\b.{0,12}\b(?:above|below|these|options|answers)\b|\b(?:options?|answers?) [A-H] (?:and|or) [A-H]\b|^(?:both )?[A-H] (?:and|or) [A-H]$/i

function summaries({ item }: Judged): readonly Flaw[] {
  const found = item.options.find(({ text }) => SUMMARY.test(text))
  if (found === undefined) return []
  const hint = 'Say in its place something that is wrong, or right, by itself.'
  return [{ rule: 'item-all-of-the-above', message: `“${found.text}” speaks of the other answers.`, hint }]
}

/** Of two right answers each may say a part of the same. */
function containments({ type, options }: Item, lexicon: Lexicon): readonly Flaw[] {
  if (type === 'ordering') return []
  return options.flatMap((one, at) => {
    const other = options
      .slice(at + 1)
      .find(({ text, correct }) => !(type === 'response' && one.correct && correct) && lexicon.overlap(one.text, text))
    if (other === undefined) return []
    const message = `“${one.text}” and “${other.text}” overlap: who holds one for right may hold both.`
    return [{ rule: 'item-option-in-option', message, hint: 'Let each answer say something of its own.' } as const]
  })
}

function absolutes({ keys, distractors }: Judged): readonly Flaw[] {
  const found = distractors.find(({ text }) => ABSOLUTE.test(text) && !SUMMARY.test(text))
  if (found === undefined || keys.some(({ text }) => ABSOLUTE.test(text))) return []
  const word = ABSOLUTE.exec(found.text)?.[0] ?? ''
  const hint = 'Leave the word out: whoever is used to tests strikes such answers.'
  return [{ rule: 'item-absolute-word', message: `Only wrong answers have a word such as “${word}”.`, hint }]
}

function lengths({ keys, distractors }: Judged): readonly Flaw[] {
  const others = distractors.map(({ text }) => text.length)
  const [shortest, longest] = [Math.min(...others), Math.max(...others)]
  return keys.flatMap(({ text }) => {
    const isLong = text.length > LENGTHS * longest
    if (!isLong && text.length * LENGTHS >= shortest) return []
    const message = `“${text}” is right, and much ${isLong ? 'longer' : 'shorter'} than all wrong answers.`
    const hint = isLong ? 'Shorten it; what it says more belongs into its explanation.' : 'Shorten the wrong answers.'
    return [{ rule: 'item-key-length', message, hint } as const]
  })
}

function echoes({ item, keys, distractors }: Judged): readonly Flaw[] {
  const most = Math.max(...distractors.map(({ text }) => shared(text, item.stem)))
  if (keys.some(({ text }) => shared(text, item.stem) <= most)) return []
  const message = `More words of the question stand in what is right (“${keys.map(({ text }) => text).join('”, “')}”) than in any wrong answer.`
  const hint = 'Reword the question, or let a wrong answer repeat as much of it.'
  return [{ rule: 'item-key-echo', message, hint }]
}
