import { CONFIDENCES, EXAM_PACE, limitOf } from '../../model/attempt.ts'
import type { Attempt, Confidence, FinishedAttempt, Outcome } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { ResultList } from '../../model/result-list.ts'
import { interval } from './chance.ts'
import type { Interval } from './chance.ts'
import { scoredOutcomes, tally } from './score.ts'

export interface DomainRow {
  readonly domain: number
  readonly right: number
  readonly count: number
  /** Where the true share of right answers lies, likely. */
  readonly interval: Interval
}

/**
 * How each domain went, in the order of their numbers. Only what counts is counted; an outcome that was written down
 * before domains were has none, and stands in no row.
 */
export function domainRows(attempt: Pick<FinishedAttempt, 'outcomes' | 'settings'>): readonly DomainRow[] {
  const groups = new Map<number, Outcome[]>()
  for (const outcome of scoredOutcomes(attempt)) {
    if (outcome.domain === undefined) continue
    const group = groups.get(outcome.domain)
    if (group === undefined) groups.set(outcome.domain, [outcome])
    else group.push(outcome)
  }
  return [...groups]
    .toSorted(([one], [other]) => one - other)
    .map(([domain, outcomes]) => {
      const { correct, count } = tally(outcomes)
      return { domain, right: correct, count, interval: interval(correct, count) }
    })
}

/** So many times the pace is slow. */
const SLOW = 1.5

/** Milliseconds that an item may take: its share of the limit, or the exam's pace where there is none. */
export function paceOf({ settings, items }: Pick<Attempt, 'settings' | 'items'>): number {
  const limit = limitOf(settings, items.length)
  return limit === null || items.length === 0 ? EXAM_PACE : limit / items.length
}

/** Items that took far longer than the pace allows, in the order of the form. */
export function slowItems(attempt: Pick<Attempt, 'settings' | 'items' | 'times'>): readonly ItemId[] {
  const most = SLOW * paceOf(attempt)
  return attempt.items.filter((item) => (attempt.times.get(item) ?? 0) > most)
}

export interface ConfidenceRow {
  /** Null: nothing was said. */
  readonly confidence: Confidence | null
  readonly right: number
  readonly wrong: number
}

/** How sure the learner was against how it turned out, of all items: those that do not count tell as much. */
export function confidenceRows(attempt: Pick<FinishedAttempt, 'outcomes' | 'confidences'>): readonly ConfidenceRow[] {
  return [...CONFIDENCES, null].map((confidence) => {
    const rated = attempt.outcomes.filter((outcome) => confidenceOf(attempt, outcome) === confidence)
    const { correct, count } = tally(rated)
    return { confidence, right: correct, wrong: count - correct }
  })
}

function confidenceOf({ confidences }: Pick<FinishedAttempt, 'confidences'>, outcome: Outcome): Confidence | null {
  return outcome.confidence ?? confidences.get(outcome.item) ?? null
}

/** The items of every list, in the order of the form. Items that do not count are among them: they are there to learn from. */
export function listsOf(attempt: FinishedAttempt): Readonly<Record<ResultList, readonly ItemId[]>> {
  const outcomes = new Map(attempt.outcomes.map((outcome) => [outcome.item, outcome]))
  const isRated = (item: ItemId, isCorrect: boolean, ...as: readonly Confidence[]): boolean => {
    const outcome = outcomes.get(item)
    if (outcome?.correct !== isCorrect) return false
    const confidence = confidenceOf(attempt, outcome)
    return confidence !== null && as.includes(confidence)
  }
  return {
    all: attempt.items,
    wrong: attempt.items.filter((item) => outcomes.get(item)?.correct !== true),
    flagged: attempt.items.filter((item) => attempt.flags.has(item)),
    lucky: attempt.items.filter((item) => isRated(item, true, 'unsure', 'guess')),
    slow: slowItems(attempt),
    'sure-wrong': attempt.items.filter((item) => isRated(item, false, 'sure')),
  }
}
