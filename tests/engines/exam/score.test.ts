import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domainRows } from '../../../src/engines/exam/analysis.ts'
import { scoreOf, unscoredOf } from '../../../src/engines/exam/score.ts'
import { finished, graded } from './finished.ts'
import { one, outcome, three, two } from './attempts.ts'

test('what does not count is left out of the score, and told apart', () => {
  const attempt = finished([outcome(one), outcome(two, false), outcome(three)], { unscored: [three] })
  expect(scoreOf(attempt)).toEqual({ correct: 1, count: 2 })
  expect(unscoredOf(attempt)).toEqual({ correct: 1, count: 1 })
})

test('a domain says how many of its questions were right, and how sure that is', () => {
  const attempt = finished([
    { ...outcome(one), domain: 5 },
    { ...outcome(two, false), domain: 5 },
    { ...outcome(three), domain: 2 },
  ])
  const [second, fifth, ...others] = domainRows(attempt)
  expect(second).toMatchObject({ domain: 2, right: 1, count: 1 })
  expect(fifth).toMatchObject({ domain: 5, right: 1, count: 2 })
  expect(fifth?.interval.low).toBeCloseTo(0.09, 1)
  expect(others).toEqual([])
})

test('an attempt from before domains were written down has no row', () => {
  expect(domainRows(finished([outcome(one), outcome(two)]))).toEqual([])
})

test('an item counts or it does not, and no domain holds one that does not', () => {
  fc.assert(
    fc.property(graded, (attempt) => {
      const [scored, unscored] = [scoreOf(attempt), unscoredOf(attempt)]
      expect(scored.count + unscored.count).toBe(attempt.outcomes.length)
      expect(scored.correct + unscored.correct).toBe(attempt.outcomes.filter(({ correct }) => correct).length)
      const counted = attempt.outcomes.filter(
        ({ item, domain }) => domain !== undefined && !attempt.settings.unscored.includes(item),
      )
      const rows = domainRows(attempt)
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(counted.length)
      expect(rows.reduce((sum, { right }) => sum + right, 0)).toBe(counted.filter(({ correct }) => correct).length)
      for (const { right, count, interval } of rows) {
        expect(right).toBeLessThanOrEqual(count)
        expect(interval.low).toBeLessThanOrEqual(right / count)
        expect(interval.high).toBeGreaterThanOrEqual(right / count)
      }
    }),
  )
})
