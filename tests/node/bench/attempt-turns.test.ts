import { expect, test } from 'vitest'
import { toldOf } from '../../../src/node/bench/attempt-turns.ts'

const key = (name: string, at: number, delay: number) => ({ key: name, at, delay })

test('the delay of each key counts that does something', () => {
  const told = toldOf([key('z', 0, 9), key('a', 10, 1), key('ArrowRight', 20, 2)], [])
  expect(told.delays).toEqual([1, 2])
})

test('a turn that the browser does not tell of was done in the shortest time that it tells', () => {
  const keys = [key('a', 10, 1), key('ArrowRight', 20, 1), key('ArrowRight', 30, 1)]
  const told = toldOf(keys, [
    { at: 10, duration: 48 },
    { at: 30, duration: 32 },
  ])
  expect(told.frames).toEqual([16, 32])
})
