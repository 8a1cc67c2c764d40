import { hashOf } from '../../model/random.ts'
import { answerOf, askedOf, isAlsoRight } from './also-right.ts'
import type { Direction } from './also-right.ts'
import { likeness, sharedWords } from './answer-text.ts'
import { alikeOf } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { lastWordOf, looksAlike } from './looks.ts'

/** A wrong option: the right answer of another fact. */
export interface Distractor {
  readonly text: string
  readonly fact: PairFact
}

/** A key much longer or shorter than every distractor can be picked by its length. */
const LENGTH_BAND = 1.6
/** What a distractor loses that stands in the other question about the fact. */
const USED = 0.5
/** How many candidates are tried with each other. */
const TRIED = 9

/**
 * Three wrong options that look like the key; null when there are not three safe ones, or when with any of them the
 * key would stand out without any knowledge (by its length, or by the words it shares with the question).
 *
 * @param stemFor The question, once it is known which facts stand beside it.
 * @param used What stands beside the key in another question about the fact; others are better.
 */
export function distractorsFor(
  fact: PairFact,
  direction: Direction,
  base: FactBase,
  stemFor: (distractors: readonly Distractor[]) => string,
  used: readonly Distractor[] = [],
): readonly Distractor[] | null {
  const key = answerOf(fact, direction)
  for (const chosen of threesOf(ranked(fact, direction, base, used).slice(0, TRIED), base)) {
    const texts = chosen.map(({ text }) => text)
    if (!standsOut(key, texts, [askedOf(fact, direction), stemFor(chosen)], base)) return chosen
  }
  return null
}

/** Whether a key can be told from the texts beside it without any knowledge. */
export function standsOut(
  key: string,
  texts: readonly string[],
  questions: readonly string[],
  base: FactBase,
): boolean {
  return standsOutByLength(key, texts) || questions.some((question) => standsOutByEcho(key, texts, question, base))
}

/** All threes of candidates that don't overlap, the best first. */
function* threesOf(candidates: readonly Distractor[], { lexicon }: FactBase): Generator<readonly Distractor[]> {
  for (const [i, first] of candidates.entries()) {
    for (const [j, second] of candidates.entries()) {
      if (j <= i || lexicon.overlap(first.text, second.text)) continue
      for (const third of candidates.slice(j + 1)) {
        if (lexicon.overlap(first.text, third.text) || lexicon.overlap(second.text, third.text)) continue
        yield [first, second, third]
      }
    }
  }
}

function ranked(
  fact: PairFact,
  direction: Direction,
  base: FactBase,
  used: readonly Distractor[],
): readonly Distractor[] {
  const key = answerOf(fact, direction)
  const { lexicon } = base
  const [words, asked] = [lexicon.contentWords(key), lexicon.contentWords(askedOf(fact, direction))]
  return alikeOf(base, fact)
    .filter((other) => other.id !== fact.id && !isAlsoRight(fact, other, direction, base))
    .map((other) => {
      const text = answerOf(other, direction)
      // A little chance, always the same for the same pair, so that one row is not everybody's distractor.
      const chance = hashOf(`${fact.id} ${other.id}`) / 2 ** 32
      const score =
        (other.set === fact.set ? 1 : 0) +
        0.8 * likeness(lexicon.contentWords(text), words) +
        0.5 * likeness(lexicon.contentWords(askedOf(other, direction)), asked) +
        0.8 * looksAlike(key, text) +
        (lastWordOf(key) === lastWordOf(text) ? 0.5 : 0) -
        0.5 * Math.abs(Math.log(text.length / key.length)) +
        0.4 * chance -
        (used.some((before) => before.fact === other) ? USED : 0)
      return { text, fact: other, score }
    })
    .toSorted((one, other) => other.score - one.score)
}

function standsOutByLength(key: string, texts: readonly string[]): boolean {
  const lengths = texts.map(({ length }) => length)
  return key.length > LENGTH_BAND * Math.max(...lengths) || key.length < Math.min(...lengths) / LENGTH_BAND
}

/** Whether the key shares more words with what is asked than any distractor does. */
function standsOutByEcho(key: string, texts: readonly string[], question: string, { lexicon }: FactBase): boolean {
  const asked = lexicon.contentWords(question)
  const echo = (text: string) => sharedWords(lexicon.contentWords(text), asked)
  return echo(key) > Math.max(...texts.map(echo))
}
