import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance } from '../../../src/engines/exam/advance.ts'
import { deadlineOf, isExpired, spentAt, timeLeft } from '../../../src/engines/exam/passing-time.ts'
import { scoreOf } from '../../../src/engines/exam/score.ts'
import { limitOf } from '../../../src/model/attempt.ts'
import type { Attempt, AttemptAction } from '../../../src/model/attempt.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import {
  a,
  actions,
  actionsBefore,
  after,
  at,
  attempts,
  b,
  foreign,
  handedIn,
  MINUTE,
  one,
  outcome,
} from './attempts.ts'
import { PRACTICE, started, three, two } from './attempts.ts'

const answered = (item: ItemId, minutes = 1, chosen = [a]): AttemptAction => {
  return { kind: 'answered', ...after(minutes), item, chosen }
}
const visited = (item: ItemId, minutes = 1): AttemptAction => ({ kind: 'visited', ...after(minutes), item })

test('an attempt opens at its first item, with the time it was given', () => {
  const attempt = started()
  expect(attempt).toMatchObject({ phase: 'running', current: one })
  expect(deadlineOf(attempt)).toBe(at(10))
  expect([...attempt.seen]).toEqual([one])
  expect(timeLeft(attempt, 0)).toBe(10 * MINUTE)
})

test('without a limit there is no time left to tell, and no end', () => {
  const attempt = started({ ...PRACTICE, minutes: null })
  expect(timeLeft(attempt, 1_000_000 * MINUTE)).toBeNull()
  expect(isExpired(attempt, 1_000_000 * MINUTE)).toBe(false)
  expect(deadlineOf(attempt)).toBeNull()
})

test('the last answer to an item counts', () => {
  const changed = advance(advance(started(), answered(one)), answered(one, 2, [b]))
  expect(changed.answers.get(one)).toEqual([b])
})

test('flags, ruled-out options and ratings come and go; visiting moves on and remembers what was seen', () => {
  const up = [
    { kind: 'flagged', ...after(1), item: two, flagged: true },
    { kind: 'struck', ...after(1), item: two, option: a, struck: true },
    { kind: 'rated', ...after(1), item: two, confidence: 'guess' },
  ] satisfies readonly AttemptAction[]
  const marked = up.reduce<Attempt>(advance, started())
  expect([[...marked.flags], [...(marked.struck.get(two) ?? [])], marked.confidences.get(two)]).toEqual([
    [two],
    [a],
    'guess',
  ])
  const down = [
    { kind: 'flagged', ...after(1), item: two, flagged: false },
    { kind: 'struck', ...after(1), item: two, option: a, struck: false },
    { kind: 'rated', ...after(1), item: two, confidence: null },
  ] satisfies readonly AttemptAction[]
  const cleared = down.reduce<Attempt>(advance, marked)
  expect([cleared.flags.size, cleared.struck.get(two)?.size, cleared.confidences.size]).toEqual([0, 0, 0])
  const moved = advance(marked, visited(three))
  expect([moved.current, [...moved.seen]]).toEqual([three, [one, three]])
})

describe('an answer that was looked at', () => {
  const checked = advance(started(PRACTICE), { kind: 'checked', ...after(1), outcome: outcome(one, false) })

  test('cannot be changed, and is not looked at twice', () => {
    expect(advance(checked, answered(one))).toBe(checked)
    expect(advance(checked, { kind: 'checked', ...after(2), outcome: outcome(one, true) })).toBe(checked)
  })

  test('keeps its outcome when the attempt is handed in', () => {
    const done = advance(checked, handedIn(2, [outcome(one, true), outcome(two, true)]))
    expect(done.phase === 'finished' && done.outcomes).toEqual([outcome(one, false), outcome(two, true)])
  })

  test('is shown neither in an exam nor in a practice that tells at the end', () => {
    for (const attempt of [started(), started({ mode: 'practice' })]) {
      expect(advance(attempt, { kind: 'checked', ...after(1), outcome: outcome(one) })).toBe(attempt)
    }
  })
})

test('what is about an item of another form changes nothing', () => {
  const attempt = started(PRACTICE)
  for (const action of [
    answered(foreign),
    { kind: 'flagged', ...after(1), item: foreign, flagged: true },
    { kind: 'struck', ...after(1), item: foreign, option: a, struck: true },
    { kind: 'rated', ...after(1), item: foreign, confidence: 'sure' },
    visited(foreign),
    { kind: 'checked', ...after(1), outcome: outcome(foreign) },
  ] satisfies readonly AttemptAction[]) {
    expect(advance(attempt, action)).toBe(attempt)
  }
  const done = advance(attempt, handedIn(1, [outcome(foreign), outcome(two)]))
  expect(done.phase === 'finished' && done.outcomes).toEqual([outcome(two)])
})

