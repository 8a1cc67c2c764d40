import { itemId } from '../../model/ids.ts'
import type { ChoiceItem } from '../../model/item.ts'
import { answerOf, distractorsFor } from './distractors.ts'
import type { Direction } from './distractors.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { askSubject, askValue, lowered, stated } from './wording.ts'

/** The one-of-four questions that a fact allows: for its value and, where that belongs to it alone, for its subject. */
export function choiceItems(fact: PairFact, base: FactBase): readonly ChoiceItem[] {
  const directions: readonly Direction[] = isReversible(fact) ? ['forward', 'reverse'] : ['forward']
  return directions.flatMap((direction): readonly ChoiceItem[] => {
    const stem = stemOf(fact, direction)
    const distractors = distractorsFor(fact, direction, stem, base)
    if (distractors === null) return []
    const key = option(answerOf(fact, direction), true, keyRationale(fact), fact)
    const others = distractors.map((wrong) => option(wrong.text, false, wrongRationale(wrong.fact, direction), wrong.fact))
    const shape = direction === 'forward' ? 'choice' : 'choice-reverse'
    return [
      {
        ...commonOf(fact),
        id: itemId(fact.id, shape),
        type: 'choice',
        stem,
        options: settled([key, ...others]),
        facts: [fact.id],
      },
    ]
  })
}

function isReversible(fact: PairFact): boolean {
  return fact.kind === 'term' || (fact.kind === 'relation' && fact.oneToOne)
}

function stemOf(fact: PairFact, direction: Direction): string {
  switch (fact.kind) {
    case 'term':
      return direction === 'forward' ? `What does “${fact.subject}” mean?` : `Which term is defined here? “${fact.value}”`
    case 'scenario':
      return `The requirement: “${fact.subject}”. Which answer fits?`
    case 'relation':
      return direction === 'forward'
        ? askValue(fact.subjectLabel, fact.subject, fact.attribute)
        : askSubject(fact.subjectLabel, fact.attribute, fact.value)
  }
}

function keyRationale(fact: PairFact): string {
  return `${says(fact)}.`
}

function wrongRationale(fact: PairFact, direction: Direction): string {
  if (direction === 'reverse') return `${says(fact)}.`
  switch (fact.kind) {
    case 'term':
      return `That is what “${fact.subject}” means.`
    case 'scenario':
      return `That answers another requirement: “${fact.subject}”.`
    case 'relation':
      return `That stands for another ${lowered(fact.subjectLabel)}: “${fact.subject}”.`
  }
}

/** The fact as a statement. */
export function says(fact: PairFact): string {
  switch (fact.kind) {
    case 'term':
      return `“${fact.subject}” means: ${fact.value}`
    case 'scenario':
      return `“${fact.subject}” calls for: ${fact.value}`
    case 'relation':
      return stated(fact.subject, fact.attribute, fact.value)
  }
}
