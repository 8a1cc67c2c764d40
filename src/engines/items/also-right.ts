import { folded } from './answer-text.ts'
import { truthsOf } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'

/** Which side of a fact is asked for. */
export type Direction = 'forward' | 'reverse'

export const answerOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.value : fact.subject

export const askedOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.subject : fact.value

/** Whether another row's answer would be right, or arguable, for this question too. */
export function isAlsoRight(fact: PairFact, other: PairFact, direction: Direction, base: FactBase): boolean {
  const { lexicon } = base
  if (lexicon.overlap(fact.value, other.value) || lexicon.overlap(fact.subject, other.subject)) return true
  return direction === 'forward' ? isTrueOf(fact, other.value, base) : isTrueOf(other, fact.value, base)
}

/** Whether the notes say a text of a fact's subject: by its name, or anywhere else where it is the subject. */
export function isTrueOf({ subject, attribute }: PairFact, text: string, base: FactBase): boolean {
  const { lexicon } = base
  if (lexicon.isSaidBy(text, subject)) return true
  return truthsOf(base, subject).some((truth) =>
    folded(truth.attribute) === folded(attribute)
      ? lexicon.overlap(text, truth.value)
      : lexicon.isSaidBy(text, truth.value),
  )
}
