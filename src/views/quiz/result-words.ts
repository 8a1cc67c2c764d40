import type { ChangeCounts } from '../../engines/exam/answer-changes.ts'
import { paceOf, slowItems } from '../../engines/exam/analysis.ts'
import type { DomainRow } from '../../engines/exam/analysis.ts'
import { chanceToPass, cutBand } from '../../engines/exam/chance.ts'
import { scoreOf, unscoredOf } from '../../engines/exam/score.ts'
import { limitOf } from '../../model/attempt.ts'
import type { FinishedAttempt } from '../../model/attempt.ts'
import type { Manifest } from '../../model/course.ts'
import { countText, durationText, percentText, rangeText } from '../ui/figures-text.ts'

type Blueprint = NonNullable<Manifest['blueprint']>

/** With fewer answers the chance to pass would be little more than what was believed before. */
const ENOUGH = 20

export function shareText(attempt: FinishedAttempt): string {
  const { correct, count } = scoreOf(attempt)
  const share = count === 0 ? 'Nothing could be graded.' : `${percentText(correct / count)} of the questions.`
  return `${share} This is a raw score, not turned into any exam’s own scale.`
}

/** What was asked and did not count; null where everything did. */
export function unscoredText(attempt: FinishedAttempt): string | null {
  const { correct, count } = unscoredOf(attempt)
  if (count === 0) return null
  return `${count} of these ${attempt.items.length} did not count, as in the exam; of those ${correct} ${correct === 1 ? 'was' : 'were'} right.`
}

export function timeText({ settings, items, spent }: FinishedAttempt): string {
  const limit = limitOf(settings, items.length)
  return `Time used: ${durationText(spent)}${limit === null ? '' : ` of ${durationText(limit)}`}.`
}

export function paceText(attempt: FinishedAttempt): string {
  const pace = paceOf(attempt)
  const isLimited = limitOf(attempt.settings, attempt.items.length) !== null
  const slow = slowItems(attempt).length
  const own = durationText(attempt.spent / attempt.items.length)
  const far = `${slow === 0 ? 'No question' : countText(slow, 'question')} took more than half as much again`
  return `${own} a question; ${isLimited ? 'the time allows' : 'the exam’s pace is'} ${durationText(pace)}. ${far}.`
}

export function changesText({ toRight, toWrong, wrongToWrong }: ChangeCounts): string {
  const all = toRight + toWrong + wrongToWrong
  if (all === 0) return 'You changed no answer.'
  const ways = [
    toRight > 0 ? `${toRight} to the right one` : '',
    toWrong > 0 ? `${toWrong} away from the right one` : '',
    wrongToWrong > 0 ? `${wrongToWrong} from one that is not right to another` : '',
  ].filter((way) => way !== '')
  return `You changed an answer ${all === 1 ? 'once' : `${all} times`}: ${ways.join(', ')}. ${percentText(toRight / all)} of your changes helped.`
}

/** Questions that stand in no row; null where there are none, or no rows at all. */
export function outsideText(attempt: FinishedAttempt, rows: readonly DomainRow[]): string | null {
  const left = scoreOf(attempt).count - rows.reduce((sum, { count }) => sum + count, 0)
  return left === 0 || rows.length === 0 ? null : `Of ${countText(left, 'question')} the domain is not known.`
}

/** Which part of the exam an attempt speaks of, where that is not all of it; null where it is. */
export function coverageText(rows: readonly DomainRow[], { domains }: Blueprint): string | null {
  const covered = domains.filter(({ number }) => rows.some(({ domain }) => domain === number))
  if (covered.length === domains.length) return null
  if (covered.length === 0) return 'Which domain of the exam these questions belong to is not known.'
  const share = covered.reduce((sum, { weight }) => sum + weight, 0)
  const numbers = covered.map(({ number }) => String(number))
  const last = numbers.pop() ?? ''
  const named = numbers.length === 0 ? `Domain ${last}` : `Domains ${numbers.join(', ')} and ${last}`
  return `These questions are about ${named} alone, ${percentText(share)} of the exam: they say nothing about the rest.`
}

/** The chance to pass as a range over the band in which the cut is taken to lie; or why nothing is said of it. */
export function chanceTexts(attempt: FinishedAttempt, { scoredItems }: Blueprint): readonly string[] {
  const { correct, count } = scoreOf(attempt)
  if (count < ENOUGH) {
    return [
      `No chance to pass is given: ${countText(count, 'question')} that count are too few to tell. It takes ${ENOUGH}.`,
    ]
  }
  const { from, to, of } = cutBand(scoredItems)
  const [low, high] = [to, from].map((cut) => chanceToPass(correct, count, cut, of))
  return [
    `Chance to pass, if the exam asked like this: ${rangeText(low ?? 0, high ?? 1)}.`,
    `This is an estimate. How many right answers pass is not published; we take it to be ${from} to ${to} of ${of}. It is no score on the exam’s scale, and it holds only for questions like these.`,
  ]
}
