import { isAlsoRight } from './also-right.ts'
import type { Direction } from './also-right.ts'
import { likeness, sharedWords } from './answer-text.ts'
import { cluesIn, isHeardIn, isToldByClang } from './clang.ts'
import { alikeOf } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { akinTo, areDeclaredAlike, areOfOneKind, mayStandBeside } from './kinds.ts'
import { areOverlapping } from './lexicon.ts'
import type { Reading } from './lexicon.ts'
import { alike, lastWordOf, looksOf } from './looks.ts'
import { lotOf } from './lots.ts'

/** A wrong option: the right answer of another fact. */
export interface Distractor {
  readonly answer: Reading
  readonly fact: PairFact
}

const DISTRACTORS = 3
/** What a distractor gains that sounds like the question where the key does. */
const ECHO = 0.9
/** What a distractor loses that names what it is the answer to. */
const SELF = 0.6
/** A key much longer or shorter than every distractor can be picked by its length. */
const LENGTH_BAND = 1.6
/** What a distractor gains whose subject is the same kind of thing: an attack is taken for another attack. */
const ONE_KIND = 0.8
/** What it gains when the course itself says so. */
const DECLARED_KIND = 1.5
/** What a distractor loses that stands in the other question about the fact. */
const USED = 0.5
/** How many candidates are tried with each other. */
const TRIED = 9

/** A distractor that is safe, and how well it suits. */
export interface Candidate extends Distractor {
  readonly score: number
}

/**
 * Three of the candidates, the best that are fit; null when there are not three, or when with any of them the key would
 * stand out without any knowledge (by its length, or by the words it shares with the question).
 *
 * @param questionFor The words of the question, once it is known which facts stand beside it.
 * @param isStrict Whether words that tie the key to the question are too much, be it a single one, and so are distractors that say
 *   what they are the answer to.
 * @param used What stands beside the key in another question about the fact; others are better.
 */
export function distractorsAmong(
  candidates: readonly Candidate[],
  fact: PairFact,
  direction: Direction,
  base: FactBase,
  questionFor: (distractors: readonly Distractor[]) => ReadonlySet<string>,
  used: readonly Distractor[],
  isStrict: boolean,
): readonly Distractor[] | null {
  const [key, asked] = sidesOf(fact, direction, base)
  const worth = ({ fact: other, score }: Candidate) => score - (used.some((before) => before.fact === other) ? USED : 0)
  const best = candidates.toSorted((one, other) => worth(other) - worth(one)).slice(0, TRIED)
  for (const chosen of threesOf(best)) {
    const answers = chosen.map(({ answer }) => answer)
    if (standsOut(key, answers, isStrict ? [asked.words, questionFor(chosen)] : [])) continue
    if (!isStrict) return chosen
    if (isToldByClang(asked, key, answers, base.read(fact).common)) continue
    if (direction === 'reverse' || chosen.filter((each) => base.read(each.fact).isTied).length < 2) return chosen
  }
  return null
}

/**
 * Whether a key can be told from what stands beside it without any knowledge.
 *
 * @param questions The words of what is asked.
 */
export function standsOut(
  key: Reading,
  others: readonly Reading[],
  questions: readonly ReadonlySet<string>[],
): boolean {
  return standsOutByLength(key, others) || questions.some((words) => standsOutByEcho(key, others, words))
}

/** All threes of candidates that don't overlap, the best first. */
function* threesOf(candidates: readonly Distractor[]): Generator<readonly Distractor[]> {
  for (const [i, first] of candidates.entries()) {
    for (const [j, second] of candidates.entries()) {
      if (j <= i || areOverlapping(first.answer, second.answer)) continue
      for (const third of candidates.slice(j + 1)) {
        if (areOverlapping(first.answer, third.answer) || areOverlapping(second.answer, third.answer)) continue
        yield [first, second, third]
      }
    }
  }
}

/** The answers of other rows that are safe and look like the key, the likest first; a few more than are tried. */
export function candidatesFor(fact: PairFact, direction: Direction, base: FactBase): readonly Candidate[] {
  const [key, asked] = sidesOf(fact, direction, base)
  const own = base.read(fact).subject
  const clues = cluesIn(asked, key, base.read(fact).common)
  const [looks, last] = [looksOf(key.text), lastWordOf(key.text)]
  const pool = direction === 'reverse' ? [...alikeOf(base, fact), ...akinTo(fact, base)] : alikeOf(base, fact)
  const scored = pool.map((other): Candidate => {
    const [answer, question] = sidesOf(other, direction, base)
    const score =
      (clues.some((clue) => isHeardIn(answer, clue)) ? ECHO : 0) -
      (direction === 'forward' && base.read(other).isTied ? SELF : 0) +
      (other.set === fact.set ? 1 : 0) +
      (areOfOneKind(own, base.read(other).subject, base) ? ONE_KIND : 0) +
      (areDeclaredAlike(fact, other, base) ? DECLARED_KIND : 0) +
      0.8 * likeness(answer.words, key.words) +
      0.5 * likeness(question.words, asked.words) +
      0.8 * alike(looks, looksOf(answer.text)) +
      (last === lastWordOf(answer.text) ? 0.5 : 0) -
      0.5 * Math.abs(Math.log(answer.text.length / key.text.length)) +
      // A little chance, always the same for the same pair, so that one row is not everybody's distractor.
      0.4 * lotOf(fact, other)
    return { answer, fact: other, score }
  })
  const safe: Candidate[] = []
  for (const candidate of scored.toSorted((one, other) => other.score - one.score)) {
    if (safe.length === TRIED + DISTRACTORS) break
    if (candidate.fact === fact || isAlsoRight(fact, candidate.fact, direction, base)) continue
    if (mayStandBeside(fact, candidate.fact, base)) safe.push(candidate)
  }
  return safe
}

/** What is answered, and what is asked. */
function sidesOf(fact: PairFact, direction: Direction, base: FactBase): readonly [answer: Reading, asked: Reading] {
  const { subject, value } = base.read(fact)
  return direction === 'forward' ? [value, subject] : [subject, value]
}

function standsOutByLength({ text }: Reading, others: readonly Reading[]): boolean {
  const lengths = others.map((other) => other.text.length)
  return text.length > LENGTH_BAND * Math.max(...lengths) || text.length < Math.min(...lengths) / LENGTH_BAND
}

/** Whether the key shares more words with what is asked than any distractor does. */
function standsOutByEcho(key: Reading, others: readonly Reading[], asked: ReadonlySet<string>): boolean {
  const echo = ({ words }: Reading) => sharedWords(words, asked)
  return echo(key) > Math.max(...others.map(echo))
}
