import type { StepFact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { MatchingItem, OrderingItem } from '../../model/item.ts'
import { overlap } from './answer-text.ts'
import { says } from './choice-items.ts'
import type { PairFact } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { paired } from './wording.ts'

const SHORTEST = 3
const LONGEST_ORDER = 5
const PROMPTS = 4

/** Runs of three to five neighbouring steps to put in order. */
export function orderingItems(steps: readonly StepFact[]): readonly OrderingItem[] {
  const inOrder = steps.toSorted((one, other) => one.position - other.position)
  if (inOrder.length < SHORTEST) return []
  const length = Math.min(LONGEST_ORDER, inOrder.length)
  const items: OrderingItem[] = []
  for (let start = 0; start + length <= inOrder.length; start += length - 1) items.push(...ordering(inOrder.slice(start, start + length)))
  const covered = items.length === 0 ? 0 : 1 + items.length * (length - 1)
  if (covered < inOrder.length) items.push(...ordering(inOrder.slice(-length)))
  return items
}

function ordering(run: readonly StepFact[]): readonly OrderingItem[] {
  const [first] = run
  if (first === undefined || new Set(run.map(({ subject }) => subject)).size < run.length) return []
  const options = run.map((step) => option(step.subject, true, `Step ${step.value}.`, step))
  return [
    {
      ...commonOf(first),
      id: itemId(first.id, 'ordering'),
      type: 'ordering',
      stem: `Put these in the right order, first to last: ${first.attribute}.`,
      options: settled(options),
      order: options.map(({ id }) => id),
      facts: run.map(({ id }) => id),
    },
  ]
}

/** Rows of one column to match, four at a time; rows whose answers could be taken for each other are not asked together. */
export function matchingItems(column: readonly PairFact[]): readonly MatchingItem[] {
  const groups: PairFact[][] = []
  for (const fact of column) {
    const fits = (group: readonly PairFact[]) =>
      group.length < PROMPTS &&
      group.every((other) => !overlap(other.value, fact.value) && !overlap(other.subject, fact.subject))
    const group = groups.find(fits)
    if (group === undefined) groups.push([fact])
    else group.push(fact)
  }
  return groups.filter(({ length }) => length >= SHORTEST).flatMap(matching)
}

function matching(group: readonly PairFact[]): readonly MatchingItem[] {
  const [first] = group
  if (first === undefined) return []
  const answers = group.map((fact) => option(fact.value, true, `${says(fact)}.`, fact))
  const prompts = group.map((fact, index) => {
    const { id } = option(fact.subject, true, '', fact)
    return { id, text: fact.subject, answer: answers[index]?.id ?? id }
  })
  return [
    {
      ...commonOf(first),
      id: itemId(first.id, 'matching'),
      type: 'matching',
      stem: matchStem(first),
      options: settled(answers),
      prompts,
      facts: group.map(({ id }) => id),
    },
  ]
}

function matchStem(fact: PairFact): string {
  switch (fact.kind) {
    case 'term':
      return 'Match each term with its meaning.'
    case 'scenario':
      return 'Match each requirement with its answer.'
    case 'relation':
      return `Match ${paired(fact.subjectLabel, fact.attribute)}.`
  }
}
