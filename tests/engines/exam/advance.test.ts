import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, isExpired, startAttempt, timeLeft } from '../../../src/engines/exam/advance.ts'
import { scoreOf } from '../../../src/engines/exam/score.ts'
import type { Attempt, AttemptAction, AttemptMode, Outcome } from '../../../src/model/attempt.ts'
import { attemptId, itemIdOf, optionIdOf } from '../../../src/model/ids.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import { instant } from '../../../src/model/time.ts'

const [one, two, three, foreign] = [itemIdOf('1'), itemIdOf('2'), itemIdOf('3'), itemIdOf('of another form')]
const START = 1_000_000
const MINUTE = 60_000
const [a, b] = [optionIdOf('a'), optionIdOf('b')]

function started(mode: AttemptMode, minutes: number | null = 10): Attempt {
  return startAttempt(attemptId('x'), [one, two, three], { mode, minutes, seed: 1 }, instant(START))
}

const at = (minutes: number) => instant(START + minutes * MINUTE)
const outcome = (item: ItemId, correct = true): Outcome => ({ item, facts: [], correct, guess: 0.25 })
const answered = (item: ItemId, minutes = 1, chosen = [a]): AttemptAction => {
  return { kind: 'answered', at: at(minutes), item, chosen }
}
const handedIn = (minutes: number, outcomes: readonly Outcome[] = []): AttemptAction => {
  return { kind: 'handed-in', at: at(minutes), why: 'learner', outcomes }
}

test('an attempt opens at its first item, with the time it was given', () => {
  const attempt = started('exam')
  expect(attempt).toMatchObject({ phase: 'running', current: one, deadline: at(10) })
  expect([...attempt.seen]).toEqual([one])
  expect(timeLeft(attempt, at(0))).toBe(10 * MINUTE)
})

test('without a limit there is no time left to tell, and no end', () => {
  const attempt = started('practice', null)
  expect(timeLeft(attempt, at(1_000_000))).toBeNull()
  expect(isExpired(attempt, at(1_000_000))).toBe(false)
})

test('the last answer to an item counts', () => {
  const changed = advance(advance(started('exam'), answered(one)), answered(one, 2, [b]))
  expect(changed.answers.get(one)).toEqual([b])
})

test('flags go up and down; visiting moves on and remembers what was seen', () => {
  const flag = (flagged: boolean): AttemptAction => ({ kind: 'flagged', at: at(1), item: two, flagged })
  const up = advance(started('exam'), flag(true))
  expect([...up.flags]).toEqual([two])
  expect([...advance(up, flag(false)).flags]).toEqual([])
  const moved = advance(up, { kind: 'visited', at: at(1), item: three })
  expect([moved.current, [...moved.seen]]).toEqual([three, [one, three]])
})

describe('an answer that was looked at', () => {
  const checked = advance(started('practice'), { kind: 'checked', at: at(1), outcome: outcome(one, false) })

  test('cannot be changed, and is not looked at twice', () => {
    expect(advance(checked, answered(one))).toBe(checked)
    expect(advance(checked, { kind: 'checked', at: at(2), outcome: outcome(one, true) })).toBe(checked)
  })

  test('keeps its outcome when the attempt is handed in', () => {
    const done = advance(checked, handedIn(2, [outcome(one, true), outcome(two, true)]))
    expect(done.phase === 'finished' && done.outcomes).toEqual([outcome(one, false), outcome(two, true)])
  })

  test('is never shown in an exam', () => {
    const exam = started('exam')
    expect(advance(exam, { kind: 'checked', at: at(1), outcome: outcome(one) })).toBe(exam)
  })
})

test('what is about an item of another form changes nothing', () => {
  const attempt = started('practice')
  for (const action of [
    answered(foreign),
    { kind: 'flagged', at: at(1), item: foreign, flagged: true },
    { kind: 'visited', at: at(1), item: foreign },
    { kind: 'checked', at: at(1), outcome: outcome(foreign) },
  ] satisfies readonly AttemptAction[]) {
    expect(advance(attempt, action)).toBe(attempt)
  }
  const done = advance(attempt, handedIn(1, [outcome(foreign), outcome(two)]))
  expect(done.phase === 'finished' && done.outcomes).toEqual([outcome(two)])
})

