import type { Attempt, AttemptAction, AttemptSettings, FinishedAttempt, RunningAttempt } from '../../model/attempt.ts'
import type { AttemptId, ItemId } from '../../model/ids.ts'
import { instant } from '../../model/time.ts'
import type { Instant } from '../../model/time.ts'
import { unreachable } from '../../model/unreachable.ts'

/** Opens an attempt at its first item. Its deadline is a moment on the wall clock, so that no sleep or reload moves it. */
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
    deadline: settings.minutes === null ? null : instant(at + settings.minutes * 60_000),
    answers: new Map(),
    flags: new Set(),
    checked: new Map(),
    seen: new Set([items[0]]),
    current: items[0],
  }
}

/**
 * The attempt after an action. What comes after the end, after the deadline, or is about an item of another form,
 * changes nothing.
 */
export function advance(attempt: Attempt, action: AttemptAction): Attempt {
  if (attempt.phase === 'finished') return attempt
  if (action.kind === 'handed-in') return finish(attempt, action)
  const item = action.kind === 'checked' ? action.outcome.item : action.item
  if (isExpired(attempt, action.at) || !attempt.items.includes(item)) return attempt
  switch (action.kind) {
    case 'answered':
      if (attempt.checked.has(item)) return attempt
      return { ...attempt, answers: new Map(attempt.answers).set(item, action.chosen) }
    case 'flagged': {
      const flags = new Set(attempt.flags)
      if (action.flagged) flags.add(item)
      else flags.delete(item)
      return { ...attempt, flags }
    }
    case 'visited':
      return { ...attempt, current: item, seen: new Set(attempt.seen).add(item) }
    case 'checked':
      if (attempt.settings.mode === 'exam' || attempt.checked.has(item)) return attempt
      return { ...attempt, checked: new Map(attempt.checked).set(item, action.outcome) }
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
    endedAt: instant(Math.max(attempt.startedAt, Math.min(at, attempt.deadline ?? at))),
    why,
    outcomes: attempt.items.flatMap((item) => outcomes.get(item) ?? []),
  }
}

type HandIn = Extract<AttemptAction, { kind: 'handed-in' }>

/** Whether the time is up. */
export function isExpired({ deadline }: Attempt, at: Instant): boolean {
  return deadline !== null && at >= deadline
}

/** Milliseconds left; null without a limit. Never below 0, and never more than there were at the start. */
export function timeLeft({ startedAt, deadline }: Attempt, at: Instant): number | null {
  return deadline === null ? null : Math.max(0, deadline - Math.max(at, startedAt))
}
