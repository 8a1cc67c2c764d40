import { useMemo } from 'react'
import { spentIn } from '../journal/attempt-log.ts'
import { answeredIn, limitOf } from '../model/attempt.ts'
import type { AttemptId } from '../model/ids.ts'
import type { Instant } from '../model/time.ts'
import { useJournal, useServices } from './services.ts'

/** An attempt that can be gone on with, as far as the first screen tells of it: that needs no replay. */
export interface Unfinished {
  readonly id: AttemptId
  readonly startedAt: Instant
  readonly answered: number
  readonly count: number
  /** Milliseconds; null without a limit. */
  readonly left: number | null
}

/** The attempts that can be gone on with, the newest first. */
export function useUnfinished(): readonly Unfinished[] {
  const { clock } = useServices()
  const logs = useJournal(({ learned }) => learned.attempts)
  return useMemo(() => {
    const open = [...logs.values()].filter(({ isHandedIn, isRemoved }) => !isHandedIn && !isRemoved)
    return open.toReversed().map((log) => {
      const { id, startedAt, items, settings, actions } = log
      const answers = new Map(
        actions.flatMap((each) => (each.kind === 'answered' ? [[each.item, each.chosen] as const] : [])),
      )
      const limit = limitOf(settings, items.length)
      const left = limit === null ? null : Math.max(0, limit - spentIn(log, clock.now()))
      return { id, startedAt, answered: answeredIn(answers), count: items.length, left }
    })
  }, [logs, clock])
}
