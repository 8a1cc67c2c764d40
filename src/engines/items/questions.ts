import { unreachable } from '../../model/unreachable.ts'
import { baseForm, headingOf, lowered, pluralOf } from './heading.ts'
import type { Heading } from './heading.ts'
import { capitalised, clauseOf, countWord, nounPhrase, thingOf, trimmed, withThing } from './wording.ts'
import type { Worded } from './wording.ts'

/** Each question is put in two ways, so that one who meets it again has to read it. */
export type Turn = (typeof TURNS)[number]

export const TURNS = [0, 1] as const

/** Asks for the value: "What is the defense against the attack “Jailbreaking”?" */
export function askValue(fact: Worded, turn: Turn = 0): string {
  const thing = thingOf(fact)
  const heading = headingOf(fact.attribute)
  return turn === 0 ? askPlainly(fact, heading, thing) : askAgain(fact, heading, thing)
}

function askPlainly({ subject }: Worded, heading: Heading, thing: string): string {
  switch (heading.kind) {
    case 'description':
      return `Which statement describes ${thing}?`
    case 'noun':
      return `What ${heading.plural ? 'are' : 'is'} ${nounPhrase(heading, thing)}?`
    case 'does':
      return `${capitalised(heading.asker)} does ${thing} ${trimmed(`${baseForm(heading.verb)} ${heading.rest}`)}?`
    case 'should':
      return `${capitalised(heading.asker)} should you ${withThing(heading.rest, thing)}?`
    case 'happens':
      return `${capitalised(heading.asker)} is ${heading.rest} for ${thing}?`
    case 'verb':
      return `Which option completes this sentence? “${subject}” ${heading.words} …`
    default:
      return unreachable(heading)
  }
}

function askAgain({ subject }: Worded, heading: Heading, thing: string): string {
  switch (heading.kind) {
    case 'description':
      return `Which description fits ${thing}?`
    case 'noun':
      return `Which of these ${heading.plural ? 'are' : 'is'} ${nounPhrase(heading, thing)}?`
    case 'does':
    case 'should':
    case 'happens':
      return `Which option says ${clauseOf(heading, thing)}?`
    case 'verb':
      return `Which option says what “${subject}” ${heading.words}?`
    default:
      return unreachable(heading)
  }
}

/** Asks for the subject: "Which attack has this defense? “…”" */
export function askSubject({ subjectLabel, attribute, value }: Worded, turn: Turn = 0): string {
  const label = lowered(subjectLabel)
  const heading = headingOf(attribute)
  return turn === 0 ? `${whoIsIt(heading, label)} “${value}”` : `“${value}” – ${whoIsMeant(heading, label)}`
}

function whoIsIt(heading: Heading, label: string): string {
  switch (heading.kind) {
    case 'description':
      return `Which ${label} is described here?`
    case 'noun':
      return `Which ${label} has ${heading.plural ? 'these' : 'this'} ${heading.words}?`
    case 'does':
      return heading.asker === 'what'
        ? `Which ${label} ${trimmed(`${heading.verb} this ${heading.rest}`)}?`
        : `Which ${label} is it? This is ${heading.asker} it ${trimmed(`${heading.verb} ${heading.rest}`)}:`
    case 'should':
      return heading.asker === 'what'
        ? `For which ${label} should you ${heading.rest} this?`
        : `Which ${label} is it? This is ${heading.asker} to ${heading.rest}:`
    case 'happens':
      return heading.asker === 'what'
        ? `For which ${label} is this ${heading.rest}?`
        : `Which ${label} is it? This is ${heading.asker} it is ${heading.rest}:`
    case 'verb':
      return `Which ${label} ${heading.words} the following?`
    default:
      return unreachable(heading)
  }
}

function whoIsMeant(heading: Heading, label: string): string {
  switch (heading.kind) {
    case 'description':
      return `which ${label} does this describe?`
    case 'noun':
      return `${heading.plural ? 'these are' : 'this is'} ${nounPhrase(heading, `which ${label}`)}?`
    case 'does':
      return heading.asker === 'what'
        ? `which ${label} ${trimmed(`${heading.verb} this ${heading.rest}`)}?`
        : `this is ${heading.asker} it ${trimmed(`${heading.verb} ${heading.rest}`)}. Which ${label} is meant?`
    case 'should':
      return heading.asker === 'what'
        ? `for which ${label} should you ${heading.rest} this?`
        : `this is ${heading.asker} to ${heading.rest}. Which ${label} is meant?`
    case 'happens':
      return heading.asker === 'what'
        ? `for which ${label} is this ${heading.rest}?`
        : `this is ${heading.asker} it is ${heading.rest}. Which ${label} is meant?`
    case 'verb':
      return `which ${label} ${heading.words} this?`
    default:
      return unreachable(heading)
  }
}

/** Asks for several of the things that a cell lists: "Which TWO key risks belong to the stage “Model Storage”?" */
export function askEntries(fact: Worded, count: number): string {
  const which = `Which ${countWord(count)}`
  const thing = thingOf(fact)
  const heading = headingOf(fact.attribute)
  switch (heading.kind) {
    case 'description':
      return `${which} describe ${thing}?`
    case 'noun':
      return heading.plural
        ? `${which} ${heading.words} are listed for ${thing}?`
        : `${which} are part of ${nounPhrase(heading, thing)}?`
    case 'does':
      return `${which} does ${thing} ${trimmed(`${baseForm(heading.verb)} ${heading.rest}`)}?`
    case 'should':
      return `${which} should you ${withThing(heading.rest, thing)}?`
    case 'happens':
      return `${which} are ${heading.rest} for ${thing}?`
    case 'verb':
      return `${which} complete this sentence? “${fact.subject}” ${heading.words} …`
    default:
      return unreachable(heading)
  }
}

/** Asks for several subjects of one value: "Which TWO services have this category?" Null where no plural reads well. */
export function askSubjects({ subjectLabel, attribute, value }: Worded, count: number): string | null {
  const heading = headingOf(attribute)
  if (heading.kind !== 'noun') return null
  const labels = pluralOf(lowered(subjectLabel))
  return `Which ${countWord(count)} ${labels} have ${heading.plural ? 'these' : 'this'} ${heading.words}? “${value}”`
}
