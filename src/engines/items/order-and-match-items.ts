import type { StepFact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { MatchingItem, OrderingItem } from '../../model/item.ts'
import { isAlsoRight } from './also-right.ts'
import { isQuestion, says } from './choice-items.ts'
import { columnOf, headingAbove } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { byLot, ownLot } from './lots.ts'
import { capitalised, paired, sentence, under } from './wording.ts'

const SHORTEST = 3
const LONGEST_ORDER = 5
const PROMPTS = 4

/** Every run of five neighbouring steps (or all of them, when they are three or four) to put in order. */
export function orderingItems(steps: readonly StepFact[], base: FactBase): readonly OrderingItem[] {
  const inOrder = steps.toSorted((one, other) => one.position - other.position)
  const length = Math.min(LONGEST_ORDER, inOrder.length)
  if (length < SHORTEST) return []
  return inOrder.flatMap((_, start) =>
    start + length > inOrder.length ? [] : ordering(inOrder.slice(start, start + length), base),
  )
}

function ordering(run: readonly StepFact[], base: FactBase): readonly OrderingItem[] {
  const [first] = run
  const options = run.map((step, index) => option(shown(step), true, placeIn(run, index), step))
  if (first === undefined || new Set(options.map(({ id }) => id)).size < run.length) return []
  return [
    {
      ...commonOf(first, base),
      id: itemId(first.id, 'ordering'),
      type: 'ordering',
      stem: `Put these in the right order, first to last: ${orderedThing(first.attribute)}.`,
      options: settled(options),
      order: options.map(({ id }) => id),
      facts: run.map(({ id }) => id),
    },
  ]
}

const NUMBERED = /^(?:step|stage|phase|part|gate|no\.?|#)?\s*\d+\s*[.):—–-]\s*/i
const COUNTED = /\s*\((?:step|stage|phase|part|gate|no\.?|#)?\s*\d+\)/gi
const SAID = /^(?:first|second|third|then|next|after that|finally|lastly|last),?\s+/i

/** The step without the words that give its place away: "(Gate 1)", "Step 2:", "Finally,". */
function shown({ subject }: StepFact): string {
  const plain = subject.replace(COUNTED, '').replace(NUMBERED, '').replace(SAID, '').trim()
  return plain === '' ? subject : capitalised(plain)
}

function placeIn(run: readonly StepFact[], index: number): string {
  const [before, after] = [run[index - 1], run[index + 1]]
  const neighbours = [
    ...(before === undefined ? [] : [`after “${shown(before)}”`]),
    ...(after === undefined ? [] : [`before “${shown(after)}”`]),
  ]
  return sentence(`It comes ${neighbours.join(' and ')}`)
}

/** "Order of the governed model lifecycle" → "the governed model lifecycle" */
function orderedThing(attribute: string): string {
  return attribute.replace(/^(?:the )?(?:right |correct )?(?:order|sequence) of /i, '')
}

/**
 * Rows of one column to match, four at a time; rows whose answers could be taken for each other are not asked
 * together. Each row picks its group by lot, and begins a question when it is the first by lot in it: so no two
 * questions are the same, and what becomes of rows outside a group changes nothing in it.
 */
export function matchingItems(fact: PairFact, base: FactBase): readonly MatchingItem[] {
  const group: PairFact[] = [fact]
  for (const other of byLot(fact, columnOf(base, fact))) {
    if (group.length === PROMPTS) break
    if (other === fact) continue
    if (group.every((row) => !isAlsoRight(row, other, 'forward', base) && !isAlsoRight(other, row, 'forward', base))) {
      group.push(other)
    }
  }
  const isFirst = group.every((other) => ownLot(fact) <= ownLot(other))
  return isFirst && group.length >= SHORTEST ? [matching(fact, group, base)] : []
}

function matching(first: PairFact, group: readonly PairFact[], base: FactBase): MatchingItem {
  const pairs = group.map((fact) => ({ answer: option(fact.value, true, says(fact), fact), fact }))
  const prompts = pairs.map(({ answer, fact }) => {
    const { id, text } = option(fact.subject, true, '', fact)
    return { id, text, answer: answer.id }
  })
  return {
    ...commonOf(first, base),
    id: itemId(first.id, 'matching'),
    type: 'matching',
    stem: matchStem(first),
    options: settled(pairs.map(({ answer }) => answer)),
    prompts: prompts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    facts: group.map(({ id }) => id),
  }
}

function matchStem(fact: PairFact): string {
  switch (fact.kind) {
    case 'term':
      return 'Match each term with its meaning.'
    case 'scenario':
      return `Match each ${isQuestion(fact) ? 'question' : 'requirement'} with its answer.`
    case 'relation':
      return under(headingAbove(fact), `Match ${paired(fact.subjectLabel, fact.attribute)}.`)
  }
}
