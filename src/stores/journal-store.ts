import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { EventBody, JournalEvent } from '../journal/event.ts'
import { inTime, isLater } from '../journal/event-order.ts'
import { foldNext, replay } from '../journal/fold.ts'
import type { Learned } from '../journal/fold.ts'
import { underNewNames } from '../journal/follow-renames.ts'
import type { RenameMap } from '../journal/follow-renames.ts'
import { goneOf, isRevision } from '../journal/gone.ts'
import type { EventKeeper, Keeping } from '../journal/web/keeping.ts'
import type { Manifest } from '../model/course.ts'
import { eventId } from '../model/ids.ts'
import type { EventId } from '../model/ids.ts'
import { instant } from '../model/time.ts'
import type { Clock } from './clock.ts'

export interface JournalState {
  readonly learned: Learned
  /** How far it is kept, and what stands in the way. */
  readonly keeping: Keeping
  /** What happened, in order, the facts under the names that they have now. */
  readonly events: () => readonly JournalEvent[]
  /** Records what happened, now; writes it at once. */
  readonly record: (body: EventBody) => void
  /** Takes back the last card that was graded on this page; says whether there was one. */
  readonly undoReview: () => boolean
  /** Takes in what another tab wrote, or was found in a second copy. */
  readonly takeIn: (events: readonly JournalEvent[]) => void
  /** Keeps and takes in what another device wrote. Rejects, and changes nothing, when it cannot be kept. */
  readonly adopt: (events: readonly JournalEvent[]) => Promise<void>
  /** What is stored, in the order of time: the facts under the names that they had, and what was set aside as well. */
  readonly all: () => readonly JournalEvent[]
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
  let names: RenameMap = new Map([...named.values()].flat())
  const known = new Set<EventId>()
  // A tab that was closed while it packed may have left some twice.
  const events: JournalEvent[] = keeper.read().filter(({ id }) => {
    const isFirst = !known.has(id)
    known.add(id)
    return isFirst
  })
  events.sort(inTime)
  let isGone = goneOf(events)
  /** Cards graded on this page that were not taken back. */
  const graded: EventId[] = []
  let counter = 0
  let lastAt = Number.NEGATIVE_INFINITY

  /** What the events say with these added to them. */
  function extended(learned: Learned, fresh: readonly JournalEvent[]): Learned {
    const last = events.at(-1)
    const isNext = fresh.every(
      (event, index) =>
        !isRevision(event) &&
        // Its answers may be here already, from a time when the clock was behind.
        event.kind !== 'attempt-started' &&
        // Tabs hear of each other in no order: what arrives may have been taken back already.
        !isGone(event) &&
        (last === undefined || isLater(event, fresh[index - 1] ?? last)),
    )
    for (const event of fresh) {
      events.push(event)
      known.add(event.id)
    }
    if (isNext) return fresh.map(read).reduce(foldNext, learned)
    events.sort(inTime)
    isGone = goneOf(events)
    return told()
  }

  function read(event: JournalEvent): JournalEvent {
    return underNewNames(event, names)
  }

  /** What all events say, with the facts named as they are now. */
  function told(): Learned {
    return replay(names.size === 0 ? events : events.map(read))
  }

  return createStore<JournalState>()((set, get) => ({
    learned: told(),
    keeping: keeper.keeping(),
    events: () => events.map(read),
    record(body) {
      // Should the clock be set back while the page is open, what is done later still counts as later.
      const at = instant(Math.max(clock.now(), lastAt))
      lastAt = at
      counter += 1
      const event: JournalEvent = { ...body, id: eventId(writer, counter), at, offset: clock.offset(at) }
      keeper.append(event)
      if (event.kind === 'reviewed') graded.push(event.id)
      set({ learned: extended(get().learned, [event]), keeping: keeper.keeping() })
    },
    undoReview() {
      const last = graded.pop()
      if (last === undefined) return false
      get().record({ kind: 'undone', event: last })
      return true
    },
    takeIn(others) {
      const fresh = others.filter(({ id }) => !known.has(id)).toSorted(inTime)
      if (fresh.length > 0) set({ learned: extended(get().learned, fresh) })
    },
    async adopt(others) {
      const fresh = others.filter(({ id }) => !known.has(id))
      await keeper.adopt(fresh)
      get().takeIn(fresh)
    },
    all: () => [...events],
    look() {
      set({ keeping: keeper.keeping() })
    },
    follow({ id, renames }) {
      const before = named.get(id) ?? []
      named.set(id, renames)
      if (renames.length === before.length && new Set([...before, ...renames].map(String)).size === before.length)
        return
      names = new Map([...named.values()].flat())
      set({ learned: told() })
    },
  }))
}
