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

/** The attempt after an action. What comes after the end, or after the deadline, changes nothing. */
export function advance(attempt: Attempt, action: AttemptAction): Attempt {
  if (attempt.phase === 'finished') return attempt
  if (action.kind === 'handed-in') return finish(attempt, action)
  if (isExpired(attempt, action.at)) return attempt
  switch (action.kind) {
    case 'answered': {
      if (attempt.checked.has(action.item) || !attempt.items.includes(action.item)) return attempt
      return { ...attempt, answers: new Map(attempt.answers).set(action.item, action.chosen) }
    }
    case 'flagged': {
      const flags = new Set(attempt.flags)
      if (action.flagged) flags.add(action.item)
      else flags.delete(action.item)
      return { ...attempt, flags }
    }
    case 'visited':
      if (!attempt.items.includes(action.item)) return attempt
      return { ...attempt, current: action.item, seen: new Set(attempt.seen).add(action.item) }
    case 'checked': {
      if (attempt.settings.mode === 'exam' || attempt.checked.has(action.outcome.item)) return attempt
      return { ...attempt, checked: new Map(attempt.checked).set(action.outcome.item, action.outcome) }
    }
    default:
      return unreachable(action)
  }
}

function finish(attempt: RunningAttempt, action: AttemptAction & { kind: 'handed-in' }): FinishedAttempt {
  const end = action.why === 'time' && attempt.deadline !== null ? attempt.deadline : action.at
  const outcomes = new Map(action.outcomes.map((outcome) => [outcome.item, outcome]))
  for (const [item, outcome] of attempt.checked) outcomes.set(item, outcome)
  return {
    ...attempt,
    phase: 'finished',
    endedAt: end,
    why: action.why,
    outcomes: attempt.items.flatMap((item) => outcomes.get(item) ?? []),
  }
}

/** Whether the time is up. */
export function isExpired({ deadline }: Attempt, at: Instant): boolean {
  return deadline !== null && at >= deadline
}

/** Milliseconds left; null without a limit. Never below 0. */
export function timeLeft({ deadline }: Attempt, at: Instant): number | null {
  return deadline === null ? null : Math.max(0, deadline - at)
}
