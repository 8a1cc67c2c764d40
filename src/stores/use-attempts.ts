import { useMemo } from 'react'
import type { FinishedAttempt, RunningAttempt } from '../model/attempt.ts'
import { replayAttempt } from './replay-attempt.ts'
import { useJournal } from './services.ts'

export interface Attempts {
  readonly running: readonly RunningAttempt[]
  readonly finished: readonly FinishedAttempt[]
}

/** All attempts of this browser that were not taken out of the history, the newest first. */
export function useAttempts(): Attempts {
  const logs = useJournal(({ learned }) => learned.attempts)
  return useMemo(() => {
    const all = [...logs.values()].flatMap((log) => (log.isRemoved ? [] : (replayAttempt(log) ?? []))).toReversed()
    return {
      running: all.filter((attempt) => attempt.phase === 'running'),
      finished: all.filter((attempt) => attempt.phase === 'finished'),
    }
  }, [logs])
}
