import { expect, test } from 'vitest'
import { rounded, times, withSpread } from '../../../src/node/bench/figures.ts'

test('a figure is shown with the digits that count', () => {
  expect([1240.4, 124.04, 12.404, 1.2404, 0].map(rounded)).toEqual(['1240', '124', '12.4', '1.24', '0.00'])
  expect(withSpread({ median: 12, from: 8.004, to: 130 })).toBe('12.0 (8.00–130)')
})

test('a ratio to nothing is not shown', () => {
  expect(times(30, 12)).toBe('2.50')
  expect(times(30, 0)).toBe('')
  expect(times(-1, 12)).toBe('')
})
