import fc from 'fast-check'
import { expect, test } from 'vitest'
import { swapsOf } from '../../../src/engines/search/slips.ts'
import { slipsBetween } from '../../../src/model/slips.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })

test('a swap of neighbours is at most one slip, and swapping back restores the word', () => {
  fc.assert(
    fc.property(word, (typed) => {
      for (const swapped of swapsOf(typed)) {
        expect(slipsBetween(typed, swapped)).toBeLessThanOrEqual(1)
        expect(swapsOf(swapped)).toContain(typed)
      }
    }),
  )
})
