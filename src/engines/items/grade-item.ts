import type { Chosen, Confidence, Outcome } from '../../model/attempt.ts'
import { typedText } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { unreachable } from '../../model/unreachable.ts'
import { isCredited, judge } from './typed-answer.ts'

/** What the right answer looks like, in the form in which answers are kept. */
export function keyOf(item: Item): Chosen {
  switch (item.type) {
    case 'choice':
    case 'response':
      return item.options.filter(({ correct }) => correct).map(({ id }) => id)
    case 'ordering':
      return item.order
    case 'matching':
      return item.prompts.map(({ answer }) => answer)
    case 'typed':
      return [typedText(item.accepted[0])]
    default:
      return unreachable(item)
  }
}

/** Grades an answer as the exam does: all of it right, or no credit. No answer is a wrong answer. A typed name may be misspelt. */
export function gradeItem(item: Item, chosen: Chosen, confidence: Confidence | null = null): Outcome {
  const outcome = { item: item.id, facts: item.facts, correct: isRight(item, chosen), guess: guessOf(item) }
  return {
    ...outcome,
    ...(confidence !== null && { confidence }),
    ...(item.domain !== null && { domain: item.domain }),
  }
}

/** Whether an answer is right, all of it. */
export function isRight(item: Item, chosen: Chosen): boolean {
  if (item.type === 'typed') return isCredited(judge(chosen[0] ?? '', item))
  const key = keyOf(item)
  if (key.length !== chosen.length) return false
  const inSequence = item.type === 'ordering' || item.type === 'matching'
  return inSequence ? key.every((id, index) => id === chosen[index]) : key.every((id) => chosen.includes(id))
}

/** Whether the answer is whole: as many options as asked, every prompt matched. */
export function isComplete(item: Item, chosen: Chosen | undefined): boolean {
  return chosen !== undefined && chosen.length === keyOf(item).length && !chosen.includes('')
}

/** How many parts of the answer are right. Insight for the feedback only; credit is all or nothing. */
export function rightParts(item: Item, chosen: Chosen): number {
  if (item.type === 'typed') return isRight(item, chosen) ? 1 : 0
  const key = keyOf(item)
  const inSequence = item.type === 'ordering' || item.type === 'matching'
  return inSequence
    ? key.filter((id, index) => id === chosen[index]).length
    : chosen.filter((id) => id !== '' && key.includes(id)).length
}

/** The chance of a right answer by guessing. */
function guessOf(item: Item): number {
  const { length } = item.options
  switch (item.type) {
    case 'choice':
      return 1 / length
    case 'response':
      return (factorial(item.pick) * factorial(length - item.pick)) / factorial(length)
    case 'ordering':
    case 'matching':
      return 1 / factorial(length)
    case 'typed':
      return 0
    default:
      return unreachable(item)
  }
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
