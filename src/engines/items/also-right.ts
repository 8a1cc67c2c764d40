import type { Truth } from '../../model/background.ts'
import { folded } from './answer-text.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { areOverlapping, isSaidBy, isWithin } from './lexicon.ts'
import type { Lexicon, Reading } from './lexicon.ts'

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
    ? isSaidOf(own.subject, fact.attribute, its.value, base) || isListedUnder(its.value, own.subject, base)
    : isSaidOf(its.subject, other.attribute, own.value, base) ||
        isSaidBy(its.subject, own.value) ||
        isListedUnder(own.value, its.subject, base)
}

/** Whether each thing that a cell lists is true of the subject. */
function isSaidInParts({ parts }: Reading, said: readonly Truth[], lexicon: Lexicon): boolean {
  if (said.length === 0 || parts.length === 0) return false
  return parts.every((words) => said.some(({ value }) => isWithin(words, lexicon.read(value).words)))
}

/** Whether the notes name one thing where they speak of another: “Monitoring” lists GuardDuty among its controls. */
function isListedUnder(thing: Reading, name: Reading, { truths, lexicon }: FactBase): boolean {
  return (truths.get(thing.name) ?? []).some(({ value }) => isSaidBy(name, lexicon.read(value)))
}

/** Whether the notes say a text of a fact's subject: by its name, or anywhere else where it is the subject. */
export function isTrueOf({ subject, attribute }: PairFact, text: string, base: FactBase): boolean {
  return isSaidOf(base.lexicon.read(subject), attribute, base.lexicon.read(text), base)
}

function isSaidOf(subject: Reading, attribute: string, text: Reading, { truths, lexicon }: FactBase): boolean {
  if (isSaidBy(text, subject)) return true
  const said = truths.get(subject.name) ?? []
  return (
    isSaidInParts(text, said, lexicon) ||
    said.some((truth) => {
      const said = lexicon.read(truth.value)
      // What the course says by the way is one thing each: a whole cell is right when all that it lists is true.
      if (truth.attribute === '') return isWithin(text.words, said.words)
      return folded(truth.attribute) === folded(attribute) ? areOverlapping(text, said) : isSaidBy(text, said)
    })
  )
}
