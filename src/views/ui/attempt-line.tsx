import { spentAt, timeLeft } from '../../engines/exam/passing-time.ts'
import { answeredIn } from '../../model/attempt.ts'
import type { Attempt } from '../../model/attempt.ts'
import { useServices } from '../../stores/services.ts'
import { scoreText } from './attempt-text.ts'
import { dateText } from './date-text.ts'
import { unfinishedText } from './unfinished-text.ts'

/** One attempt in a list: when, how far, how well. */
export function AttemptLine({ attempt }: { readonly attempt: Attempt }) {
  const { clock } = useServices()
  const { startedAt, answers, items } = attempt
  if (attempt.phase === 'finished') return `${dateText(startedAt)}: ${scoreText(attempt)}`
  const left = timeLeft(attempt, spentAt(attempt, clock.now()))
  return unfinishedText({ startedAt, answered: answeredIn(answers), count: items.length, left })
}
