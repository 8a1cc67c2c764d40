import type { Attempt } from '../../model/attempt.ts'
import type { Instant } from '../../model/time.ts'
import { spentAt } from './passing-time.ts'

/** What the clocks of a device show at one moment. */
export interface ClockReading {
  /** The clock on the wall: people, time servers and faults set it. */
  readonly wall: Instant
  /** Milliseconds of a clock that nobody sets. It stands still while the page is gone, and may while the device sleeps. */
  readonly steady: number
  /** Whether the page was out of sight since the reading before. */
  readonly wasHidden: boolean
}

/** How much of an attempt's time has passed, as a page that shows it tells. */
export interface AttemptClock {
  /** Milliseconds. */
  readonly spent: number
  readonly last: ClockReading
}

/** The two clocks may drift apart by so much before a page that was hidden is taken to have slept. */
const SLEPT = 1_000
/** Milliseconds of difference from which what the journal would tell is put right. */
const OFF = 25

/**
 * Opens an attempt on a page. While no page was open its time has passed by the clock on the wall; where no limit
 * presses, it rested.
 */
export function openedClock(attempt: Attempt, reading: ClockReading, isTimed: boolean): AttemptClock {
  return { spent: isTimed ? spentAt(attempt, reading.wall) : attempt.spent, last: reading }
}

/**
 * Lets time pass until the next reading. It passes by the steady clock, so that nobody gains or loses time when the
 * other one is set. Should the wall clock have run on by more while the page was out of sight, the device has slept:
 * then the time of the sleep has passed too. Without a limit, what is out of sight rests.
 */
export function tick({ spent, last }: AttemptClock, reading: ClockReading, isTimed: boolean): AttemptClock {
  const steady = Math.max(0, reading.steady - last.steady)
  const wall = reading.wall - last.wall
  if (!isTimed) return { spent: reading.wasHidden ? spent : spent + steady, last: reading }
  const hasSlept = reading.wasHidden && wall - steady > SLEPT
  return { spent: spent + (hasSlept ? wall : steady), last: reading }
}

/** Whether the journal would tell another time by the clock on the wall than this page does. */
export function isOff({ spent, last }: AttemptClock, attempt: Attempt): boolean {
  return !attempt.isPaused && Math.abs(last.wall - attempt.zero - spent) > OFF
}
