import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../../src/engines/exam/apportion.ts'

const ROOMY = [1_000, 1_000, 1_000, 1_000, 1_000]
const EXAM = [0.2, 0.24, 0.28, 0.14, 0.14]

describe('the domains of the exam', () => {
  test.each<[number, readonly number[]]>([
    [65, [13, 16, 18, 9, 9]],
    [50, [10, 12, 14, 7, 7]],
    [0, [0, 0, 0, 0, 0]],
    [1, [0, 0, 1, 0, 0]],
    // 2.4, 1.4 and 1.4 have the same remainder: the first of them gets the tenth.
    [10, [2, 3, 3, 1, 1]],
  ])('%i items', (count, expected) => {
    expect(apportion(count, EXAM, ROOMY)).toEqual(expected)
    expect(
      apportion(
        count,
        EXAM.map((weight) => weight * 100),
        ROOMY,
      ),
    ).toEqual(expected)
  })
})

describe('where there is too little room', () => {
  test.each<[string, number, readonly number[], readonly number[], readonly number[]]>([
    ['a domain gives all it has, the others take the rest by weight', 50, EXAM, [0, 99, 99, 99, 99], [0, 15, 17, 9, 9]],
    ['one domain alone takes everything', 65, EXAM, [0, 0, 0, 0, 99], [0, 0, 0, 0, 65]],
    ['nobody gets more than there is', 65, EXAM, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
    ['what has no weight fills what is left', 10, [1, 0, 1], [2, 99, 3], [2, 5, 3]],
    ['without any weight all are alike', 10, [0, 0, 0], [99, 99, 99], [4, 3, 3]],
    ['nothing to share among', 10, [], [], []],
  ])('%s', (_, count, weights, room, expected) => {
    expect(apportion(count, weights, room)).toEqual(expected)
  })
})

test('remainders that differ only in floating point are ties, and go by order', () => {
  expect(apportion(5, [0.1, 0.3, 0.6], [9, 9, 9])).toEqual([1, 1, 3])
  expect(apportion(5, [0.3, 0.1, 0.6], [9, 9, 9])).toEqual([2, 0, 3])
})

const cases = fc.record({
  count: fc.nat(200),
  parts: fc.array(fc.record({ weight: fc.double({ min: 0, max: 1, noNaN: true }), room: fc.nat(60) }), {
    maxLength: 8,
  }),
})
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

test('all is shared out, or all the room is used; never more than the room of one', () => {
  fc.assert(
    fc.property(cases, ({ count, parts }) => {
      const room = parts.map((part) => part.room)
      const shares = apportion(
        count,
        parts.map(({ weight }) => weight),
        room,
      )
      expect(sumOf(shares)).toBe(Math.min(count, sumOf(room)))
      for (const [index, share] of shares.entries()) {
        expect(Number.isInteger(share)).toBe(true)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(room[index] ?? 0)
      }
    }),
  )
})

test('with enough room each share is within 1 of the exact one', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (count, weights) => {
        const shares = apportion(
          count,
          weights,
          weights.map(() => count),
        )
        for (const [index, weight] of weights.entries()) {
          expect(Math.abs((shares[index] ?? 0) - (count * weight) / sumOf(weights))).toBeLessThan(1)
        }
      },
    ),
  )
})
