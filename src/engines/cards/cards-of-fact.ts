import type { Card } from '../../model/card.ts'
import type { ClozePart, Fact, StepFact } from '../../model/fact.ts'
import { cardId } from '../../model/ids.ts'
import { unreachable } from '../../model/unreachable.ts'

const BLANK = '[…]'

/**
 * The ways a fact can be asked by self-graded recall; none when the notes say too little to ask.
 *
 * @param siblings The facts of the same set: a step is asked by the one before it.
 */
export function cardsOf(fact: Fact, siblings: readonly Fact[]): readonly Card[] {
  switch (fact.kind) {
    case 'relation': {
      const forward = card(fact, 'forward', fact.attribute, fact.subject, fact.value)
      if (!fact.oneToOne) return [forward]
      return [
        forward,
        card(fact, 'reverse', `${fact.subjectLabel}, by its ${fact.attribute}`, fact.value, fact.subject),
      ]
    }
    case 'term':
      return [
        card(fact, 'forward', 'What does it mean?', fact.subject, fact.value),
        card(fact, 'reverse', 'Which term is it?', fact.value, fact.subject),
      ]
    case 'scenario':
      return [card(fact, 'forward', 'What is the answer?', fact.subject, fact.value)]
    case 'trap':
      return [card(fact, 'forward', 'What is the trap?', fact.subject, fact.value), ...clozes(fact, fact.cloze)]
    case 'concept': {
      const blanks = clozes(fact, fact.cloze)
      return blanks.length > 0 ? blanks : [card(fact, 'forward', fact.attribute, fact.subject, fact.value)]
    }
    case 'membership':
      if (fact.lists.length > 1) return [card(fact, 'forward', fact.lists.join(' or '), fact.subject, fact.value)]
      return clozes(fact, fact.cloze)
    case 'step':
      return steps(fact, siblings)
    default:
      return unreachable(fact)
  }
}

function card(fact: Fact, kind: Card['kind'], cue: string, front: string, back: string): Card {
  return { id: cardId(fact.id, kind), fact: fact.id, kind, cue, front, back }
}

/** One card a blank: the others are filled in. */
function clozes(fact: Fact, parts: readonly ClozePart[]): readonly Card[] {
  return parts.flatMap((part, index): readonly Card[] => {
    if (part.kind === 'text') return []
    const front = parts.map((other, place) => (place === index ? BLANK : other.text)).join('')
    const cue = fact.kind === 'membership' ? fact.value : fact.subject
    const made = card(fact, 'cloze', cue, front, part.text)
    return [{ ...made, id: cardId(fact.id, `cloze-${index}`) }]
  })
}

/** A step is asked by the one before it; where that is not at hand, by its place. */
function steps(fact: StepFact, siblings: readonly Fact[]): readonly Card[] {
  const before = siblings
    .filter((other): other is StepFact => other.kind === 'step' && other.position < fact.position)
    .reduce<StepFact | null>((last, other) => (last === null || other.position > last.position ? other : last), null)
  const question =
    fact.position === 0
      ? 'What comes first?'
      : before === null
        ? `What is step ${fact.position + 1}?`
        : `What comes after “${before.subject}”?`
  return [card(fact, 'forward', fact.attribute, question, fact.subject)]
}
