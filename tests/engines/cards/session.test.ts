import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeCurrent, startRun, undoLast } from '../../../src/engines/cards/session-run.ts'
import type { SessionRun } from '../../../src/engines/cards/session-run.ts'
import { cardToAsk, planSession } from '../../../src/engines/cards/session.ts'
import type { SessionRequest } from '../../../src/engines/cards/session.ts'
import type { Fact } from '../../../src/model/fact.ts'
import { GRADES } from '../../../src/model/memory.ts'
import type { Grade, ReviewedMemory } from '../../../src/model/memory.ts'
import { instant, studyDay } from '../../../src/model/time.ts'
import { fact, termsNamed } from './facts.ts'

const TODAY = 100

function memory(dueOn: number, reviews = 1): ReviewedMemory {
  return {
    kind: 'reviewed',
    stability: 3,
    difficulty: 5,
    reviewedAt: instant(0),
    reviewedOn: studyDay(dueOn - 3),
    dueOn: studyDay(dueOn),
    reviews,
    lapses: 0,
    lastGrade: 'good',
  }
}

const names = (facts: readonly Fact[]): string => facts.map(({ subject }) => subject).join('')

/** What is asked of terms, each due on the day that stands beside it; those without a day are new. */
function planned(due: Readonly<Record<string, number>>, request: Partial<SessionRequest> = {}) {
  const facts = termsNamed('ABCDEF')
  const memories = new Map(
    facts.flatMap(({ id, subject }) => {
      const day = due[subject]
      return day === undefined ? [] : [[id, memory(day)] as const]
    }),
  )
  const plan = planSession({
    facts,
    memories,
    today: studyDay(TODAY),
    left: { newFacts: 10, reviews: 10 },
    limit: 10,
    ...request,
  })
  return { due: names(plan.due), fresh: names(plan.fresh) }
}

describe('a session', () => {
  test('asks what is due, the longest overdue first, then what is new, in the order of the notes', () => {
    expect(planned({ B: 99, D: 90, F: 100 })).toEqual({ due: 'DBF', fresh: 'ACE' })
  })

  test('asks last what the author keeps out of quizzes', () => {
    const facts = termsNamed('ABCD').map((each): Fact => (each.subject < 'C' ? { ...each, withheld: 'author' } : each))
    expect(planned({}, { facts })).toEqual({ due: '', fresh: 'CDAB' })
  })

  test('asks nothing before its day', () => {
    expect(planned({ A: 101, B: 140, C: 100, D: 101, E: 101, F: 101 })).toEqual({ due: 'C', fresh: '' })
  })

  test('is no longer than its limit; what is due goes before what is new', () => {
    expect(planned({ A: 99, B: 98 }, { limit: 3 })).toEqual({ due: 'BA', fresh: 'C' })
    expect(planned({ A: 99, B: 98 }, { limit: 1 })).toEqual({ due: 'B', fresh: '' })
    expect(planned({ A: 99, B: 98 }, { limit: 0 })).toEqual({ due: '', fresh: '' })
  })

  test('keeps to what the day still allows', () => {
    expect(planned({ A: 99, B: 98 }, { left: { newFacts: 2, reviews: 1 } })).toEqual({ due: 'B', fresh: 'CD' })
    expect(planned({ A: 99 }, { left: { newFacts: 0, reviews: 0 } })).toEqual({ due: '', fresh: '' })
    expect(planned({ A: 99, B: 98 }, { left: { newFacts: -2, reviews: -1 } })).toEqual({ due: '', fresh: '' })
  })

  test('leaves out what has no card', () => {
    const silent = fact('membership', { subject: 'Reports' })
    const plan = planSession({
      facts: [silent],
      memories: new Map(),
      today: studyDay(TODAY),
      left: { newFacts: 10, reviews: 10 },
      limit: 10,
    })
    expect([...plan.due, ...plan.fresh]).toEqual([])
  })
})

