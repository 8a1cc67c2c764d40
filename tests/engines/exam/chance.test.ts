import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceToPass, cutBand, interval } from '../../../src/engines/exam/chance.ts'

const answers = fc
  .integer({ min: 1, max: 500 })
  .chain((count) => fc.record({ count: fc.constant(count), correct: fc.nat(count) }))

describe('how sure a share of right answers is', () => {
  test.each<[number, number, number, number]>([
    [0, 0, 0, 1],
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [7, 9, 0.4526, 0.9368],
    [800, 1_000, 0.7741, 0.8236],
  ])('%i right of %i', (correct, count, low, high) => {
    expect(interval(correct, count).low).toBeCloseTo(low, 4)
    expect(interval(correct, count).high).toBeCloseTo(high, 4)
  })

  test('the share lies in it, it lies between 0 and 1, and four times the answers make it narrower', () => {
    fc.assert(
      fc.property(answers, ({ correct, count }) => {
        const { low, high } = interval(correct, count)
        const more = interval(4 * correct, 4 * count)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(correct / count + 1e-12)
        expect(high).toBeGreaterThanOrEqual(correct / count - 1e-12)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('the chance to pass with a cut of 35 of 50', () => {
  test.each<[number, number, number]>([
    [16, 20, 0.79],
    [52, 65, 0.9],
    [104, 130, 0.94],
  ])('after %i right of %i', (correct, count, expected) => {
    expect(Math.abs(chanceToPass(correct, count, 35) - expected)).toBeLessThanOrEqual(0.01)
  })

  test('before any answer every result is as likely as another', () => {
    expect(chanceToPass(0, 0, 35)).toBeCloseTo(16 / 51, 12)
  })

  test('after very many answers it is certain, and a number', () => {
    expect(chanceToPass(10_000_000, 10_000_000, 35)).toBeCloseTo(1, 9)
    expect(chanceToPass(0, 10_000_000, 35)).toBeCloseTo(0, 9)
    expect(chanceToPass(7_000_000, 10_000_000, 35)).toBeCloseTo(0.5692, 3)
  })
})

const forms = fc.integer({ min: 1, max: 100 }).chain((of) => fc.record({ of: fc.constant(of), cut: fc.nat(of) }))

test('a chance is between 0 and 1, rises with right answers and falls with the cut', () => {
  fc.assert(
    fc.property(answers, forms, ({ correct, count }, { of, cut }) => {
      const chance = chanceToPass(correct, count, cut, of)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(chanceToPass(correct, count, cut + 1, of)).toBeLessThanOrEqual(chance)
      if (correct < count) {
        expect(chanceToPass(correct + 1, count, cut, of)).toBeGreaterThanOrEqual(chance - 1e-12)
      }
    }),
  )
})

test('the chances of every exact result sum to 1, and their mean is the share that the answers say', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 1, max: 100 }), ({ correct, count }, of) => {
      const exact = Array.from(
        { length: of + 1 },
        (_, hits) => chanceToPass(correct, count, hits, of) - chanceToPass(correct, count, hits + 1, of),
      )
      expect(exact.every((chance) => chance >= 0)).toBe(true)
      expect(exact.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
      expect(chanceToPass(correct, count, 0, of)).toBe(1)
      expect(chanceToPass(correct, count, of + 1, of)).toBe(0)
      const mean = exact.reduce((sum, chance, hits) => sum + chance * hits, 0)
      expect(mean).toBeCloseTo((of * (1 + correct)) / (2 + count), 6)
    }),
  )
})

test('the next single item is right by the law of succession', () => {
  fc.assert(
    fc.property(answers, ({ correct, count }) => {
      expect(chanceToPass(correct, count, 1, 1)).toBeCloseTo((1 + correct) / (2 + count), 12)
    }),
  )
})

test('the band of the cut keeps its share, whatever the number of scored items', () => {
  expect(cutBand(50)).toEqual({ from: 33, to: 36, of: 50 })
  expect(cutBand(100)).toEqual({ from: 66, to: 72, of: 100 })
  expect(cutBand(65)).toEqual({ from: 43, to: 47, of: 65 })
  expect(cutBand(10)).toEqual({ from: 7, to: 8, of: 10 })
  expect(cutBand(0)).toEqual({ from: 0, to: 0, of: 0 })
})