test('an answer after the deadline is not taken', () => {
  const attempt = started('exam')
  expect(advance(attempt, answered(one, 10))).toBe(attempt)
  expect(advance(attempt, answered(one, 9.99)).answers.size).toBe(1)
})

test('an attempt ends at its deadline at the latest, and not before it began', () => {
  const endOf = (attempt: Attempt) => (attempt.phase === 'finished' ? attempt.endedAt : null)
  expect(endOf(advance(started('exam'), handedIn(4)))).toBe(at(4))
  expect(endOf(advance(started('exam'), handedIn(25)))).toBe(at(10))
  expect(endOf(advance(started('exam'), handedIn(-5)))).toBe(at(0))
  expect(endOf(advance(started('exam', null), handedIn(25)))).toBe(at(25))
})

test('the score counts what could be graded', () => {
  const done = advance(started('exam'), handedIn(4, [outcome(one), outcome(three, false)]))
  expect(done.phase === 'finished' && scoreOf(done)).toEqual({ correct: 1, count: 2 })
})

const items = fc.constantFrom(one, two, three, foreign)
const times = fc.integer({ min: -2, max: 14 }).map(at)
const outcomes = fc.record({ item: items, facts: fc.constant([]), correct: fc.boolean(), guess: fc.constant(0.25) })
const actions: fc.Arbitrary<AttemptAction> = fc.oneof(
  fc.record({ kind: fc.constant('answered'), at: times, item: items, chosen: fc.subarray([a, b]) }),
  fc.record({ kind: fc.constant('flagged'), at: times, item: items, flagged: fc.boolean() }),
  fc.record({ kind: fc.constant('visited'), at: times, item: items }),
  fc.record({ kind: fc.constant('checked'), at: times, outcome: outcomes }),
  fc.record({
    kind: fc.constant('handed-in'),
    at: times,
    why: fc.constantFrom('learner', 'time'),
    outcomes: fc.array(outcomes, { maxLength: 5 }),
  }),
)
const attempts = fc
  .record({ mode: fc.constantFrom('practice' as const, 'exam' as const), minutes: fc.option(fc.constantFrom(5, 10)) })
  .map(({ mode, minutes }) => started(mode, minutes))

describe('whatever is done, in whatever order', () => {
  test('a finished attempt never changes', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), fc.array(actions), (attempt, before, after) => {
        const done = [...before, handedIn(3)].reduce(advance, attempt)
        expect(done.phase).toBe('finished')
        expect(after.reduce(advance, done)).toBe(done)
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
        }, attempt)
      }),
    )
  })

  test('only items of the form are answered, seen, flagged, in front, or graded, each once', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), (attempt, list) => {
        const end = list.reduce(advance, attempt)
        const graded = end.phase === 'finished' ? end.outcomes.map(({ item }) => item) : []
        for (const item of [
          ...end.answers.keys(),
          ...end.seen,
          ...end.flags,
          ...end.checked.keys(),
          ...graded,
          end.current,
        ]) {
          expect(end.items).toContain(item)
        }
        expect(new Set(graded).size).toBe(graded.length)
      }),
    )
  })

  test('the deadline stands, and as time goes by less is left', () => {
    fc.assert(
      fc.property(attempts, fc.array(actions), times, fc.nat(100_000), (attempt, list, now, later) => {
        const end = list.reduce(advance, attempt)
        expect(end.deadline).toBe(attempt.deadline)
        const [left, less] = [timeLeft(end, now), timeLeft(end, instant(now + later))]
        if (left === null || less === null) expect(left).toBe(less)
        else {
          expect(less).toBeLessThanOrEqual(left)
          expect(less).toBeGreaterThanOrEqual(0)
          expect(left).toBeLessThanOrEqual((attempt.settings.minutes ?? 0) * MINUTE)
        }
      }),
    )
  })
})
