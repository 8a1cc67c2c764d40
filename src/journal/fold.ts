import { learn } from '../engines/memory/evidence.ts'
import type { Evidence } from '../engines/memory/evidence.ts'
import type { AttemptAction } from '../model/attempt.ts'
import type { AttemptId, FactId } from '../model/ids.ts'
import type { ReviewedMemory } from '../model/memory.ts'
import { studyDayOf } from '../model/time.ts'
import type { Instant, StudyDay } from '../model/time.ts'
import { unreachable } from '../model/unreachable.ts'
import { accepts, actionOf, answeredAt, newOutcomes, settingsOf } from './attempt-log.ts'
import type { AttemptLog } from './attempt-log.ts'
import type { JournalEvent, SettingChange } from './event.ts'
import { inTime } from './event-order.ts'
import { goneOf } from './gone.ts'
import { PersistentMap } from './persistent-map.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { Settings } from './settings.ts'

export interface DayTally {
  readonly reviews: number
  readonly newFacts: number
}

/** What the journal says, all told. Never stored: it can always be had again by folding. */
export interface Learned {
  readonly memories: PersistentMap<FactId, ReviewedMemory>
  readonly days: ReadonlyMap<StudyDay, DayTally>
  /** Cards ever graded, without those undone. */
  readonly reviews: number
  readonly attempts: ReadonlyMap<AttemptId, AttemptLog>
  readonly settings: Settings
  /** When a backup was last downloaded, and how many cards had been graded by then. */
  readonly backup: { readonly at: Instant; readonly reviews: number } | null
}

interface Draft {
  memories: { get: (fact: FactId) => ReviewedMemory | undefined; set: (fact: FactId, memory: ReviewedMemory) => void }
  days: Map<StudyDay, DayTally>
  reviews: number
  attempts: Map<AttemptId, AttemptLog>
  settings: Settings
  backup: Learned['backup']
  /** Lists that this replay began, and may add to: copying them for each of a thousand events took most of its time. */
  readonly grown: Map<AttemptId, AttemptAction[]> | null
}

/** Replays events from the beginning. Their order in the list does not matter; an event given twice counts once. */
export function fold(events: Iterable<JournalEvent>): Learned {
  return replay([...new Map([...events].map((event) => [event.id, event])).values()].toSorted(inTime))
}

/** What no events say. */
export const NOTHING: Learned = {
  memories: PersistentMap.of<FactId, ReviewedMemory>(new Map()),
  days: new Map(),
  reviews: 0,
  attempts: new Map(),
  settings: DEFAULT_SETTINGS,
  backup: null,
}

/**
 * Replays events that are in the order of time, each there once.
 *
 * @param before What others said that are all older, where nothing that is replayed touches them (`isApart`).
 */
export function replay(sorted: readonly JournalEvent[], before = NOTHING): Learned {
  const isGone = goneOf(sorted)
  const memories = new Map<FactId, ReviewedMemory>()
  const isFirst = before.memories.size === 0
  const draft: Draft = {
    memories: {
      get: isFirst ? (fact) => memories.get(fact) : (fact) => memories.get(fact) ?? before.memories.get(fact),
      set: (fact, memory) => memories.set(fact, memory),
    },
    days: new Map(before.days),
    reviews: before.reviews,
    attempts: new Map(before.attempts),
    settings: before.settings,
    backup: before.backup,
    grown: new Map(),
  }
  // Attempts first: where a clock was set back, an answer can be older than the attempt that it belongs to.
  for (const event of sorted) if (event.kind === 'attempt-started' && !isGone(event)) apply(draft, event)
  for (const event of sorted) if (event.kind !== 'attempt-started' && !isGone(event)) apply(draft, event)
  const { days, reviews, attempts, settings, backup } = draft
  return { memories: before.memories.withAll(memories), days, reviews, attempts, settings, backup }
}

/**
 * What one more event adds. It must be later than all before it (`isLater`), be no revision nor be touched by one, and
 * begin no attempt of which something is known already: else `fold` anew.
 */
