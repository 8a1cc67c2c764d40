import { expect, test } from 'vitest'
import { cellsOf, isOver, SHOWN } from '../../../src/node/bench/pathological-table.ts'
import { PATHOLOGICAL } from '../../../src/node/bench/pathological.ts'

test('the peers read 27 kinds of texts made to be slow, each among those that we read', () => {
  const names = new Set(PATHOLOGICAL.map(({ name }) => name))
  expect(SHOWN.size).toBe(27)
  expect([...SHOWN].filter((name) => !names.has(name))).toEqual([])
})

test('of readings that take turns, the first pairs only warm up', () => {
  expect(cellsOf({ runs: [90, 90, 90, 90, 10, 20, 12, 24, 11, 22], end: 'done' })).toEqual(['11.0', '22.0', '2.00'])
})

test('a kind that is slow is read but a few times, and then all of them count', () => {
  expect(cellsOf({ runs: [4000, 7000], end: 'done' })).toEqual(['4000', '7000', '1.75'])
})

test('a reading that was ended is told as longer than the limit', () => {
  expect(cellsOf({ runs: [2000], end: 'limit' })).toEqual(['2000', '> 8000', '> 4.0'])
  expect(cellsOf({ runs: [], end: 'limit' })).toEqual(['> 8000', '> 8000', ''])
})

test('a parser that breaks off is told of as such', () => {
  expect(cellsOf({ runs: [2000], end: 'failure' })).toEqual(['2000', 'broke off', ''])
  expect(cellsOf({ runs: [], end: 'failure' })).toEqual(['broke off', 'broke off', ''])
})

test('a kind is over the limits when it is slow, when twice the text costs too much, or when it has no end', () => {
  expect(isOver({ runs: [40, 80], end: 'done' })).toBe(false)
  expect(isOver({ runs: [60, 120], end: 'done' })).toBe(true)
  expect(isOver({ runs: [20, 60], end: 'done' })).toBe(true)
  expect(isOver({ runs: [], end: 'limit' })).toBe(true)
})

test('a ratio of two moments too short to be measured is no ground for complaint', () => {
  expect(isOver({ runs: [0.2, 1], end: 'done' })).toBe(false)
})
