import type { FinishedAttempt } from '../../model/attempt.ts'

export interface Score {
  readonly correct: number
  /** Items of the form that could be graded. */
  readonly count: number
}

/** Right answers of a finished attempt. An item whose notes were since removed was graded when it was handed in. */
export function scoreOf({ outcomes }: FinishedAttempt): Score {
  return { correct: outcomes.filter(({ correct }) => correct).length, count: outcomes.length }
}
