import { expect, test } from 'vitest'
import { rangeText } from '../../src/views/ui/figures-text.ts'

test.each([
  [0.52, 0.71, 'between 52 % and 71 %'],
  [0.6, 0.601, 'about 60 %'],
  [0, 0.03, 'between 1 % and 3 %'],
  [0.0001, 0.002, 'under 1 %'],
  [0.995, 1, 'over 99 %'],
])('a chance between %d and %d is told so that nothing estimated sounds certain', (low, high, text) => {
  expect(rangeText(low, high).replaceAll('\u{a0}', ' ')).toBe(text)
})
