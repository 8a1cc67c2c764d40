import type { StepFact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { MatchingItem, OrderingItem } from '../../model/item.ts'
import { isAlsoRight } from './also-right.ts'
import type { Direction } from './also-right.ts'
import { isQuestion, says } from './choice-items.ts'
import { columnOf, headingAbove, isProperty } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { lowered, pluralOf } from './heading.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { mayStandBeside } from './kinds.ts'
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
      stem: askOrder(first.attribute),
      options: settled(options),
      order: options.map(({ id }) => id),
      facts: run.map(({ id }) => id),
    },
  ]
}

const NUMBERED = /^(?:step|stage|phase|part|gate|no\.?|#)?\s*\d+\s*[.):—–-]\s*/i
const COUNTED = /\s*\((?:step|stage|phase|part|gate|no\.?|#)?\s*\d+\)/gi
const SAID = /^(?:first|second|third|then|next|after that|finally|lastly|last),?\s+/i

/** What is said besides of a step mostly tells its place: "which is ongoing", "that leads back to the start". */
const BESIDES = /,? (?:which|that) .*$/i

/** The step without the words that give its place away: "(Gate 1)", "Step 2:", "Finally,". */
function shown({ subject }: StepFact): string {
  const plain = subject.replace(COUNTED, '').replace(NUMBERED, '').replace(SAID, '').replace(BESIDES, '').trim()
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

/** Of "Order of the governed model lifecycle", or of "Stage order in Model lifecycle" as a table gives it. */
function askOrder(attribute: string): string {
  const [, label, title] = /^(.+) order in (.+)$/.exec(attribute) ?? []
  if (label !== undefined) return `Put these ${pluralOf(lowered(label))} in the right order, first to last: ${title}.`
  const thing = attribute.replace(/^(?:the )?(?:right |correct )?(?:order|sequence) of /i, '')
  return `Put these in the right order, first to last: ${thing}.`
}

/**
 * Rows of one column to match, four at a time; rows whose answers could be taken for each other are not asked
 * together. Each row picks its group by lot, and begins a question when it is the first by lot in it: so no two
 * questions are the same, and what becomes of rows outside a group changes nothing in it.
 *
 * @param isAskedAlone Whether there is a question of four options about a fact.
 */
export function matchingItems(
  fact: PairFact,
  base: FactBase,
  isAskedAlone: (fact: PairFact) => boolean,
): readonly MatchingItem[] {
  // A pair that its words tie together is asked where nothing else asks it, and never beside another such pair: but of
  // three rows there is no other kind of question.
  const isTied = (row: PairFact) => base.read(row).isTied
  const isLeft = (row: PairFact) => isTied(row) && !isAskedAlone(row)
  if (isProperty(fact) || (isTied(fact) && !isLeft(fact))) return []
  const column = columnOf(base, fact)
  const isFit = (row: PairFact) => !isTied(row) || (column.length < PROMPTS && isLeft(row))
  const group: PairFact[] = [fact]
  for (const other of byLot(fact, column)) {
    if (group.length === PROMPTS) break
    if (other === fact || !isFit(other) || !mayStandBeside(fact, other, base)) continue
    if (group.every((row) => areApart(row, other, base))) group.push(other)
  }
  // In a group with such a pair it comes first.
  const isFirst = group.every((other) =>
    isTied(other) === isTied(fact) ? ownLot(fact) <= ownLot(other) : isTied(fact),
  )
  return isFirst && group.length >= SHORTEST ? [matching(fact, group, base)] : []
}

/** Whether neither answer could be taken for the other's, and none names what the other is the answer to. */
function areApart(row: PairFact, other: PairFact, base: FactBase): boolean {
  const directions: readonly Direction[] = ['forward', 'reverse']
  return directions.every(
    (direction) => !isAlsoRight(row, other, direction, base) && !isAlsoRight(other, row, direction, base),
  )
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
