import { keyOf, rightParts } from '../../engines/items/grade-item.ts'
import { isCredited, judge } from '../../engines/items/typed-answer.ts'
import type { Chosen } from '../../model/attempt.ts'
import type { Item, MatchingItem, Option, OrderingItem, ResponseItem } from '../../model/item.ts'
import { unreachable } from '../../model/unreachable.ts'
import { judgementText } from '../ui/judgement-text.ts'

/** How an answer turned out; says why there is no credit where part of it was right. */
export function verdictOf(item: Item, chosen: Chosen, isCorrect: boolean): string {
  // Checked long ago, it stays as it was then, whatever the notes say now.
  const typed = item.type === 'typed' ? judge(chosen[0] ?? '', item) : null
  if (isCorrect) return typed !== null && isCredited(typed) ? judgementText(typed) : 'Right.'
  if (chosen.length === 0) return 'Not answered: no credit, as in the exam.'
  const [right, all] = [rightParts(item, chosen), keyOf(item).length]
  switch (item.type) {
    case 'choice':
      return 'Not right.'
    case 'response':
      return responseVerdict(right, all, chosen.length - right)
    case 'ordering':
      return `${right} of ${all} in their place. The whole order is needed for credit.`
    case 'matching':
      return `${right} of ${all} matched. Every pair is needed for credit.`
    case 'typed':
      return typed !== null && !isCredited(typed) ? judgementText(typed) : 'Not right.'
    default:
      return unreachable(item)
  }
}

function responseVerdict(right: number, all: number, wrong: number): string {
  const besides = wrong === 0 ? '' : `, and ${wrong} that ${wrong === 1 ? 'is' : 'are'} not right`
  const needed = `${all === 2 ? 'Both' : `All ${all}`}${wrong === 0 ? '' : ', and no other,'}`
  return `${right} of ${all} right options chosen${besides}. ${needed} are needed for credit.`
}

/** What the learner did with an option. */
export function tagOf(item: Item, option: Option, chosen: Chosen): string {
  switch (item.type) {
    case 'ordering':
      return placeTag(item, option, chosen)
    case 'matching':
      return matchTag(item, option, chosen)
    case 'response':
      return option.correct && !chosen.includes(option.id) ? missedTag(item) : optionTag(option, chosen)
    case 'choice':
    case 'typed':
      return optionTag(option, chosen)
    default:
      return unreachable(item)
  }
}

function optionTag({ id, correct }: Option, chosen: Chosen): string {
  if (correct) return chosen.includes(id) ? 'Your answer, right' : 'Right answer'
  return chosen.includes(id) ? 'Your answer, not right' : 'Not right'
}

const missedTag = ({ pick }: ResponseItem): string => `Right answer, one of ${pick}, not chosen`

function placeTag({ order }: OrderingItem, { id }: Option, chosen: Chosen): string {
  const place = chosen.indexOf(id)
  if (place < 0) return 'Not placed'
  return order[place] === id ? 'In its place' : `You put it at ${place + 1}`
}

function matchTag({ prompts, options }: MatchingItem, { id }: Option, chosen: Chosen): string {
  const given = chosen[prompts.findIndex(({ answer }) => answer === id)]
  if (given === id) return 'Matched'
  const other = options.find((option) => option.id === given)
  return other === undefined ? 'Not matched' : `Not matched: you chose “${other.text}”`
}
