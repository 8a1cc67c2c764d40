import type { FinishedAttempt, Outcome } from '../../model/attempt.ts'

export interface Score {
  readonly correct: number
  /** Items of the form that could be graded. */
  readonly count: number
}

type Graded = Pick<FinishedAttempt, 'outcomes' | 'settings'>

/**
 * Right answers of a finished attempt, without the items that do not count. An item whose notes were since removed was
 * graded when it was handed in.
 */
export function scoreOf(attempt: Graded): Score {
  return tally(scoredOutcomes(attempt))
}

/** The same of the items that were asked like all others and do not count. */
export function unscoredOf({ outcomes, settings }: Graded): Score {
  const unscored = new Set(settings.unscored)
  return tally(outcomes.filter(({ item }) => unscored.has(item)))
}

/** The outcomes that count. */
export function scoredOutcomes({ outcomes, settings }: Graded): readonly Outcome[] {
  if (settings.unscored.length === 0) return outcomes
  const unscored = new Set(settings.unscored)
  return outcomes.filter(({ item }) => !unscored.has(item))
}

export function tally(outcomes: readonly Outcome[]): Score {
  return { correct: outcomes.filter(({ correct }) => correct).length, count: outcomes.length }
}
