import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { learn } from '../../../src/engines/memory/evidence.ts'
import { preview, retrievability, review } from '../../../src/engines/memory/scheduler.ts'
import { GRADES, NEW } from '../../../src/model/memory.ts'
import type { Grade, Memory, ReviewedMemory } from '../../../src/model/memory.ts'
import { instant, studyDay } from '../../../src/model/time.ts'

const NOON = instant(Date.UTC(2027, 0, 1, 12))
const DAY = 86_400_000
const FIRST = 20_454

interface Step {
  readonly grade: Grade
  /** Days since the step before. */
  readonly days: number
}

const grades = fc.constantFrom(...GRADES)
const histories = fc.array(fc.record({ grade: grades, days: fc.integer({ min: 1, max: 120 }) }), {
  minLength: 1,
  maxLength: 12,
})

/** The memories after each step of a history, reviewed at noon. */
function remembered(history: readonly Step[]): readonly ReviewedMemory[] {
  const memories: ReviewedMemory[] = []
  let day = 0
  for (const { grade, days } of history) {
    day += memories.length === 0 ? 0 : days
    memories.push(review(memories.at(-1) ?? NEW, grade, instant(NOON + day * DAY), studyDay(FIRST + day)))
  }
  return memories
}

/** A memory that the scheduler can produce, and the day of its last review. */
const known = histories.map((history) => {
  const memory = remembered(history).at(-1)
  if (memory === undefined) throw new Error('Expected a history of at least one review')
  return memory
})
const memories: fc.Arbitrary<Memory> = fc.oneof(fc.constant(NEW), known)

const lastDay = (memory: Memory): number => (memory.kind === 'new' ? FIRST : memory.reviewedOn)

describe('the numbers are those of FSRS-6', () => {
  const RATING = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const
  const scheduler = fsrs({
    enable_fuzz: false,
    enable_short_term: false,
    request_retention: 0.9,
    maximum_interval: 365,
  })

  test('stability and difficulty agree with the whole scheduler of ts-fsrs, over any history', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let card = createEmptyCard(new Date(NOON))
        let now: number = NOON
        for (const [index, memory] of remembered(history).entries()) {
          const { grade = 'good', days = 0 } = history[index] ?? {}
          now += index === 0 ? 0 : days * DAY
          card = scheduler.next(card, new Date(now), RATING[grade]).card
          // A millionth of it: ts-fsrs rounds what stands between its steps.
          expect(Math.abs(memory.stability / card.stability - 1)).toBeLessThan(1e-6)
          expect(Math.abs(memory.difficulty - card.difficulty)).toBeLessThan(1e-6)
          expect(memory.reviews).toBe(card.reps)
          expect(memory.lapses).toBe(card.lapses)
        }
      }),
    )
  })

  test('a first “good” holds 2.3 days, a first “again” 0.2', () => {
    const stabilityAfter = (grade: Grade) => review(NEW, grade, NOON, studyDay(FIRST)).stability
    expect(GRADES.map(stabilityAfter)).toEqual([0.212, 1.2931, 2.3065, 8.2956])
  })
})

test('a memory just reviewed is fresh; recall is 90 % when its stability is over, and never rises by itself', () => {
  fc.assert(
    fc.property(known, fc.nat(400), fc.nat(400), (memory, days, more) => {
      const on = (later: number) => retrievability(memory, studyDay(memory.reviewedOn + later))
      expect(on(0)).toBe(1)
      expect(on(days + more)).toBeLessThanOrEqual(on(days))
      expect(on(Math.ceil(memory.stability))).toBeLessThanOrEqual(0.9 + 1e-6)
    }),
  )
  expect(retrievability(NEW, studyDay(FIRST))).toBe(0)
})

test('the better the grade, the later it is due: the days on the four buttons never fall', () => {
  fc.assert(
    fc.property(memories, fc.nat(400), (memory, days) => {
      const on = studyDay(lastDay(memory) + days)
      const next = preview(memory, NOON, on)
      const due = GRADES.map((grade) => next[grade].dueOn - on)
      expect(due).toEqual(due.toSorted((one, other) => one - other))
      expect(due[0]).toBeGreaterThanOrEqual(1)
      expect(due[3]).toBeLessThanOrEqual(365)
    }),
  )
})

test('what a button promises is what grading gives', () => {
  fc.assert(
    fc.property(memories, grades, fc.nat(400), (memory, grade, days) => {
      const on = studyDay(lastDay(memory) + days)
      expect(review(memory, grade, NOON, on)).toEqual(preview(memory, NOON, on)[grade])
    }),
  )
})

