import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedItems, trendOf } from '../../../src/engines/exam/trend.ts'
import { instant } from '../../../src/model/time.ts'
import { finished, graded } from './finished.ts'
import { one, outcome, three, two } from './attempts.ts'

const ofDomain = (domain: number, startedAt: number, isRight = true) => ({
  ...finished([{ ...outcome(one, isRight), domain }]),
  startedAt: instant(startedAt),
})

test('the last attempts stand from the oldest to the newest, with every domain that one of them asked', () => {
  const [first, second, third] = [ofDomain(5, 1), ofDomain(2, 2), ofDomain(5, 3, false)]
  const before = finished([outcome(one)])
  const trend = trendOf([third, before, first, second], 2)
  expect(trend.domains).toEqual([2, 5])
  expect(trend.attempts.map(({ attempt }) => attempt)).toEqual([second, third])
  expect(trend.attempts.map(({ rows }) => rows.get(5)?.right)).toEqual([undefined, 0])
})

test('of the questions that two attempts share, it is told which turned', () => {
  const before = finished([outcome(one), outcome(two, false)])
  const since = finished([outcome(one, false), outcome(two), outcome(three)])
  expect(sharedItems(before, since)).toEqual({ count: 2, gained: [two], lost: [one] })
})

test('what was gained one way was lost the other way, and an attempt beside itself has not changed', () => {
  fc.assert(
    fc.property(graded, graded, (before, since) => {
      const { count, gained, lost } = sharedItems(before, since)
      const back = sharedItems(since, before)
      expect(back.count).toBe(count)
      expect(new Set(back.gained)).toEqual(new Set(lost))
      expect(new Set(back.lost)).toEqual(new Set(gained))
      expect(gained.length + lost.length).toBeLessThanOrEqual(count)
      expect(sharedItems(since, since)).toEqual({ count: since.outcomes.length, gained: [], lost: [] })
    }),
  )
})
