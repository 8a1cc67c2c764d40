import { describe, expect, test } from 'vitest'
import { spentAt, timeLeft } from '../../src/engines/exam/passing-time.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { attemptId, itemIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import { createAttemptRun } from '../../src/stores/attempt-run.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const items = [itemIdOf('i1'), itemIdOf('i2')]
const attempt = attemptId('a')

/** A device whose clock on the wall can be set, with pages that are opened one after the other. */
function device(minutes: number | null = 90, mode: 'exam' | 'practice' = 'exam') {
  const storage = new TemporaryStorage()
  let [passed, setBy, pages] = [0, 0, 0]
  const clock = { now: () => instant(NOON + passed + setBy), offset: () => 0 }
  const opened = () => {
    pages += 1
    const bornAt = passed
    const journal = createJournalStore(new LocalJournal(storage, `p${pages}`), clock, `p${pages}`)
    const now = () => {
      const log = journal.getState().learned.attempts.get(attempt)
      const found = log === undefined ? null : replayAttempt(log)
      return found?.phase === 'running' ? found : null
    }
    const run = createAttemptRun(
      now,
      journal,
      clock,
      () => passed - bornAt,
      () => false,
    )
    return { journal, run, now, seen: () => spentAt(now() ?? fail(), clock.now()) }
  }
  const first = opened()
  const settings = { mode, minutes, seed: 1 }
  first.journal.getState().record({ kind: 'attempt-started', attempt, items, settings })
  first.run.spent()
  const wait = (ms: number) => (passed += ms)
  const set = (ms: number) => (setBy += ms)
  return { first, opened, wait, set }
}

function fail(): never {
  throw new Error('Expected a running attempt')
}

const [one = fail(), two = fail()] = items

test.each([HOUR, -HOUR, 40_000])('the clock is set by %d ms: the time goes on, here and after a reload', (by) => {
  const { first, opened, wait, set } = device()
  wait(10 * MINUTE)
  first.run.record({ kind: 'visited', item: two })
  set(by)
  wait(5 * MINUTE)
  first.run.look()
  expect(first.run.spent()).toBe(15 * MINUTE)
  first.run.record({ kind: 'answered', item: two, chosen: [] })
  wait(MINUTE)
  const again = opened()
  expect(again.run.spent()).toBe(16 * MINUTE)
  expect(again.seen()).toBe(16 * MINUTE)
  again.run.record({ kind: 'visited', item: one })
  expect(again.now()).toMatchObject({ current: one, spent: 16 * MINUTE })
  expect(again.now()?.answers.has(two)).toBe(true)
})

test('an answer after the clock was set on beyond the deadline still counts: the time is not up', () => {
  const { first, wait, set } = device()
  wait(10 * MINUTE)
  set(3 * HOUR)
  first.run.look()
  first.run.record({ kind: 'answered', item: one, chosen: [] })
  expect(first.now()?.answers.has(one)).toBe(true)
  expect(timeLeft(first.now() ?? fail(), first.run.spent())).toBe(80 * MINUTE)
})

describe('a practice that is paused', () => {
  test('goes on where it was, hours later and on another page', () => {
    const { first, opened, wait } = device(30, 'practice')
    wait(10 * MINUTE)
    first.run.record({ kind: 'paused' })
    wait(5 * HOUR)
    const again = opened()
    expect(again.run.spent()).toBe(10 * MINUTE)
    again.run.record({ kind: 'resumed' })
    wait(2 * MINUTE)
    expect(again.run.spent()).toBe(12 * MINUTE)
    expect(again.seen()).toBe(12 * MINUTE)
  })
})

test('without a limit, the time while no page is open counts for no item', () => {
  const { first, opened, wait } = device(null, 'practice')
  wait(MINUTE)
  first.run.record({ kind: 'visited', item: two })
  wait(8 * HOUR)
  const again = opened()
  again.run.spent()
  wait(MINUTE)
  again.run.record({ kind: 'visited', item: one })
  expect(again.now()?.times.get(two)).toBe(MINUTE)
})

test('what is done in a finished attempt is not recorded', () => {
  const { first } = device()
  first.run.record({ kind: 'handed-in', why: 'learner', outcomes: [] })
  const before = first.journal.getState().events().length
  first.run.record({ kind: 'answered', item: one, chosen: [] })
  expect(first.journal.getState().events()).toHaveLength(before)
})