test('whatever is due: limits hold, due comes before new, the longest overdue first, and nothing twice', () => {
  const days = fc.array(fc.option(fc.integer({ min: 80, max: 120 })), { maxLength: 40 })
  fc.assert(
    fc.property(days, fc.nat(30), fc.nat(30), fc.nat(30), (due, reviews, newFacts, limit) => {
      const facts = due.map((_, index) => fact('term', { subject: `T${index}` }))
      const memories = new Map(
        facts.flatMap(({ id }, index) => {
          const day = due[index]
          return day === null || day === undefined ? [] : [[id, memory(day)] as const]
        }),
      )
      const today = studyDay(TODAY)
      const plan = planSession({ facts, memories, today, left: { newFacts, reviews }, limit })
      expect(plan.due.length).toBeLessThanOrEqual(reviews)
      expect(plan.fresh.length).toBeLessThanOrEqual(newFacts)
      expect(plan.due.length + plan.fresh.length).toBeLessThanOrEqual(limit)
      const dues = plan.due.map(({ id }) => memories.get(id)?.dueOn ?? Number.NaN)
      expect(dues).toEqual(dues.toSorted((one, other) => one - other))
      expect(dues.every((day) => day <= TODAY)).toBe(true)
      expect(plan.fresh.every(({ id }) => !memories.has(id))).toBe(true)
      const all = [...plan.due, ...plan.fresh]
      expect(new Set(all).size).toBe(all.length)
      const waiting = [...memories.values()].filter((each) => each.dueOn <= TODAY).length
      expect(plan.due.length).toBe(Math.min(waiting, reviews, limit))
    }),
  )
})

test('a fact takes its cards in turn, one a review', () => {
  const term = fact('term', { subject: 'BAA' })
  const kinds = [undefined, memory(1, 1), memory(1, 2)].map((known) => cardToAsk(term, [], known)?.kind)
  expect(kinds).toEqual(['forward', 'reverse', 'forward'])
  expect(cardToAsk(fact('membership', { subject: 'x' }), [], undefined)).toBeNull()
})

describe('while a session runs', () => {
  const run = startRun(termsNamed('ABCDEFGHI'))

  test('what was recalled is done', () => {
    expect(names(gradeCurrent(run, 'hard').queue)).toBe('BCDEFGHI')
  })

  test('what was forgotten comes back after six others, or last', () => {
    expect(names(gradeCurrent(run, 'again').queue)).toBe('BCDEFGAHI')
    expect(names(gradeCurrent(startRun(termsNamed('AB')), 'again').queue)).toBe('BA')
    expect(names(gradeCurrent(startRun(termsNamed('A')), 'again').queue)).toBe('A')
  })

  test('an empty session takes no grade, and nothing can be taken back', () => {
    const empty = startRun([])
    expect(gradeCurrent(empty, 'good')).toEqual(empty)
    expect(undoLast(empty)).toEqual(empty)
  })

  test('taking back a grade restores the session as it was, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...GRADES), { maxLength: 30 }), (grades) => {
        const runs: SessionRun[] = [run]
        for (const grade of grades) runs.push(gradeCurrent(runs.at(-1) ?? run, grade))
        let now = runs.at(-1) ?? run
        for (const before of runs.toReversed().slice(1)) {
          // A grade after the last card is no grade.
          if (now.graded.length === before.graded.length) continue
          now = undoLast(now)
          expect(now).toEqual(before)
        }
      }),
    )
  })

  test('it ends: as soon as each fact was recalled once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Grade>('again', 'hard', 'good', 'easy'), { maxLength: 60 }), (grades) => {
        const end = grades.reduce(gradeCurrent, run)
        const recalled = new Set(end.graded.filter(({ grade }) => grade !== 'again').map((each) => each.fact))
        expect(end.queue.filter(({ id }) => recalled.has(id))).toEqual([])
        expect(end.queue.length + recalled.size).toBe(run.queue.length)
      }),
    )
  })
})
