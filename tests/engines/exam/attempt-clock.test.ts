import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOff, openedClock, tick } from '../../../src/engines/exam/attempt-clock.ts'
import type { ClockReading } from '../../../src/engines/exam/attempt-clock.ts'
import { instant } from '../../../src/model/time.ts'
import { MINUTE, START, started } from './attempts.ts'

const HOUR = 60 * MINUTE
/** What both clocks show after so many milliseconds; the one on the wall may have been set meanwhile. */
const after = (ms: number, setBy = 0, wasHidden = false): ClockReading => {
  return { wall: instant(START + ms + setBy), steady: 500 + ms, wasHidden }
}
const opened = openedClock(started(), after(0), true)

test('time passes as the clocks tell', () => {
  expect(tick(opened, after(4_000), true).spent).toBe(4_000)
})

describe('the clock on the wall', () => {
  test.each([
    ['is set on by an hour', HOUR],
    ['is set back by an hour', -HOUR],
    ['is put right by some seconds', 7_000],
  ])('%s: nobody gains or loses time, and the journal is told', (_, by) => {
    const moved = tick(opened, after(4_000, by), true)
    expect(moved.spent).toBe(4_000)
    expect(isOff(moved, started())).toBe(true)
    const told = { ...started(), zero: instant(START + by), spent: 4_000 }
    expect(isOff(moved, told)).toBe(false)
    expect(tick(moved, after(9_000, by), true).spent).toBe(9_000)
  })

  test('is not put right for a difference that nobody sees', () => {
    expect(isOff(tick(opened, after(4_000, 20), true), started())).toBe(false)
  })
})

test('a device that slept, its steady clock with it, has lost the time of its sleep', () => {
  const slept = tick(opened, { wall: instant(START + 20 * MINUTE), steady: 500 + 2_000, wasHidden: true }, true)
  expect(slept.spent).toBe(20 * MINUTE)
})

test('a page that was frozen has lost the time of it', () => {
  expect(tick(opened, after(10_000, 0, true), true).spent).toBe(10_000)
})

test('a page that was closed goes on by the clock on the wall', () => {
  const before = { ...started(), spent: 1_000 }
  expect(openedClock(before, { wall: instant(START + 5 * MINUTE), steady: 3, wasHidden: false }, true).spent).toBe(
    5 * MINUTE,
  )
  // Set back while nobody was there: what had passed stays passed.
  expect(openedClock(before, { wall: instant(START - HOUR), steady: 3, wasHidden: false }, true).spent).toBe(1_000)
})

test('without a limit, time passes only while somebody looks', () => {
  const before = { ...started({ minutes: null }), spent: 1_000 }
  const back = openedClock(before, after(HOUR), false)
  expect(back.spent).toBe(1_000)
  expect(tick(back, after(HOUR + 5_000), false).spent).toBe(6_000)
  expect(tick(back, after(2 * HOUR, 0, true), false).spent).toBe(1_000)
})

test('whatever becomes of the clocks, time never runs back', () => {
  const readings = fc.record({ wall: fc.integer(), steady: fc.integer(), wasHidden: fc.boolean() })
  fc.assert(
    fc.property(fc.array(readings), fc.boolean(), (all, isTimed) => {
      all.reduce((clock, { wall, ...rest }) => {
        const next = tick(clock, { wall: instant(wall), ...rest }, isTimed)
        expect(next.spent).toBeGreaterThanOrEqual(clock.spent)
        return next
      }, opened)
    }),
  )
})
