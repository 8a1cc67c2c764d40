import { hashOf } from '../../model/random.ts'
import { contentWords, folded, likeness, overlap } from './answer-text.ts'
import { columnOf } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'

/** Which side of a fact is asked for. */
export type Direction = 'forward' | 'reverse'

/** A wrong option: the right answer of another fact. */
export interface Distractor {
  readonly text: string
  readonly fact: PairFact
}

const WANTED = 3
/** A key much longer or shorter than every distractor can be picked by its length. */
const LENGTH_BAND = 1.6

export const answerOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.value : fact.subject

const askedOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.subject : fact.value

/**
 * Three wrong options from the same column that look like the key; null when there are not three safe ones, or
 * when the key would stand out without any knowledge (by its length, or by the words it shares with the question).
 */
export function distractorsFor(fact: PairFact, direction: Direction, stem: string, base: FactBase): readonly Distractor[] | null {
  const key = answerOf(fact, direction)
  const chosen: Distractor[] = []
  for (const candidate of ranked(fact, direction, base)) {
    if (chosen.length === WANTED) break
    if (chosen.every(({ text }) => !overlap(text, candidate.text))) chosen.push(candidate)
  }
  if (chosen.length < WANTED) return null
  const texts = chosen.map(({ text }) => text)
  return standsOutByLength(key, texts) || standsOutByEcho(key, texts, stem) ? null : chosen
}

function ranked(fact: PairFact, direction: Direction, base: FactBase): readonly Distractor[] {
  const key = answerOf(fact, direction)
  const words = contentWords(key)
  return columnOf(base, fact)
    .filter((other) => other.id !== fact.id && !isAlsoRight(fact, other, direction, base))
    .map((other) => {
      const text = answerOf(other, direction)
      const length = Math.abs(Math.log(text.length / key.length))
      // A little chance, always the same for the same pair, so that one row is not everybody's distractor.
      const chance = hashOf(`${fact.id} ${other.id}`) / 2 ** 32
      return { text, fact: other, score: 0.6 * likeness(contentWords(text), words) - 0.8 * length + 0.3 * chance }
    })
    .toSorted((one, other) => other.score - one.score)
}

/** Whether the other row's answer would be right, or arguable, for this question too. */
function isAlsoRight(fact: PairFact, other: PairFact, direction: Direction, base: FactBase): boolean {
  const text = answerOf(other, direction)
  if (overlap(answerOf(fact, direction), text)) return true
  if (overlap(askedOf(fact, direction), askedOf(other, direction))) return true
  const truths =
    direction === 'forward' ? base.truths.get(folded(fact.subject)) : base.truths.get(folded(other.subject))
  return truths?.has(folded(direction === 'forward' ? text : fact.value)) ?? false
}

function standsOutByLength(key: string, texts: readonly string[]): boolean {
  const lengths = texts.map(({ length }) => length)
  return key.length > LENGTH_BAND * Math.max(...lengths) || key.length < Math.min(...lengths) / LENGTH_BAND
}

/** Whether the key shares more words with the question than any distractor does. */
function standsOutByEcho(key: string, texts: readonly string[], stem: string): boolean {
  const asked = contentWords(stem)
  const echo = (text: string) => [...contentWords(text)].filter((word) => asked.has(word)).length
  return echo(key) > Math.max(...texts.map(echo))
}
