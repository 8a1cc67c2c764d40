import { itemId } from '../../model/ids.ts'
import type { ChoiceItem } from '../../model/item.ts'
import { answerOf } from './also-right.ts'
import type { Direction } from './also-right.ts'
import { distractorsFor } from './distractors.ts'
import { headingAbove } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { askSubject, askValue, placed, sentence, stated, under } from './wording.ts'

/** The one-of-four questions that a fact allows: for its value and, where that belongs to it alone, for its subject. */
export function choiceItems(fact: PairFact, base: FactBase): readonly ChoiceItem[] {
  const directions: readonly Direction[] = isReversible(fact) ? ['forward', 'reverse'] : ['forward']
  return directions.flatMap((direction): readonly ChoiceItem[] => {
    // Distractors from another table would be known as such under the heading of this one.
    const stemFor = (others: readonly { readonly fact: PairFact }[]) =>
      stemOf(fact, direction, others.every((other) => other.fact.set === fact.set) ? headingOver(fact) : null)
    const distractors = distractorsFor(fact, direction, base, stemFor)
    if (distractors === null) return []
    const key = option(answerOf(fact, direction), true, says(fact), fact)
    const others = distractors.map((wrong) => option(wrong.text, false, reallyIs(wrong.fact, direction), wrong.fact))
    return [
      {
        ...commonOf(fact),
        id: itemId(fact.id, direction === 'forward' ? 'choice' : 'choice-reverse'),
        type: 'choice',
        stem: stemFor(distractors),
        options: settled([key, ...others]),
        facts: [fact.id],
      },
    ]
  })
}

function isReversible(fact: PairFact): boolean {
  return fact.kind === 'term' || (fact.kind === 'relation' && fact.oneToOne)
}

/** Terms and scenarios speak for themselves; a row of a table is understood by the heading over it. */
function headingOver(fact: PairFact): string | null {
  return fact.kind === 'relation' ? headingAbove(fact) : null
}

function stemOf(fact: PairFact, direction: Direction, heading: string | null): string {
  switch (fact.kind) {
    case 'term':
      return direction === 'forward'
        ? `What does “${fact.subject}” mean?`
        : `Which term is defined here? “${fact.value}”`
    case 'scenario':
      return isQuestion(fact) ? fact.subject : `Which answer fits this requirement? “${fact.subject}”`
    case 'relation':
      return under(heading, direction === 'forward' ? askValue(fact) : askSubject(fact))
  }
}

/** Notes may put a situation as a question; then it is asked as it stands. */
export function isQuestion({ subject }: PairFact): boolean {
  return subject.trimEnd().endsWith('?')
}

/** What a wrong option is the right answer to. */
export function reallyIs(fact: PairFact, direction: Direction): string {
  if (direction === 'reverse') return says(fact)
  switch (fact.kind) {
    case 'term':
      return `That is what “${fact.subject}” means.`
    case 'scenario':
      return `That answers another ${isQuestion(fact) ? 'question' : 'requirement'}: “${fact.subject}”.`
    case 'relation':
      return sentence(placed(fact))
  }
}

/** The fact as a sentence. */
export function says(fact: PairFact): string {
  switch (fact.kind) {
    case 'term':
      return sentence(`“${fact.subject}” means: ${fact.value}`)
    case 'scenario':
      return sentence(
        isQuestion(fact) ? `“${fact.subject}” – ${fact.value}` : `“${fact.subject}” calls for: ${fact.value}`,
      )
    case 'relation':
      return sentence(stated(fact))
  }
}
