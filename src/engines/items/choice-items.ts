import { itemId } from '../../model/ids.ts'
import type { ChoiceItem, Option } from '../../model/item.ts'
import { answerOf } from './also-right.ts'
import type { Direction } from './also-right.ts'
import { candidatesFor, distractorsAmong } from './distractors.ts'
import type { Distractor } from './distractors.ts'
import { columnOf, headingAbove, isProperty } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { askSubject, askValue, TURNS } from './questions.ts'
import type { Turn } from './questions.ts'
import { rememberedFor } from './remembered.ts'
import { placed, sentence, stated, under } from './wording.ts'

/**
 * The one-of-four questions that a fact allows: for its value and, where that belongs to it alone, for its subject;
 * each in two wordings, with other wrong options where there are enough.
 */
export function choiceItems(fact: PairFact, base: FactBase): readonly ChoiceItem[] {
  const strict = choicesOf(fact, base, true)
  // “AWS KMS: Customer-managed encryption keys” can be asked in no way that lets no word slip: better once than never.
  return strict.length > 0 ? strict : choicesOf(fact, base, false).slice(0, 1)
}

function choicesOf(fact: PairFact, base: FactBase, isStrict: boolean): readonly ChoiceItem[] {
  const directions = DIRECTIONS.filter((direction) =>
    direction === 'forward' ? !isProperty(fact) : isReversible(fact, base),
  )
  const common = commonOf(fact, base)
  return directions.flatMap((direction) => {
    const items: ChoiceItem[] = []
    const candidates = candidatesFor(fact, direction, base)
    let used: readonly Distractor[] = []
    for (const turn of TURNS) {
      const stems = stemsOf(fact, direction, turn)
      const questionFor = (others: readonly Distractor[]) => base.lexicon.contentWords(stems.beside(others))
      const distractors = distractorsAmong(candidates, fact, direction, base, questionFor, used, isStrict)
      if (distractors === null) continue
      used = distractors
      const stem = stems.beside(distractors)
      if (items.some((item) => item.stem === stem)) continue
      const options = [RIGHT[direction](fact), ...distractors.map((wrong) => WRONG[direction](wrong.fact))]
      const id = itemId(fact.id, SHAPES[direction][turn])
      items.push({ ...common, id, type: 'choice', stem, options: settled(options), facts: [fact.id] })
    }
    return items
  })
}

const DIRECTIONS: readonly Direction[] = ['forward', 'reverse']

const SHAPES = { forward: ['choice', 'choice-b'], reverse: ['choice-reverse', 'choice-reverse-b'] } as const

const rightOption = (direction: Direction) =>
  rememberedFor((fact: PairFact): Option => option(answerOf(fact, direction), true, says(fact), fact))
const wrongOption = (direction: Direction) =>
  rememberedFor((fact: PairFact): Option => option(answerOf(fact, direction), false, reallyIs(fact, direction), fact))

/** A fact is a wrong option of a dozen questions, in the same words each time. */
const RIGHT = { forward: rightOption('forward'), reverse: rightOption('reverse') }
const WRONG = { forward: wrongOption('forward'), reverse: wrongOption('reverse') }

function isReversible(fact: PairFact, base: FactBase): boolean {
  switch (fact.kind) {
    case 'term':
      return true
    case 'relation':
      return fact.oneToOne
    case 'scenario':
      return columnOf(base, fact).every((other) => other === fact || !base.lexicon.overlap(other.value, fact.value))
  }
}

interface Stems {
  /** Distractors from another table would be known as such under the heading of this one. */
  readonly beside: (others: readonly Distractor[]) => string
}

function stemsOf(fact: PairFact, direction: Direction, turn: Turn): Stems {
  const heading = headingOver(fact)
  const bare = stemOf(fact, direction, turn, null)
  const headed = heading === null ? bare : stemOf(fact, direction, turn, heading)
  return { beside: (others) => (others.every((other) => other.fact.set === fact.set) ? headed : bare) }
}

/** Terms and scenarios speak for themselves; a row of a table is understood by the heading over it. */
function headingOver(fact: PairFact): string | null {
  return fact.kind === 'relation' ? headingAbove(fact) : null
}

function stemOf(fact: PairFact, direction: Direction, turn: Turn, heading: string | null): string {
  const isForward = direction === 'forward'
  switch (fact.kind) {
    case 'term':
      return isForward ? TERM[turn].means(fact.subject) : TERM[turn].isMeant(fact.value)
    case 'scenario': {
      if (!isQuestion(fact)) return isForward ? SCENARIO[turn].needs(fact.subject) : SCENARIO[turn].isNeeded(fact.value)
      return isForward ? fact.subject : `Which question has this answer? “${fact.value}”`
    }
    case 'relation':
      return under(heading, isForward ? askValue(fact, turn) : askSubject(fact, turn))
  }
}

const TERM = [
  {
    means: (term: string) => `What does “${term}” mean?`,
    isMeant: (meaning: string) => `Which term is defined here? “${meaning}”`,
  },
  {
    means: (term: string) => `Which explanation fits the term “${term}”?`,
    isMeant: (meaning: string) => `“${meaning}” – which term is this?`,
  },
] as const

const SCENARIO = [
  {
    needs: (situation: string) => `Which answer fits this requirement? “${situation}”`,
    isNeeded: (answer: string) => `Which requirement does this meet best? “${answer}”`,
  },
  {
    needs: (situation: string) => `A team has this requirement: “${situation}”. What should it choose?`,
    isNeeded: (answer: string) => `“${answer}” – for which requirement would you choose this?`,
  },
] as const

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