test('an answer after the time is up is not taken', () => {
  const attempt = started()
  expect(advance(attempt, answered(one, 10))).toBe(attempt)
  expect(advance(attempt, answered(one, 9.99)).answers.size).toBe(1)
})

test('an attempt ends when its time is up at the latest, and not before it began', () => {
  const endOf = (attempt: Attempt) => (attempt.phase === 'finished' ? attempt.endedAt : null)
  expect(endOf(advance(started(), handedIn(4)))).toBe(at(4))
  expect(endOf(advance(started(), handedIn(25)))).toBe(at(10))
  expect(endOf(advance(started(), handedIn(-5)))).toBe(at(0))
  expect(endOf(advance(started({ minutes: null }), handedIn(25)))).toBe(at(25))
})

test('the score counts what could be graded', () => {
  const done = advance(started(), handedIn(4, [outcome(one), outcome(three, false)]))
  expect(done.phase === 'finished' && scoreOf(done)).toMatchObject({ correct: 1, count: 2 })
})

describe('a pause', () => {
  const paused = advance(started(PRACTICE), { kind: 'paused', ...after(3) })

  test('stops the time, however long it takes', () => {
    expect(deadlineOf(paused)).toBeNull()
    expect(spentAt(paused, at(500))).toBe(3 * MINUTE)
    const resumed = advance(paused, { kind: 'resumed', at: at(500), spent: 3 * MINUTE, wall: at(500) })
    expect(deadlineOf(resumed)).toBe(at(507))
    expect(spentAt(resumed, at(501))).toBe(4 * MINUTE)
  })

  test('is not to be had in an exam', () => {
    expect(advance(started(), { kind: 'paused', ...after(3) })).toMatchObject({ isPaused: false })
  })
})

describe('whatever is done, in whatever order', () => {
  test('a finished attempt never changes, so its score does not either', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), fc.array(actions), (attempt, before, rest) => {
        const done = [...before, handedIn(3)].reduce(advance, attempt)
        expect(done.phase).toBe('finished')
        expect(rest.reduce(advance, done)).toBe(done)
      }),
    )
  })

  test('answers, looks and seen items never vanish', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), (attempt, list) => {
        list.reduce((before, action) => {
          const next = advance(before, action)
          for (const item of before.answers.keys()) expect(next.answers.has(item)).toBe(true)
          for (const [item, look] of before.checked) expect(next.checked.get(item)).toBe(look)
          for (const item of before.seen) expect(next.seen.has(item)).toBe(true)
          return next
        }, attempt as Attempt)
      }),
    )
  })

  test('only items of the form are answered, seen, flagged, in front, or graded, each once', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), (attempt, list) => {
        const end = list.reduce(advance, attempt as Attempt)
        const graded = end.phase === 'finished' ? end.outcomes.map(({ item }) => item) : []
        for (const item of [
          ...end.answers.keys(),
          ...end.seen,
          ...end.flags,
          ...end.struck.keys(),
          ...end.confidences.keys(),
          ...end.checked.keys(),
          ...end.times.keys(),
          ...graded,
          end.current,
        ]) {
          expect(end.items).toContain(item)
        }
        expect(new Set(graded).size).toBe(graded.length)
      }),
    )
  })

  test('time that has passed does not come back, and never is more than there was', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), (attempt, list) => {
        const limit = limitOf(attempt.settings, attempt.items.length)
        list.reduce((before, action) => {
          const next = advance(before, action)
          expect(next.spent).toBeGreaterThanOrEqual(before.spent)
          expect(next.spent).toBeLessThanOrEqual(limit ?? Number.POSITIVE_INFINITY)
          const [left, less] = [timeLeft(before, before.spent), timeLeft(next, next.spent)]
          if (left !== null && less !== null) expect(less).toBeLessThanOrEqual(left)
          return next
        }, attempt as Attempt)
      }),
    )
  })

  test('the times of the items are the time of the attempt', () => {
    fc.assert(
      fc.property(attempts, fc.array(actionsBefore), (attempt, list) => {
        const end = list.reduce(advance, attempt as Attempt)
        const sum = [...end.times.values()].reduce((total, time) => total + time, 0)
        expect(sum).toBeCloseTo(end.spent, 3)
        const { secondsPerItem } = end.settings
        for (const time of end.times.values()) {
          expect(time).toBeLessThanOrEqual((secondsPerItem ?? Number.POSITIVE_INFINITY) * 1_000)
        }
      }),
    )
  })
})
