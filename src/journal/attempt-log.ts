import type { AttemptAction, AttemptSettings, Outcome } from '../model/attempt.ts'
import type { AttemptId, ItemId } from '../model/ids.ts'
import type { Instant } from '../model/time.ts'
import type { JournalEvent } from './event.ts'

/** An attempt as the journal tells it: how it began, and what happened since. */
export interface AttemptLog {
  readonly id: AttemptId
  readonly startedAt: Instant
  readonly items: readonly ItemId[]
  readonly settings: AttemptSettings
  readonly actions: readonly AttemptAction[]
  readonly isHandedIn: boolean
}

export type AttemptEvent = Extract<JournalEvent, { kind: AttemptAction['kind'] }>

/** The moment from which nothing is taken any more; no moment at all without a limit. */
export function deadlineOf({ startedAt, settings: { minutes } }: AttemptLog): number {
  return minutes === null ? Number.POSITIVE_INFINITY : startedAt + minutes * 60_000
}

/** Whether an event belongs to the attempt and comes in time; what the attempt would ignore is not evidence either. */
export function accepts(log: AttemptLog, event: AttemptEvent): boolean {
  if (log.isHandedIn) return false
  if (event.kind === 'handed-in') return true
  const item = event.kind === 'checked' ? event.outcome.item : event.item
  if (event.at >= deadlineOf(log) || !log.items.includes(item)) return false
  return event.kind !== 'checked' || (log.settings.mode === 'practice' && !checkedIn(log).has(item))
}

/** The outcomes that an event tells for the first time: an item checked in practice is not counted again at the end. */
export function newOutcomes(log: AttemptLog, event: AttemptEvent): readonly Outcome[] {
  if (event.kind === 'checked') return [event.outcome]
  if (event.kind !== 'handed-in') return []
  const counted = new Set(checkedIn(log))
  return event.outcomes.filter(({ item }) => {
    const isNew = log.items.includes(item) && !counted.has(item)
    counted.add(item)
    return isNew
  })
}

function checkedIn({ actions }: AttemptLog): ReadonlySet<ItemId> {
  return new Set(actions.flatMap((action) => (action.kind === 'checked' ? [action.outcome.item] : [])))
}
