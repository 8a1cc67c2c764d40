import type { RelationFact } from '../../model/fact.ts'
import { unreachable } from '../../model/unreachable.ts'
import { headingOf, lowered } from './heading.ts'
import type { Heading } from './heading.ts'

/** What the wording of a question about a relation depends on. */
export type Worded = Pick<RelationFact, 'subjectLabel' | 'subject' | 'attribute' | 'value'>

/** States the fact: "The defense against the attack “Jailbreaking” is: …" */
export function stated(fact: Worded): string {
  const thing = thingOf(fact)
  const heading = headingOf(fact.attribute)
  switch (heading.kind) {
    case 'description':
      return `${capitalised(thing)} is described like this: ${fact.value}`
    case 'noun':
      return `${capitalised(nounPhrase(heading, thing))} ${heading.plural ? 'are' : 'is'}: ${fact.value}`
    case 'does':
      return heading.asker === 'what' && heading.rest === ''
        ? `${capitalised(thing)} ${heading.verb}: ${fact.value}`
        : `${capitalised(clauseOf(heading, thing))}: ${fact.value}`
    case 'should':
    case 'happens':
      return `${capitalised(clauseOf(heading, thing))}: ${fact.value}`
    case 'verb':
      return `“${fact.subject}” ${heading.words}: ${fact.value}`
    default:
      return unreachable(heading)
  }
}

/** Says where an answer belongs: "That is the defense against the attack “Jailbreaking”" */
export function placed(fact: Worded): string {
  const thing = thingOf(fact)
  const heading = headingOf(fact.attribute)
  switch (heading.kind) {
    case 'description':
      return `That describes ${thing}`
    case 'noun':
      return `${heading.plural ? 'Those are' : 'That is'} ${nounPhrase(heading, thing)}`
    case 'does':
    case 'should':
    case 'happens':
      return `That is ${clauseOf(heading, thing)}`
    case 'verb':
      return `That is what “${fact.subject}” ${heading.words}`
    default:
      return unreachable(heading)
  }
}

/** "each attack with its defense" */
export function paired(subjectLabel: string, attribute: string): string {
  const each = `each ${lowered(subjectLabel)}`
  const heading = headingOf(attribute)
  switch (heading.kind) {
    case 'description':
      return `${each} with its description`
    case 'noun':
      return heading.words.startsWith('reason to ')
        ? `${each} with the ${heading.words}`
        : `${each} with its ${heading.words}`
    case 'does':
    case 'should':
    case 'happens':
      return `${each} with ${clauseOf(heading, 'it')}`
    case 'verb':
      return `${each} with what it ${heading.words}`
    default:
      return unreachable(heading)
  }
}

type Clause = Extract<Heading, { kind: 'does' | 'should' | 'happens' }>

/** "what the monitor type “…” detects" */
export function clauseOf(heading: Clause, thing: string): string {
  switch (heading.kind) {
    case 'does':
      return `${heading.asker} ${thing} ${trimmed(`${heading.verb} ${heading.rest}`)}`
    case 'should':
      return `${heading.asker} to ${withThing(heading.rest, thing)}`
    case 'happens':
      return `${heading.asker} is ${heading.rest} for ${thing}`
    default:
      return unreachable(heading)
  }
}

export function nounPhrase({ words }: Extract<Heading, { kind: 'noun' }>, thing: string): string {
  if (isReasonForIt(words)) return `the ${withThing(words, thing)}`
  return `the ${words} ${prepositionFor(words)} ${thing}`
}

/** “Why Use It” */
function isReasonForIt(words: string): boolean {
  return /^reason to .*\bit$/.test(words)
}

function prepositionFor(words: string): string {
  if (/\b(?:defenses?|mitigations?|countermeasures?|remedy|remedies)$/i.test(words)) return 'against'
  return /\b(?:purpose|role|type|category|level|scope|region|examples?)$/i.test(words) ? 'of' : 'for'
}

/** "use it" names the thing itself; "monitor" is done for it. */
export function withThing(rest: string, thing: string): string {
  return /\bit$/.test(rest) ? rest.replace(/\bit$/, thing) : `${rest} for ${thing}`
}

export const thingOf = ({ subjectLabel, subject }: Worded): string => `the ${lowered(subjectLabel)} “${subject}”`

const NUMBERS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']

/** "TWO": how the exam writes the number of right options. */
export function countWord(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** A text as a sentence: with one full stop, unless it ends in a mark of its own. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** A question with the heading it stands under, so that it can be understood alone. */
export function under(heading: string | null, question: string): string {
  return heading === null ? question : `${heading}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const trimmed = (text: string): string => text.trim()
