import fc from 'fast-check'
import { startAttempt } from '../../../src/engines/exam/advance.ts'
import type { AttemptAction, AttemptSettings, Outcome, RunningAttempt } from '../../../src/model/attempt.ts'
import { attemptId, itemIdOf, optionIdOf } from '../../../src/model/ids.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import { instant } from '../../../src/model/time.ts'

export const [one, two, three, foreign] = [itemIdOf('1'), itemIdOf('2'), itemIdOf('3'), itemIdOf('of another form')]
export const [a, b] = [optionIdOf('a'), optionIdOf('b')]
export const START = 1_000_000
export const MINUTE = 60_000

export const at = (minutes: number) => instant(START + minutes * MINUTE)

/** What comes after so many minutes by a clock that nobody sets. */
export const after = (minutes: number) => ({ at: at(minutes), spent: minutes * MINUTE })

export const outcome = (item: ItemId, correct = true): Outcome => ({ item, facts: [], correct, guess: 0.25 })

export const handedIn = (minutes: number, outcomes: readonly Outcome[] = []): AttemptAction => {
  return { kind: 'handed-in', ...after(minutes), why: 'learner', outcomes }
}

const SETTINGS: AttemptSettings = {
  mode: 'exam',
  feedback: 'at-end',
  minutes: 10,
  secondsPerItem: null,
  extraTime: 'none',
  seed: 1,
  unscored: [],
  wanted: 3,
}

/** An attempt of three items and ten minutes, unless asked otherwise. */
export function started(settings: Partial<AttemptSettings> = {}): RunningAttempt {
  return startAttempt(attemptId('x'), [one, two, three], { ...SETTINGS, ...settings }, instant(START))
}

export const PRACTICE = { mode: 'practice', feedback: 'at-once' } as const

const items = fc.constantFrom(one, two, three, foreign)
const moments = fc
  .integer({ min: -2, max: 14 })
  .map((minutes) => ({ at: at(minutes), spent: Math.max(0, minutes) * MINUTE }))
const walls = fc.integer({ min: -70, max: 70 }).map(at)
const outcomes = fc.record({ item: items, facts: fc.constant([]), correct: fc.boolean(), guess: fc.constant(0.25) })
const steps = fc.oneof(
  fc.record({ kind: fc.constant('answered' as const), item: items, chosen: fc.subarray([a, b]) }),
  fc.record({ kind: fc.constant('flagged' as const), item: items, flagged: fc.boolean() }),
  fc.record({ kind: fc.constant('struck' as const), item: items, option: fc.constantFrom(a, b), struck: fc.boolean() }),
  fc.record({
    kind: fc.constant('rated' as const),
    item: items,
    confidence: fc.constantFrom('sure' as const, 'guess' as const, null),
  }),
  fc.record({ kind: fc.constant('visited' as const), item: items }),
  fc.record({ kind: fc.constant('checked' as const), outcome: outcomes }),
  fc.record({ kind: fc.constant('paused' as const) }),
  fc.record({ kind: fc.constantFrom('resumed' as const, 'clock-read' as const), wall: walls }),
)

/** Anything that can happen in an attempt but its end, at any time and in any order. */
export const actionsBefore: fc.Arbitrary<AttemptAction> = fc
  .tuple(steps, moments)
  .map(([step, moment]) => ({ ...step, ...moment }))

const ends: fc.Arbitrary<AttemptAction> = fc
  .tuple(fc.constantFrom('learner' as const, 'time' as const), fc.array(outcomes, { maxLength: 5 }), moments)
  .map(([why, graded, moment]) => ({ kind: 'handed-in', why, outcomes: graded, ...moment }))

/** Anything at all. */
export const actions = fc.oneof({ weight: 6, arbitrary: actionsBefore }, ends)

/** Attempts of every kind. */
export const attempts = fc
  .record({
    mode: fc.constantFrom('practice' as const, 'exam' as const),
    minutes: fc.option(fc.constantFrom(5, 10)),
    secondsPerItem: fc.option(fc.constantFrom(60, 150)),
  })
  .map(({ mode, ...limits }) => started({ ...(mode === 'practice' && PRACTICE), mode, ...limits }))
