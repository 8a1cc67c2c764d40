import { spentAt, timeLeft } from '../../engines/exam/passing-time.ts'
import type { Attempt } from '../../model/attempt.ts'
import { useServices } from '../../stores/services.ts'
import { scoreText } from './attempt-text.ts'
import { dateText } from './date-text.ts'

/** One attempt in a list: when, how far, how well. */
export function AttemptLine({ attempt }: { readonly attempt: Attempt }) {
  const { clock } = useServices()
  const when = dateText(attempt.startedAt)
  const { length } = attempt.items
  if (attempt.phase === 'finished') return `${when}: ${scoreText(attempt)}`
  const left = timeLeft(attempt, spentAt(attempt, clock.now()))
  const time = left === null ? 'no limit' : left === 0 ? 'time is up' : `${Math.ceil(left / 60_000)} min left`
  return `${when}: ${attempt.answers.size} of ${length} answered, ${time}`
}
