import { describe, expect, test } from 'vitest'
import { advance } from '../../../src/engines/exam/advance.ts'
import { deadlineOf, isExpired, passTime, spentAt } from '../../../src/engines/exam/passing-time.ts'
import type { Attempt, AttemptAction } from '../../../src/model/attempt.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import { a, after, at, MINUTE, one, started, three, two } from './attempts.ts'

const answered = (item: ItemId, minutes = 1): AttemptAction => {
  return { kind: 'answered', ...after(minutes), item, chosen: [a] }
}
const visited = (item: ItemId, minutes = 1): AttemptAction => ({ kind: 'visited', ...after(minutes), item })

test('when the clock on the wall was set, the time that is left stays what it was', () => {
  const hourOn = { kind: 'clock-read', at: at(63), spent: 3 * MINUTE, wall: at(63) } as const
  const moved = advance(started(), hourOn)
  expect(spentAt(moved, at(64))).toBe(4 * MINUTE)
  expect(deadlineOf(moved)).toBe(at(70))
  // What is told later is stamped as it was before the clock was set back.
  const back = advance(started(), { kind: 'clock-read', at: at(3), spent: 3 * MINUTE, wall: at(-57) })
  expect(spentAt(back, at(-56))).toBe(4 * MINUTE)
})

describe('the time of each item', () => {
  test('goes to the one in front', () => {
    const end = [visited(two, 1), visited(one, 3), answered(one, 3.5)].reduce<Attempt>(advance, started())
    expect(Object.fromEntries(end.times)).toEqual({ 1: 1.5 * MINUTE, 2: 2 * MINUTE })
  })

  test('may have a limit: then the next one comes in front, whether somebody is there or not', () => {
    const limited = started({ minutes: null, secondsPerItem: 60 })
    expect(passTime(limited, 0.9 * MINUTE).current).toBe(one)
    expect(passTime(limited, 1 * MINUTE).current).toBe(two)
    expect(passTime(limited, 2.5 * MINUTE)).toMatchObject({ current: three })
    expect(isExpired(limited, 3 * MINUTE)).toBe(true)
    const late = advance(limited, answered(one, 1.5))
    expect(late).toMatchObject({ current: two, spent: 1.5 * MINUTE })
    expect(late.answers.size).toBe(0)
    const early = advance(advance(limited, visited(two, 0.5)), answered(two, 1.4))
    expect(early.answers.get(two)).toEqual([a])
    expect(passTime(started({ minutes: null, secondsPerItem: 60 }), 1.6 * MINUTE)).toMatchObject({ current: two })
    expect(advance(passTime(limited, 2.5 * MINUTE), visited(one, 2.6))).toMatchObject({ current: three })
  })
})
