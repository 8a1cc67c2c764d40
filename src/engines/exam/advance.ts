import type { Attempt, AttemptAction, AttemptSettings, FinishedAttempt, RunningAttempt } from '../../model/attempt.ts'
import type { AttemptId, ItemId, OptionId } from '../../model/ids.ts'
import { instant } from '../../model/time.ts'
import type { Instant } from '../../model/time.ts'
import { unreachable } from '../../model/unreachable.ts'
import { deadlineOf, isExpired, passTime, timeLeftFor } from './passing-time.ts'

/** Opens an attempt at its first item. */
export function startAttempt(
  id: AttemptId,
  items: readonly [ItemId, ...ItemId[]],
  settings: AttemptSettings,
  at: Instant,
): RunningAttempt {
  return {
    phase: 'running',
    id,
    settings,
    items,
    startedAt: at,
    zero: at,
    spent: 0,
    isPaused: false,
    answers: new Map(),
    flags: new Set(),
    struck: new Map(),
    confidences: new Map(),
    checked: new Map(),
    seen: new Set([items[0]]),
    times: new Map(),
    current: items[0],
  }
}

/**
 * The attempt after an action. What comes after the end, after the time is up, or is about an item of another form,
 * changes nothing.
 */
export function advance(attempt: Attempt, action: AttemptAction): Attempt {
  if (attempt.phase === 'finished') return attempt
  const now = passTime(attempt, action.spent)
  if (action.kind === 'handed-in') return finish(now, action)
  if (isExpired(attempt, action.spent)) return attempt
  switch (action.kind) {
    case 'paused':
      return now.settings.mode === 'exam' ? attempt : { ...now, isPaused: true }
    case 'resumed':
      return now.isPaused ? { ...now, isPaused: false, zero: instant(action.wall - now.spent) } : attempt
    case 'clock-read':
      return now.isPaused ? attempt : { ...now, zero: instant(action.wall - now.spent) }
    default:
      return actOnItem(attempt, now, action)
  }
}

type ItemAction = Exclude<AttemptAction, { kind: 'handed-in' | 'paused' | 'resumed' | 'clock-read' }>

/**
 * An item that was checked, or whose time is up, takes nothing more; time has passed all the same.
 *
 * @param before What stays as it is when the action does not belong here.
 */
function actOnItem(before: RunningAttempt, now: RunningAttempt, action: ItemAction): RunningAttempt {
  const item = action.kind === 'checked' ? action.outcome.item : action.item
  if (!now.items.includes(item)) return before
  const isLocked = now.checked.has(item) || timeLeftFor(now, item) === 0
  switch (action.kind) {
    case 'answered':
      return isLocked ? now : { ...now, answers: new Map(now.answers).set(item, action.chosen) }
    case 'struck': {
      const struck = changed(now.struck.get(item) ?? new Set<OptionId>(), action.option, action.struck)
      return isLocked ? now : { ...now, struck: new Map(now.struck).set(item, struck) }
    }
    case 'rated': {
      const confidences = new Map(now.confidences)
      if (action.confidence === null) confidences.delete(item)
      else confidences.set(item, action.confidence)
      return isLocked ? now : { ...now, confidences }
    }
    case 'flagged':
      return { ...now, flags: changed(now.flags, item, action.flagged) }
    case 'visited':
      return timeLeftFor(now, item) === 0 ? now : { ...now, current: item, seen: new Set(now.seen).add(item) }
    case 'checked':
      if (now.settings.feedback === 'at-end' || now.checked.has(item)) return before
      return { ...now, checked: new Map(now.checked).set(item, action.outcome) }
    default:
      return unreachable(action)
  }
}

/** Ends an attempt. It never lasts longer than it may; an item that was checked keeps the outcome it had then. */
function finish(attempt: RunningAttempt, { at, why, outcomes: given }: HandIn): FinishedAttempt {
  const outcomes = new Map(given.map((outcome) => [outcome.item, outcome]))
  for (const [item, outcome] of attempt.checked) outcomes.set(item, outcome)
  return {
    ...attempt,
    phase: 'finished',
    endedAt: instant(Math.max(attempt.startedAt, Math.min(at, deadlineOf(attempt) ?? at))),
    why,
    outcomes: attempt.items.flatMap((item) => outcomes.get(item) ?? []),
  }
}

type HandIn = Extract<AttemptAction, { kind: 'handed-in' }>

function changed<T>(values: ReadonlySet<T>, value: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(values)
  if (isIn) next.add(value)
  else next.delete(value)
  return next
}
