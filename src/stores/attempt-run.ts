import { isOff, openedClock, tick } from '../engines/exam/attempt-clock.ts'
import type { AttemptClock, ClockReading } from '../engines/exam/attempt-clock.ts'
import type { AttemptAction, RunningAttempt } from '../model/attempt.ts'
import { limitOf } from '../model/attempt.ts'
import type { Clock } from './clock.ts'
import type { JournalStore } from './journal-store.ts'

/** What is done in an attempt, before it is told when. */
export type AttemptStep = DistributiveOmit<AttemptAction, 'at' | 'spent' | 'wall'>

type DistributiveOmit<Whole, Keys extends PropertyKey> = Whole extends unknown ? Omit<Whole, Keys> : never

/** An attempt as one page takes it: it tells the time of the attempt, and records what is done in it. */
export interface AttemptRun {
  /** Milliseconds of the attempt's time that have passed. */
  readonly spent: () => number
  /** Looks at the clocks, and writes down if one was set. It has to when the page goes out of sight, and comes back. */
  readonly look: () => void
  readonly record: (step: AttemptStep) => void
}

/**
 * @param attempt The attempt as it is now; it is asked anew each time.
 * @param steady Milliseconds of a clock that nobody sets.
 * @param isHidden Whether the page is out of sight.
 */
export function createAttemptRun(
  attempt: () => RunningAttempt | null,
  journal: JournalStore,
  clock: Clock,
  steady: () => number,
  isHidden: () => boolean,
): AttemptRun {
  const isTimed = (running: RunningAttempt): boolean => limitOf(running.settings, running.items.length) !== null
  let time: AttemptClock | null = null
  /** Whoever looks first after the device slept, be it only to paint, has to notice. */
  let wasHiddenLast = false

  function reading(): ClockReading {
    const isHiddenNow = isHidden()
    const wasHidden = isHiddenNow || wasHiddenLast
    wasHiddenLast = isHiddenNow
    return { wall: clock.now(), steady: steady(), wasHidden }
  }

  function look(): AttemptClock {
    const running = attempt()
    const now = reading()
    if (running === null) return time ?? { spent: 0, last: now }
    if (time === null) time = openedClock(running, now, isTimed(running))
    else if (running.isPaused) time = { spent: running.spent, last: now }
    else time = tick(time, now, isTimed(running))
    // Another page may have gone on with it meanwhile.
    if (time.spent < running.spent) time = { ...time, spent: running.spent }
    return time
  }

  function write(step: AttemptStep, running: RunningAttempt, { spent, last }: AttemptClock): void {
    const told = { attempt: running.id, spent: Math.round(spent) }
    const { record } = journal.getState()
    if (step.kind === 'resumed' || step.kind === 'clock-read') record({ ...step, ...told, wall: last.wall })
    else record({ ...step, ...told })
  }

  return {
    spent: () => look().spent,
    look() {
      const seen = look()
      const running = attempt()
      if (running !== null && isTimed(running) && isOff(seen, running)) write({ kind: 'clock-read' }, running, seen)
    },
    record(step) {
      const seen = look()
      const running = attempt()
      if (running === null) return
      // Where nothing was paused nothing is written: a pause that comes later could sort before it.
      if (step.kind === 'resumed' && !running.isPaused) return
      if (isTimed(running) && isOff(seen, running)) write({ kind: 'clock-read' }, running, seen)
      write(step, running, seen)
    },
  }
}
