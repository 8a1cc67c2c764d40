import { learn } from '../engines/memory/evidence.ts'
import type { Evidence } from '../engines/memory/evidence.ts'
import type { AttemptAction, AttemptSettings, Outcome } from '../model/attempt.ts'
import type { AttemptId, EventId, FactId, ItemId } from '../model/ids.ts'
import type { ReviewedMemory } from '../model/memory.ts'
import { studyDayOf } from '../model/time.ts'
import type { Instant, StudyDay } from '../model/time.ts'
import { unreachable } from '../model/unreachable.ts'
import type { JournalEvent, SettingChange } from './event.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { Settings } from './settings.ts'

export interface DayTally {
  readonly reviews: number
  readonly newFacts: number
}

/** An attempt as the journal tells it: how it began, and what happened since. */
export interface AttemptLog {
  readonly id: AttemptId
  readonly startedAt: Instant
  readonly items: readonly ItemId[]
  readonly settings: AttemptSettings
  readonly actions: readonly AttemptAction[]
  readonly isHandedIn: boolean
}

/** What the journal says, all told. Never stored: it can always be had again by folding. */
export interface Learned {
  readonly memories: ReadonlyMap<FactId, ReviewedMemory>
  readonly days: ReadonlyMap<StudyDay, DayTally>
  /** Cards ever graded, without those undone. */
  readonly reviews: readonly EventId[]
  readonly attempts: ReadonlyMap<AttemptId, AttemptLog>
  readonly settings: Settings
}

interface Draft {
  memories: Map<FactId, ReviewedMemory>
  days: Map<StudyDay, DayTally>
  reviews: EventId[]
  attempts: Map<AttemptId, AttemptLog>
  settings: Settings
}

/** Replays events from the beginning. Their order in the list does not matter; an event given twice counts once. */
export function fold(events: Iterable<JournalEvent>): Learned {
  const unique = [...new Map([...events].map((event) => [event.id, event])).values()]
  const undone = new Set(unique.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  const draft: Draft = {
    memories: new Map(),
    days: new Map(),
    reviews: [],
    attempts: new Map(),
    settings: DEFAULT_SETTINGS,
  }
  for (const event of unique.filter(({ id }) => !undone.has(id)).toSorted(inTime)) apply(draft, event)
  return draft
}

/** What one more event adds. It must be later than all before it, and undo nothing: else `fold` anew. */
export function foldNext(learned: Learned, event: JournalEvent): Learned {
  const draft: Draft = {
    memories: new Map(learned.memories),
    days: new Map(learned.days),
    reviews: [...learned.reviews],
    attempts: new Map(learned.attempts),
    settings: learned.settings,
  }
  apply(draft, event)
  return draft
}

/** By time, then by name: every device sorts alike. */
function inTime(one: JournalEvent, other: JournalEvent): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1)
}

function apply(draft: Draft, event: JournalEvent): void {
  const { at, offset } = event
  const on = studyDayOf(at, offset)
  const note = (fact: FactId, evidence: Evidence) =>
    draft.memories.set(fact, learn(draft.memories.get(fact), evidence, at, on))
  switch (event.kind) {
    case 'reviewed': {
      const { reviews, newFacts } = draft.days.get(on) ?? { reviews: 0, newFacts: 0 }
      const isNew = !draft.memories.has(event.fact)
      draft.days.set(on, { reviews: reviews + 1, newFacts: newFacts + (isNew ? 1 : 0) })
      draft.reviews.push(event.id)
      note(event.fact, { kind: 'graded', grade: event.grade })
      return
    }
    case 'attempt-started': {
      const { attempt: id, items, settings } = event
      if (draft.attempts.has(id)) return
      draft.attempts.set(id, { id, startedAt: at, items, settings, actions: [], isHandedIn: false })
      return
    }
    case 'answered':
    case 'flagged':
    case 'visited':
    case 'checked':
    case 'handed-in': {
      const log = draft.attempts.get(event.attempt)
      if (log === undefined || log.isHandedIn) return
      const { id: _id, offset: _offset, attempt: _attempt, ...action } = event
      const news = newOutcomes(log, event)
      draft.attempts.set(log.id, {
        ...log,
        actions: [...log.actions, action],
        isHandedIn: event.kind === 'handed-in',
      })
      for (const { facts, correct, guess } of news) {
        for (const fact of facts) note(fact, { kind: 'answered', correct, guess })
      }
      return
    }
    case 'setting-changed':
      draft.settings = changed(draft.settings, event.setting)
      return
    case 'undone':
      return
    default:
      return unreachable(event)
  }
}

/** The outcomes that an event tells for the first time: an item checked in practice is not counted again at the end. */
function newOutcomes(log: AttemptLog, event: JournalEvent): readonly Outcome[] {
  const checked = new Set(log.actions.flatMap((action) => (action.kind === 'checked' ? [action.outcome.item] : [])))
  if (event.kind === 'checked') return checked.has(event.outcome.item) ? [] : [event.outcome]
  return event.kind === 'handed-in' ? event.outcomes.filter(({ item }) => !checked.has(item)) : []
}

function changed(settings: Settings, { name, value }: SettingChange): Settings {
  return { ...settings, [name]: value }
}
