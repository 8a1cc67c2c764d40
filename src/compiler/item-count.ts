import type { Option } from '../model/item.ts'
import type { ItemRemarks } from './item-remarks.ts'

const COUNT = /\b(?:choose|select|pick|which|what)\s+(?:the\s+|any\s+)?(one|two|three|four|five|[1-5])\b(?!-)/gi
const NUMBERS = ['none', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']
/** As in the exam. */
const [FEWEST_CHOICES, FEWEST_RESPONSES] = [4, 5]
const SORTED = {
  ordering: { from: 3, to: 5, of: 'steps' },
  matching: { from: 3, to: 7, of: 'pairs' },
} as const

type Shape = { readonly type: 'choice' } | { readonly type: 'response'; readonly pick: number; readonly stem: string }

/** Whether one answer is right or several: the question says so, or else the ticks do where the exam allows it. */
export function shapeOf(stem: string, options: readonly Option[], line: number, remarks: ItemRemarks): Shape | null {
  const keys = options.filter(({ correct }) => correct).length
  const wanted = wantedIn(stem)
  const isResponse = wanted === null ? keys > 1 && options.length >= FEWEST_RESPONSES : wanted > 1
  const fewest = isResponse ? FEWEST_RESPONSES : FEWEST_CHOICES
  if (options.length < fewest) {
    const right = isResponse ? 'several answers are' : 'one answer is'
    const message = `The question offers ${options.length} answers; where ${right} right, the exam offers ${fewest}.`
    remarks.refuse('item-size', line, message, 'Add wrong answers that somebody could believe in.')
  }
  if (options.length === 0) return null
  const target = wanted ?? (isResponse ? keys : 1)
  const ticked = `The question asks for ${numbered(target)}, and ${numbered(keys)} of its answers ${keys > 1 ? 'are' : 'is'} ticked.`
  if (keys < target) return remarks.refuse('item-without-key', line, ticked, 'Tick what is right: - [x].')
  if (keys > target || keys === options.length) {
    const hint = 'Tick one answer; or offer five or more, and end the question with “(Select TWO.)”.'
    return remarks.refuse('item-with-two-keys', line, ticked, hint)
  }
  if (!isResponse) return { type: 'choice' }
  if (wanted !== null) return { type: 'response', pick: keys, stem }
  const ending = `(Select ${numbered(keys)}.)`
  const message = `The question does not say that ${keys} answers are right; the app adds it.`
  remarks.warn('uncounted-response', line, message, `End it with “${ending}”.`)
  return { type: 'response', pick: keys, stem: `${stem} ${ending}` }
}

/** Says when there is less to put in order, or to match, than the exam has, or more. */
export function checkSorted(type: 'ordering' | 'matching', count: number, line: number, remarks: ItemRemarks): void {
  const { from, to, of } = SORTED[type]
  if (count >= from && count <= to) return
  const message = `The question has ${count} ${of}; the exam has ${from} to ${to}.`
  remarks.refuse('item-size', line, message, count < from ? 'Add some.' : 'Make two questions of it.')
}

/** How many answers the question asks for: it says so last. Null where it does not say. */
function wantedIn(stem: string): number | null {
  const word = [...stem.matchAll(COUNT)].at(-1)?.[1]?.toUpperCase()
  if (word === undefined) return null
  return /\d/.test(word) ? Number(word) : NUMBERS.indexOf(word)
}

const numbered = (count: number): string => NUMBERS[count] ?? String(count)
