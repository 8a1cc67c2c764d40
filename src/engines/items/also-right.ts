import { folded } from './answer-text.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { areOverlapping, isSaidBy } from './lexicon.ts'
import type { Reading } from './lexicon.ts'

/** Which side of a fact is asked for. */
export type Direction = 'forward' | 'reverse'

export const answerOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.value : fact.subject

export const askedOf = (fact: PairFact, direction: Direction): string =>
  direction === 'forward' ? fact.subject : fact.value

/** Whether another row's answer would be right, or arguable, for this question too. */
export function isAlsoRight(fact: PairFact, other: PairFact, direction: Direction, base: FactBase): boolean {
  const [own, its] = [base.read(fact), base.read(other)]
  if (areOverlapping(own.value, its.value) || areOverlapping(own.subject, its.subject)) return true
  return direction === 'forward'
    ? isSaidOf(own.subject, fact.attribute, its.value, base)
    : isSaidOf(its.subject, other.attribute, own.value, base)
}

/** Whether the notes say a text of a fact's subject: by its name, or anywhere else where it is the subject. */
export function isTrueOf({ subject, attribute }: PairFact, text: string, base: FactBase): boolean {
  return isSaidOf(base.lexicon.read(subject), attribute, base.lexicon.read(text), base)
}

function isSaidOf(subject: Reading, attribute: string, text: Reading, { truths, lexicon }: FactBase): boolean {
  if (isSaidBy(text, subject)) return true
  return (truths.get(subject.name) ?? []).some((truth) => {
    const said = lexicon.read(truth.value)
    return folded(truth.attribute) === folded(attribute) ? areOverlapping(text, said) : isSaidBy(text, said)
  })
}
