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
  const running = useRunningAttempts()
  const logs = useJournal(({ learned }) => learned.attempts)
  return useMemo(() => {
    const done = [...logs.values()].filter(({ isHandedIn, isRemoved }) => isHandedIn && !isRemoved)
    const attempts = done.flatMap((log) => replayAttempt(log) ?? []).toReversed()
    return { running, finished: attempts.filter((attempt) => attempt.phase === 'finished') }
  }, [logs, running])
}

/** Those that can be gone on with. What is long finished is not even replayed. */
export function useRunningAttempts(): readonly RunningAttempt[] {
  const logs = useJournal(({ learned }) => learned.attempts)
  return useMemo(() => {
    const open = [...logs.values()].filter(({ isHandedIn, isRemoved }) => !isHandedIn && !isRemoved)
    const attempts = open.flatMap((log) => replayAttempt(log) ?? []).toReversed()
    return attempts.filter((attempt) => attempt.phase === 'running')
  }, [logs])
}
