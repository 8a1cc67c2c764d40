import { limitOf } from '../model/attempt.ts'
import type { AttemptAction, AttemptSettings, Outcome } from '../model/attempt.ts'
import type { AttemptId, ItemId } from '../model/ids.ts'
import { instant } from '../model/time.ts'
import type { Instant } from '../model/time.ts'
import type { JournalEvent, StartSettings } from './event.ts'

/** An attempt as the journal tells it: how it began, and what happened since. */
export interface AttemptLog {
  readonly id: AttemptId
  readonly startedAt: Instant
  readonly items: readonly ItemId[]
  readonly settings: AttemptSettings
  readonly actions: readonly AttemptAction[]
  readonly isHandedIn: boolean
  /** Taken out of the history. */
  readonly isRemoved: boolean
}

export type AttemptEvent = Extract<JournalEvent, { kind: AttemptAction['kind'] }>

/** The settings in full: what earlier versions did not write was so. */
export function settingsOf(written: StartSettings, items: readonly ItemId[]): AttemptSettings {
  return {
    feedback: written.mode === 'exam' ? 'at-end' : 'at-once',
    secondsPerItem: null,
    extraTime: 'none',
    unscored: [],
    wanted: items.length,
    ...written,
  }
}

/** What happened, with the time that had passed: before it was written down, no clock was corrected. */
export function actionOf(log: AttemptLog, event: AttemptEvent): AttemptAction {
  const { id: _id, offset: _offset, attempt: _attempt, ...action } = event
  return { ...action, spent: event.spent ?? Math.max(0, event.at - log.startedAt) }
}

/** Whether an action belongs to the attempt and comes in time; what the attempt would ignore is not evidence either. */
export function accepts(log: AttemptLog, action: AttemptAction): boolean {
  if (log.isHandedIn) return false
  if (action.kind === 'handed-in') return true
  if (action.spent >= (limitOf(log.settings, log.items.length) ?? Number.POSITIVE_INFINITY)) return false
  const item = itemOf(action)
  if (item !== null && !log.items.includes(item)) return false
  if (action.kind === 'paused') return log.settings.mode === 'practice'
  if (action.kind === 'resumed') return timeOf(log).pausedAt !== null
  if (action.kind === 'clock-read') return timeOf(log).pausedAt === null
  return action.kind !== 'checked' || (log.settings.feedback === 'at-once' && !checkedIn(log).has(action.outcome.item))
}

function itemOf(action: AttemptAction): ItemId | null {
  if (action.kind === 'checked') return action.outcome.item
  return 'item' in action ? action.item : null
}

/** The outcomes that an action tells for the first time: an item checked in practice is not counted again at the end. */
export function newOutcomes(log: AttemptLog, action: AttemptAction): readonly Outcome[] {
  if (action.kind === 'checked') return [action.outcome]
  if (action.kind !== 'handed-in') return []
  const counted = new Set(checkedIn(log))
  return action.outcomes.filter(({ item }) => {
    const isNew = log.items.includes(item) && !counted.has(item)
    counted.add(item)
    return isNew
  })
}

/** When it was answered: an attempt that is handed in long after its time was answered within its time. */
export function answeredAt(log: AttemptLog, { at }: AttemptAction): Instant {
  const limit = limitOf(log.settings, log.items.length)
  if (limit === null) return at
  const { zero, pausedAt } = timeOf(log)
  return pausedAt ?? instant(Math.min(at, zero + limit))
}

/** Milliseconds of its time that have passed, as the wall clock tells: what the attempt tells too, without a replay. */
export function spentIn(log: AttemptLog, now: Instant): number {
  const { spent, zero, pausedAt } = timeOf(log)
  return pausedAt === null ? Math.max(spent, now - zero) : spent
}

interface AttemptTime {
  readonly spent: number
  /** The moment on the wall clock at which none had passed. */
  readonly zero: number
  /** Null while it runs. */
  readonly pausedAt: Instant | null
}

function timeOf({ startedAt, items, settings, actions }: AttemptLog): AttemptTime {
  const limit = limitOf(settings, items.length) ?? Number.POSITIVE_INFINITY
  let time: AttemptTime = { spent: 0, zero: startedAt, pausedAt: null }
  for (const action of actions) {
    const spent = time.pausedAt === null ? Math.max(time.spent, Math.min(action.spent, limit)) : time.spent
    if ('wall' in action) time = { spent, zero: action.wall - spent, pausedAt: null }
    else time = { ...time, spent, ...(action.kind === 'paused' && { pausedAt: action.at }) }
  }
  return time
}

function checkedIn({ actions }: AttemptLog): ReadonlySet<ItemId> {
  return new Set(actions.flatMap((action) => (action.kind === 'checked' ? [action.outcome.item] : [])))
}
