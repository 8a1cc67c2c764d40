import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spentAt } from '../../src/engines/exam/passing-time.ts'
import { spentIn } from '../../src/journal/attempt-log.ts'
import { fold } from '../../src/journal/fold.ts'
import { limitOf } from '../../src/model/attempt.ts'
import { instant } from '../../src/model/time.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { journals, NOON } from './events.ts'

test('the first screen tells the time of an attempt as the attempt itself does', () => {
  fc.assert(
    fc.property(journals, fc.integer({ min: 0, max: 9_000 }), (all, minutes) => {
      const now = instant(NOON + minutes * 60_000)
      for (const log of fold(all).attempts.values()) {
        const attempt = replayAttempt(log)
        const limit = limitOf(log.settings, log.items.length)
        if (attempt?.phase !== 'running' || limit === null) continue
        expect(Math.min(limit, spentIn(log, now))).toBe(Math.min(limit, spentAt(attempt, now)))
      }
    }),
    { numRuns: 500 },
  )
})
