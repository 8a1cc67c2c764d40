import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { EventBody, JournalEvent } from '../journal/event.ts'
import { writerOf } from '../journal/event-id.ts'
import { isLater } from '../journal/event-order.ts'
import { fold, foldNext } from '../journal/fold.ts'
import type { Learned } from '../journal/fold.ts'
import { underNewNames } from '../journal/follow-renames.ts'
import type { RenameMap } from '../journal/follow-renames.ts'
import type { LocalJournal, StorageTrouble } from '../journal/web/local-journal.ts'
import type { Manifest } from '../model/course.ts'
import { eventId } from '../model/ids.ts'
import { instant } from '../model/time.ts'
import type { Clock } from './clock.ts'

export interface JournalState {
  readonly learned: Learned
  readonly troubles: readonly StorageTrouble[]
  /** Records what happened, now; writes it at once. */
  readonly record: (body: EventBody) => void
  /** Takes back the last card that was graded on this page; says whether there was one. */
  readonly undoReview: () => boolean
  /** Takes in what another tab wrote. */
  readonly takeIn: (events: readonly JournalEvent[]) => void
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
  journal: LocalJournal,
  clock: Clock,
  writer: string,
  courses: readonly RenamedCourse[] = [],
): JournalStore {
  const named = new Map(courses.map(({ id, renames }) => [id, renames]))
  let names: RenameMap = new Map([...named.values()].flat())
  const events: JournalEvent[] = [...journal.read()].toSorted(inOrder)
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  let counter = 0
  let lastAt = Number.NEGATIVE_INFINITY

  /** What the events say with these added to them. */
  function extended(learned: Learned, fresh: readonly JournalEvent[]): Learned {
    const last = events.at(-1)
    for (const event of fresh) if (event.kind === 'undone') undone.add(event.event)
    const isNext = fresh.every(
      (event, index) =>
        event.kind !== 'undone' &&
        // Its answers may be here already, from a time when the clock was behind.
        event.kind !== 'attempt-started' &&
        // Tabs hear of each other in no order: what arrives may have been taken back already.
        !undone.has(event.id) &&
        (last === undefined || isLater(event, fresh[index - 1] ?? last)),
    )
    events.push(...fresh)
    if (isNext) return fresh.map(read).reduce(foldNext, learned)
    events.sort(inOrder)
    return told()
  }

  function read(event: JournalEvent): JournalEvent {
    return underNewNames(event, names)
  }

  /** What all events say, with the facts named as they are now. */
  function told(): Learned {
    return fold(events.map(read))
  }

  return createStore<JournalState>()((set, get) => ({
    learned: told(),
    troubles: journal.troubles(),
    record(body) {
      // Should the clock be set back while the page is open, what is done later still counts as later.
      const at = instant(Math.max(clock.now(), lastAt))
      lastAt = at
      counter += 1
      const event: JournalEvent = { ...body, id: eventId(writer, counter), at, offset: clock.offset(at) }
      journal.append(event)
      set({ learned: extended(get().learned, [event]), troubles: journal.troubles() })
    },
    undoReview() {
      const last = get().learned.reviews.findLast((id) => writerOf(id) === writer)
      if (last === undefined) return false
      get().record({ kind: 'undone', event: last })
      return true
    },
    takeIn(others) {
      const known = new Set(events.map(({ id }) => id))
      const fresh = others.filter(({ id }) => !known.has(id)).toSorted(inOrder)
      if (fresh.length > 0) set({ learned: extended(get().learned, fresh), troubles: journal.troubles() })
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

function inOrder(one: JournalEvent, other: JournalEvent): number {
  return one.id === other.id ? 0 : isLater(one, other) ? 1 : -1
}
