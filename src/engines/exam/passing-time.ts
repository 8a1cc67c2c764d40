import { limitOf } from '../../model/attempt.ts'
import type { Attempt, RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import { instant } from '../../model/time.ts'
import type { Instant } from '../../model/time.ts'

/** Milliseconds of an attempt's own time that have passed, as the wall clock tells. Never less than was known before. */
export function spentAt({ isPaused, spent, zero }: Attempt, now: Instant): number {
  return isPaused ? spent : Math.max(spent, now - zero)
}

/** Milliseconds left after so many have passed; null without a limit. Never below 0. */
export function timeLeft({ settings, items }: Attempt, spent: number): number | null {
  const limit = limitOf(settings, items.length)
  return limit === null ? null : Math.max(0, limit - spent)
}

/** Whether the time is up after so many milliseconds. */
export function isExpired(attempt: Attempt, spent: number): boolean {
  return timeLeft(attempt, spent) === 0
}

/** The moment on the wall clock, as it is set now, at which the time is up. Null without a limit, or while it rests. */
export function deadlineOf({ settings, items, isPaused, zero }: Attempt): Instant | null {
  const limit = limitOf(settings, items.length)
  return limit === null || isPaused ? null : instant(zero + limit)
}

/** Milliseconds left for an item; null where items have no limit of their own. */
export function timeLeftFor({ settings, times }: Attempt, item: ItemId): number | null {
  const { secondsPerItem } = settings
  return secondsPerItem === null ? null : Math.max(0, secondsPerItem * 1_000 - (times.get(item) ?? 0))
}

/**
 * The attempt when so much of its time has passed. The time goes to the item in front; where items have a limit of
 * their own, the next one that has time left comes in front when it is up, whether somebody is there or not.
 */
export function passTime(attempt: RunningAttempt, spent: number): RunningAttempt {
  const until = Math.min(spent, limitOf(attempt.settings, attempt.items.length) ?? spent)
  if (attempt.isPaused || until <= attempt.spent) return attempt
  const times = new Map(attempt.times)
  if (attempt.settings.secondsPerItem === null) {
    times.set(attempt.current, (times.get(attempt.current) ?? 0) + until - attempt.spent)
    return { ...attempt, spent: until, times }
  }
  let { current } = attempt
  const seen = new Set(attempt.seen)
  for (let left = until - attempt.spent; left > 0;) {
    const own = timeLeftFor({ ...attempt, times }, current) ?? left
    const share = Math.min(left, own)
    times.set(current, (times.get(current) ?? 0) + share)
    left -= share
    if (share === own) {
      const next = nextWithTime({ ...attempt, times }, current)
      if (next === null) break
      current = next
      seen.add(next)
    }
  }
  return { ...attempt, spent: until, times, current, seen }
}

function nextWithTime(attempt: Attempt, item: ItemId): ItemId | null {
  const at = attempt.items.indexOf(item)
  const inTurn = [...attempt.items.slice(at + 1), ...attempt.items.slice(0, at)]
  return inTurn.find((other) => timeLeftFor(attempt, other) !== 0) ?? null
}
