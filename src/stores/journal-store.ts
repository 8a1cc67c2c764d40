import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { EventBody, JournalEvent } from '../journal/event.ts'
import { EventLog } from '../journal/event-log.ts'
import type { Learned } from '../journal/fold.ts'
import type { RenameMap } from '../journal/follow-renames.ts'
import { unpack } from '../journal/pack/unpack.ts'
import type { PackedEvents } from '../journal/stored-events.ts'
import type { EventKeeper, Keeping } from '../journal/web/keeping.ts'
import type { Manifest } from '../model/course.ts'
import { eventId } from '../model/ids.ts'
import type { AttemptId, EventId } from '../model/ids.ts'
import { instant } from '../model/time.ts'
import type { Clock } from './clock.ts'

export interface JournalState {
  readonly learned: Learned
  /** How far it is kept, and what stands in the way. */
  readonly keeping: Keeping
  /** What happened, in order, the facts under the names that they have now. */
  readonly events: () => readonly JournalEvent[]
  /** Records what happened, now; writes it at once. Says under which name, to take it back by. */
  readonly record: (body: EventBody) => EventId
  /** Takes back the last card that was graded on this page; says whether there was one. */
  readonly undoReview: () => boolean
  /** Takes in what another tab wrote, or was found in a second copy. */
  readonly takeIn: (events: readonly JournalEvent[]) => void
  /** Keeps and takes in what another device wrote, packed. Rejects, and changes nothing, when it cannot be kept. */
  readonly adopt: (pack: Uint8Array) => Promise<void>
  /** All that is known, for work in another thread: the facts under the names that they had. */
  readonly forThread: () => PackedEvents
  /** Asks anew how far all is kept. */
  readonly look: () => void
  /** Counts what was learnt of a course's renamed facts for the names they have now. */
  readonly follow: (course: RenamedCourse) => void
}

/** A course, as far as the journal has to know it. */
export type RenamedCourse = Pick<Manifest, 'id' | 'renames'>

export type JournalStore = StoreApi<JournalState>

/**
 * The journal of the running app: reads what was kept, folds it, and appends.
 *
 * @param writer A name that no other page uses, ever; events are named after it.
 * @param courses Courses whose facts may have new names.
 */
export function createJournalStore(
  keeper: EventKeeper,
  clock: Clock,
  writer: string,
  courses: readonly RenamedCourse[] = [],
): JournalStore {
  const named = new Map(courses.map(({ id, renames }) => [id, renames]))
  const names = namesOf(courses)
  const log = new EventLog(keeper.read(names), names)
  /** Cards graded on this page that were not taken back. */
  const graded: EventId[] = []
  let counter = 0
  let lastAt = Number.NEGATIVE_INFINITY

  return createStore<JournalState>()((set, get) => ({
    learned: log.learned,
    keeping: keeper.keeping(),
    events: () => log.allNamed(),
    record(body) {
      // Should the clock be set back while the page is open, what is done later still counts as later.
      lastAt = Math.max(clock.now(), lastAt, 'attempt' in body ? lastIn(log.learned, body.attempt) + 1 : lastAt)
      const at = instant(lastAt)
      counter += 1
      const event: JournalEvent = { ...body, id: eventId(writer, counter), at, offset: clock.offset(at) }
      keeper.append(event)
      if (event.kind === 'reviewed') graded.push(event.id)
      log.add([event])
      set({ learned: log.learned, keeping: keeper.keeping() })
      return event.id
    },
    undoReview() {
      const last = graded.pop()
      if (last === undefined) return false
      get().record({ kind: 'undone', event: last })
      return true
    },
    takeIn(others) {
      log.add(others)
      set({ learned: log.learned })
    },
    async adopt(pack) {
      const { events } = unpack(pack)
      if (events.length === 0) return
      await keeper.adopt(pack, events)
      get().takeIn(events)
    },
    forThread: () => log.forThread(),
    look() {
      set({ keeping: keeper.keeping() })
    },
    follow({ id, renames }) {
      const before = named.get(id) ?? []
      named.set(id, renames)
      if (renames.length === before.length && new Set([...before, ...renames].map(String)).size === before.length)
        return
      log.rename(new Map([...named.values()].flat()))
      set({ learned: log.learned })
    },
  }))
}

/**
 * When something last happened in an attempt. What is done later in it counts as later, whichever page does it and
 * however its clock was set back: an attempt that is handed in must not end before it was answered. Later, and not at the
 * same moment: what two pages do at one moment is told in the order of their names.
 */
function lastIn({ attempts }: Learned, attempt: AttemptId): number {
  const log = attempts.get(attempt)
  return log === undefined ? Number.NEGATIVE_INFINITY : (log.actions.at(-1)?.at ?? log.startedAt)
}

/** The facts of courses that have a new name. */
export function namesOf(courses: readonly RenamedCourse[]): RenameMap {
  return new Map(courses.flatMap(({ renames }) => renames))
}
