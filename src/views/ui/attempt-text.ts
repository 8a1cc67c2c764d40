import { scoreOf } from '../../engines/exam/score.ts'
import { limitOf } from '../../model/attempt.ts'
import type { Attempt, FinishedAttempt } from '../../model/attempt.ts'
import { countText, durationText } from './figures-text.ts'

/** What kind of attempt it is: how it was asked, how much, how long. */
export function kindText({ settings, items }: Attempt): string {
  const limit = limitOf(settings, items.length)
  const time = limit === null ? 'no limit' : durationText(limit)
  return `${settings.mode === 'exam' ? 'Exam' : 'Practice'}, ${countText(items.length, 'question')}, ${time}`
}

export function scoreText(attempt: FinishedAttempt): string {
  const { correct, count } = scoreOf(attempt)
  return `${correct} of ${count} right`
}