test('a clock that was set back never throws, and counts as the day of the last review', () => {
  fc.assert(
    fc.property(known, grades, fc.integer({ min: 1, max: 5_000 }), (memory, grade, back) => {
      const earlier = review(memory, grade, instant(0), studyDay(memory.reviewedOn - back))
      expect(earlier.reviewedOn).toBe(memory.reviewedOn)
      expect(earlier.stability).toBe(review(memory, grade, instant(0), memory.reviewedOn).stability)
      expect(Number.isFinite(retrievability(memory, studyDay(memory.reviewedOn - back)))).toBe(true)
    }),
  )
})

describe('one effect a day', () => {
  const evidence = fc.oneof(
    fc.record({ kind: fc.constant('graded' as const), grade: grades }),
    fc.record({
      kind: fc.constant('answered' as const),
      correct: fc.boolean(),
      guess: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )

  test('what is answered again on the same day, or on a day before, moves no schedule; only the last grade is noted', () => {
    fc.assert(
      fc.property(known, evidence, fc.nat(30), (memory, given, back) => {
        const after = learn(memory, given, NOON, studyDay(memory.reviewedOn - back))
        expect({ ...after, lastGrade: memory.lastGrade }).toEqual(memory)
      }),
    )
  })

  test('the first of a day does move it', () => {
    fc.assert(
      fc.property(known, grades, fc.integer({ min: 1, max: 90 }), (memory, grade, days) => {
        const after = learn(memory, { kind: 'graded', grade }, NOON, studyDay(memory.reviewedOn + days))
        expect(after.reviews).toBe(memory.reviews + 1)
        expect(after.lastGrade).toBe(grade)
      }),
    )
  })
})

describe('an answer that may be a guess', () => {
  const right = (guess: number) => ({ kind: 'answered', correct: true, guess }) as const

  test('gives less than a sure answer, the less the likelier a guess was', () => {
    fc.assert(
      fc.property(memories, fc.integer({ min: 1, max: 90 }), (memory, days) => {
        const before = memory.kind === 'new' ? undefined : memory
        const on = studyDay(lastDay(memory) + days)
        const sure = learn(before, { kind: 'graded', grade: 'good' }, NOON, on)
        const [typed, matched, chosen] = [right(0), right(1 / 24), right(1 / 4)].map((given) =>
          learn(before, given, NOON, on),
        )
        expect(typed?.stability).toBeCloseTo(sure.stability, 9)
        expect(matched?.stability).toBeLessThan(sure.stability)
        expect(chosen?.stability).toBeLessThan(matched?.stability ?? 0)
      }),
    )
  })

  test('never takes away what was known', () => {
    fc.assert(
      fc.property(
        known,
        fc.integer({ min: 1, max: 90 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (memory, days, guess) => {
          const after = learn(memory, right(guess), NOON, studyDay(memory.reviewedOn + days))
          expect(after.stability).toBeGreaterThanOrEqual(memory.stability)
          expect(after.lapses).toBe(memory.lapses)
        },
      ),
    )
  })

  test('when wrong, is as good as “again”', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 90 }), (memory, days) => {
        const on = studyDay(memory.reviewedOn + days)
        expect(learn(memory, { kind: 'answered', correct: false, guess: 0.25 }, NOON, on)).toEqual(
          learn(memory, { kind: 'graded', grade: 'again' }, NOON, on),
        )
      }),
    )
  })
})

test('forgetting is counted only for what was known before', () => {
  const day = (later: number) => studyDay(FIRST + later)
  const first = review(NEW, 'again', NOON, day(0))
  expect([first.reviews, first.lapses]).toEqual([1, 0])
  expect(review(first, 'again', NOON, day(1)).lapses).toBe(1)
  expect(review(first, 'hard', NOON, day(1)).lapses).toBe(0)
})

describe('an answer that was right', () => {
  test('by a guess, in the learner’s own word, gains nothing and is asked again tomorrow', () => {
    fc.assert(
      fc.property(memories, fc.integer({ min: 1, max: 200 }), (memory, days) => {
        const on = studyDay(lastDay(memory) + days)
        const after = learn(memory, { kind: 'answered', correct: true, guess: 0.25, confidence: 'guess' }, NOON, on)
        expect(after.dueOn).toBe(on + 1)
        if (memory.kind === 'reviewed') expect(after.stability).toBeLessThanOrEqual(memory.stability)
      }),
    )
  })

  test('counts the same whether it was sure or nothing was said', () => {
    fc.assert(
      fc.property(memories, fc.integer({ min: 1, max: 200 }), (memory, days) => {
        const on = studyDay(lastDay(memory) + days)
        const answer = { kind: 'answered', correct: true, guess: 0.25 } as const
        expect(learn(memory, { ...answer, confidence: 'sure' }, NOON, on)).toEqual(learn(memory, answer, NOON, on))
      }),
    )
  })
})
