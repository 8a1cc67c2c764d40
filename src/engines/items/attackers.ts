import type { ChoiceItem, Item, Option } from '../../model/item.ts'
import { listItems, meaningfulWords } from './answer-text.ts'
import { rootsOf } from './clang.ts'

/** A way to answer without any knowledge: the option with the highest figure is taken. */
interface Attacker {
  readonly name: string
  readonly rate: (option: Option, item: ChoiceItem, place: number) => number
}

/** How an attacker fares with a bank. */
interface AttackResult {
  readonly name: string
  /** Share of the items that it gets right, 0 to 1; ties are drawn by lot. */
  readonly right: number
}

/** How a bank fares with all of them. */
export interface Attack {
  /** Items of one key among four options. */
  readonly items: number
  readonly results: readonly AttackResult[]
  /** What no attacker may pass: chance and three standard errors of it, or what is of no use to anybody. */
  readonly limit: number
}

const CHANCE = 1 / 4
/** What a trick may gain in a bank so large that chance explains nothing: one item of a form of 65. */
const OF_NO_USE = 0.02
/** Words without exceptions. */
export const ABSOLUTE =
  /\b(?:all|always|any|every|everything|never|none|no|only|must|completely|entirely|guarantees?)\b/i

/**
 * Lets each attacker answer every question of one key among four options.
 *
 * The attackers are the cues of which test-wise people make use: length, echoes of the question, absolute words, the
 * odd one out, places, and what a bank says most often (Haladyna, Downing and Rodriguez 2002; Pham 2018).
 */
export function attack(items: readonly Item[]): Attack {
  const choices = items.filter((item): item is ChoiceItem => item.type === 'choice' && item.options.length === 4)
  const count = Math.max(1, choices.length)
  const results = attackersOf(choices).map(({ name, rate }): AttackResult => {
    const right = choices.reduce((sum, item) => sum + chanceOf(item, rate), 0) / count
    return { name, right }
  })
  const noise = 3 * Math.sqrt((CHANCE * (1 - CHANCE)) / count)
  return { items: choices.length, results, limit: CHANCE + Math.max(noise, OF_NO_USE) }
}

/** The chance to be right in one item. */
function chanceOf(item: ChoiceItem, rate: Attacker['rate']): number {
  const rates = item.options.map((option, place) => rate(option, item, place))
  const highest = Math.max(...rates)
  const taken = item.options.filter((_, place) => rates[place] === highest)
  return taken.filter(({ correct }) => correct).length / taken.length
}

function attackersOf(choices: readonly ChoiceItem[]): readonly Attacker[] {
  const seen = new Map<string, number>()
  for (const { options } of choices) for (const { text } of options) seen.set(text, (seen.get(text) ?? 0) + 1)
  const places = ['first', 'second', 'third', 'last'].map((name, place): Attacker => ({
    name: `the ${name} option`,
    rate: (_option, _item, at) => Number(at === place),
  }))
  return [
    { name: 'the longest option', rate: ({ text }) => text.length },
    { name: 'the shortest option', rate: ({ text }) => -text.length },
    { name: 'an option of middle length', rate: ({ text }, { options }) => -Math.abs(rankOf(text, options) - 1.5) },
    { name: 'the option with most words of the question', rate: ({ text }, { stem }) => shared(text, stem) },
    { name: 'the option that sounds most like the question', rate: ({ text }, { stem }) => echoes(text, stem) },
    { name: 'an option without absolute words', rate: ({ text }) => Number(!ABSOLUTE.test(text)) },
    { name: 'the odd one out in its form', rate: (option, { options }) => oddness(option, options, formOf) },
    {
      name: 'the one that is most like the others in form',
      rate: (option, { options }) => -oddness(option, options, formOf),
    },
    { name: 'the odd one out in its kind', rate: (option, { options }) => oddness(option, options, kindOf) },
    { name: 'the option that the bank shows most often', rate: ({ text }) => seen.get(text) ?? 0 },
    ...places,
  ]
}

function rankOf(text: string, options: readonly Option[]): number {
  return options.filter((other) => other.text.length < text.length).length
}

/** How many words of the question an option repeats. */
export function shared(text: string, stem: string): number {
  const asked = new Set(meaningfulWords(stem))
  return [...new Set(meaningfulWords(text))].filter((word) => asked.has(word)).length
}

/** How many words of an option begin like one of what is asked: of the words in quotation marks, if there are any. */
function echoes(text: string, stem: string): number {
  const asked = new Set(rootsOf(stem.match(/“[^”]*”/g)?.join(' ') ?? stem))
  return rootsOf(text).filter((root) => asked.has(root)).length
}

/** In how many marks of form an option is alone. */
function oddness(option: Option, options: readonly Option[], marksOf: (text: string) => readonly string[]): number {
  const others = options.filter((other) => other !== option).map(({ text }) => marksOf(text))
  return marksOf(option.text).filter((mark, index) => others.every((marks) => marks[index] !== mark)).length
}

/** How an option begins and ends, and whether it lists. */
function formOf(text: string): readonly string[] {
  return [
    openingOf(text.split(' ', 1)[0] ?? ''),
    String(listItems(text).length > 1),
    String(/[.!?]$/.test(text)),
    String(!text.includes(' ')),
  ]
}

function openingOf(word: string): string {
  if (/^(?:an?|the)$/i.test(word)) return 'article'
  if (word.endsWith('ing')) return 'gerund'
  return /[^s]s$/.test(word) ? 'plural or verb' : 'other'
}

/** Whether an option is a product, a short form, a figure. */
function kindOf(text: string): readonly string[] {
  return [
    String(/^(?:amazon|aws)\b/i.test(text)),
    String(/\b[A-Z]{2,}\b/.test(text)),
    String(/\d/.test(text)),
    meaningfulWords(text).at(-1) ?? '',
  ]
}
