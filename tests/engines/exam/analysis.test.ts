import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceRows, listsOf, paceOf, slowItems } from '../../../src/engines/exam/analysis.ts'
import type { AttemptAction, Confidence } from '../../../src/model/attempt.ts'
import { RESULT_LISTS } from '../../../src/model/result-list.ts'
import { finished, graded } from './finished.ts'
import { after, MINUTE, one, outcome, PRACTICE, started, three, two } from './attempts.ts'

const rated = (isRight: boolean, confidence: Confidence, item = one) => ({ ...outcome(item, isRight), confidence })

describe('the pace', () => {
  test('is each question’s share of the time, or the exam’s own without a limit', () => {
    expect(paceOf(started({ minutes: 6 }))).toBe(2 * MINUTE)
    expect(paceOf(started({ minutes: null, secondsPerItem: 40 }))).toBe(40_000)
    expect(paceOf(started({ ...PRACTICE, minutes: null }))).toBe(83_000)
  })

  test('is missed by what takes half as much again', () => {
    const visits: readonly AttemptAction[] = [
      { kind: 'visited', item: two, ...after(3) },
      { kind: 'visited', item: three, ...after(6.1) },
    ]
    expect(slowItems(finished([], { minutes: 6, ...PRACTICE }, visits.slice(0, 1)))).toEqual([])
    expect(slowItems(finished([], { minutes: 6 }, visits))).toEqual([])
    expect(slowItems(finished([], { minutes: null, ...PRACTICE }, visits))).toEqual([one, two, three])
    expect(
      slowItems(finished([outcome(one)], { minutes: 9.5 }, [{ kind: 'visited', item: two, ...after(8) }])),
    ).toEqual([one])
  })
})

describe('how sure the learner was', () => {
  const attempt = finished([rated(true, 'guess', one), rated(false, 'sure', two), outcome(three)])

  test('stands against how it turned out', () => {
    expect(confidenceRows(attempt)).toEqual([
      { confidence: 'sure', right: 0, wrong: 1 },
      { confidence: 'unsure', right: 0, wrong: 0 },
      { confidence: 'guess', right: 1, wrong: 0 },
      { confidence: null, right: 1, wrong: 0 },
    ])
  })

  test('names what was right by luck, and what was believed and wrong', () => {
    expect(listsOf(attempt)).toMatchObject({ lucky: [one], 'sure-wrong': [two], wrong: [two] })
  })

  test('is told by the ratings where the outcome does not hold it', () => {
    const said = { kind: 'rated', item: one, confidence: 'guess', ...after(1) } as const
    expect(listsOf(finished([outcome(one), outcome(two)], {}, [said]))).toMatchObject({ lucky: [one] })
  })
})

test('flagged questions are a list of their own, and what could not be graded was not right', () => {
  const flag = { kind: 'flagged', item: two, flagged: true, ...after(1) } as const
  expect(listsOf(finished([outcome(one)], {}, [flag]))).toMatchObject({
    all: [one, two, three],
    wrong: [two, three],
    flagged: [two],
  })
})

test('every list is a part of the form, in its order; every outcome has one rating and is right or wrong', () => {
  fc.assert(
    fc.property(graded, (attempt) => {
      const lists = listsOf(attempt)
      for (const name of RESULT_LISTS)
        expect(attempt.items.filter((item) => lists[name].includes(item))).toEqual(lists[name])
      expect(lists['sure-wrong'].every((item) => lists.wrong.includes(item))).toBe(true)
      expect(lists.lucky.some((item) => lists.wrong.includes(item))).toBe(false)
      const rows = confidenceRows(attempt)
      expect(rows.reduce((sum, { right, wrong }) => sum + right + wrong, 0)).toBe(attempt.outcomes.length)
      expect(rows.reduce((sum, { right }) => sum + right, 0)).toBe(
        attempt.outcomes.filter(({ correct }) => correct).length,
      )
    }),
  )
})