export function foldNext(learned: Learned, event: JournalEvent): Learned {
  // What the event can't change stays the same object: nobody has to look at it again.
  const isReview = event.kind === 'reviewed'
  const isOfAttempt = 'attempt' in event
  let { memories } = learned
  const draft: Draft = {
    memories: {
      get: (fact) => memories.get(fact),
      set: (fact, memory) => {
        memories = memories.with(fact, memory)
      },
    },
    days: new Map(isReview ? learned.days : []),
    reviews: learned.reviews,
    attempts: new Map(isOfAttempt ? learned.attempts : []),
    settings: learned.settings,
    backup: learned.backup,
    grown: null,
  }
  apply(draft, event)
  return {
    memories,
    days: isReview ? draft.days : learned.days,
    reviews: draft.reviews,
    attempts: isOfAttempt ? draft.attempts : learned.attempts,
    settings: draft.settings,
    backup: draft.backup,
  }
}

function apply(draft: Draft, event: JournalEvent): void {
  const { at, offset } = event
  switch (event.kind) {
    case 'reviewed': {
      const on = studyDayOf(at, offset)
      const { reviews, newFacts } = draft.days.get(on) ?? { reviews: 0, newFacts: 0 }
      const isNew = draft.memories.get(event.fact) === undefined
      draft.days.set(on, { reviews: reviews + 1, newFacts: newFacts + (isNew ? 1 : 0) })
      draft.reviews += 1
      note(draft, event.fact, { kind: 'graded', grade: event.grade }, at, offset)
      return
    }
    case 'attempt-started': {
      const { attempt: id, items } = event
      if (draft.attempts.has(id)) return
      const settings = settingsOf(event.settings, items)
      draft.attempts.set(id, { id, startedAt: at, items, settings, actions: [], isHandedIn: false, isRemoved: false })
      return
    }
    case 'attempt-removed': {
      const log = draft.attempts.get(event.attempt)
      if (log !== undefined) draft.attempts.set(log.id, { ...log, isRemoved: event.removed })
      return
    }
    case 'answered':
    case 'flagged':
    case 'struck':
    case 'rated':
    case 'visited':
    case 'checked':
    case 'paused':
    case 'resumed':
    case 'clock-read':
    case 'handed-in': {
      const log = draft.attempts.get(event.attempt)
      if (log === undefined) return
      const action = actionOf(log, event)
      if (!accepts(log, action)) return
      const outcomes = newOutcomes(log, action)
      const when = outcomes.length === 0 ? at : answeredAt(log, action)
      const actions = draft.grown?.get(log.id) ?? [...log.actions]
      actions.push(action)
      draft.grown?.set(log.id, actions)
      draft.attempts.set(log.id, { ...log, actions, isHandedIn: event.kind === 'handed-in' })
      for (const { facts, ...answer } of outcomes) {
        for (const fact of facts) note(draft, fact, { kind: 'answered', ...answer }, when, offset)
      }
      return
    }
    case 'made-due': {
      const on = studyDayOf(at, offset)
      for (const fact of event.facts) {
        const memory = draft.memories.get(fact)
        if (memory !== undefined && memory.dueOn > on) draft.memories.set(fact, { ...memory, dueOn: on })
      }
      return
    }
    case 'setting-changed':
      draft.settings = changed(draft.settings, event.setting)
      return
    case 'backed-up':
      draft.backup = { at, reviews: draft.reviews }
      return
    case 'undone':
    case 'set-aside':
    case 'brought-back':
      return
    default:
      return unreachable(event)
  }
}

function note({ memories }: Draft, fact: FactId, evidence: Evidence, at: Instant, offset: number): void {
  memories.set(fact, learn(memories.get(fact), evidence, at, studyDayOf(at, offset)))
}

function changed(settings: Settings, { name, value }: SettingChange): Settings {
  return { ...settings, [name]: value }
}
