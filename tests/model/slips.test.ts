import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween } from '../../src/model/slips.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })

test.each([
  ['macie', 'macie', 0],
  ['maci', 'macie', 1],
  ['maccie', 'macie', 1],
  ['mocie', 'macie', 1],
  ['maice', 'macie', 1],
  ['aws', '', 3],
  ['kitten', 'sitting', 3],
])('from %s to %s there are %i slips', (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips)
})

test('slips are the same both ways, none only between equal words, and at most the letters of the longer one', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = slipsBetween(one, other)
      expect(slipsBetween(other, one)).toBe(slips)
      expect(slips === 0).toBe(one === other)
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length))
    }),
  )
})
