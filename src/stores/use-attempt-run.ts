import { useEffect, useMemo, useRef, useState } from 'react'
import type { RunningAttempt } from '../model/attempt.ts'
import { createAttemptRun } from './attempt-run.ts'
import type { AttemptRun } from './attempt-run.ts'
import { replayAttempt } from './replay-attempt.ts'
import { useServices } from './services.ts'

/** Milliseconds between two looks at the clock, with which nobody sees a second that is late. */
const TICK = 250

export interface PlaceAtAttempt {
  readonly run: AttemptRun
  /** Whether this page works on the attempt; another one may. Null until that is known. */
  readonly isHeld: boolean | null
  readonly takeOver: () => void
}

/** An attempt as this page takes it: one page at a time works on it, the others look on. */
export function useAttemptRun({ id }: RunningAttempt): PlaceAtAttempt {
  const { journal, clock, steady, placeAt } = useServices()
  const run = useMemo(() => {
    const now = (): RunningAttempt | null => {
      const log = journal.getState().learned.attempts.get(id)
      const attempt = log === undefined ? null : replayAttempt(log)
      return attempt?.phase === 'running' ? attempt : null
    }
    return createAttemptRun(now, journal, clock, steady, () => document.visibilityState === 'hidden')
  }, [id, journal, clock, steady])
  const [isHeld, setHeld] = useState<boolean | null>(null)
  const takeOver = useRef((): void => undefined)
  useEffect(() => {
    const place = placeAt(id, setHeld)
    takeOver.current = place.takeOver
    return place.leave
  }, [id, placeAt])
  useEffect(() => {
    // A page that looks on tells the time, too, but writes nothing down.
    const look = isHeld === true ? run.look : run.spent
    const timer = setInterval(look, TICK)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [run, isHeld])
  return { run, isHeld, takeOver: () => takeOver.current() }
}
