import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { EventBody, JournalEvent } from '../journal/event.ts'
import { fold, foldNext } from '../journal/fold.ts'
import type { Learned } from '../journal/fold.ts'
import type { LocalJournal, StorageTrouble } from '../journal/web/local-journal.ts'
import { eventId } from '../model/ids.ts'
import type { Clock } from './clock.ts'

export interface JournalState {
  readonly learned: Learned
  readonly troubles: readonly StorageTrouble[]
  /** Records what happened, now; writes it at once. */
  readonly record: (body: EventBody) => void
  /** Takes back the last graded card; says whether there was one. */
  readonly undoReview: () => boolean
  /** Takes in what another tab wrote. */
  readonly takeIn: (events: readonly JournalEvent[]) => void
}

export type JournalStore = StoreApi<JournalState>

/**
 * The journal of the running app: reads what was kept, folds it, and appends.
 *
 * @param writer A name that no other page uses, ever; events are named after it.
 */
export function createJournalStore(journal: LocalJournal, clock: Clock, writer: string): JournalStore {
  let events: readonly JournalEvent[] = journal.read().toSorted((one, other) => one.at - other.at)
  let counter = 0
  return createStore<JournalState>()((set, get) => ({
    learned: fold(events),
    troubles: journal.troubles(),
    record(body) {
      const at = clock.now()
      counter += 1
      const event: JournalEvent = { ...body, id: eventId(writer, counter), at, offset: clock.offset(at) }
      journal.append(event)
      const isPlain = body.kind !== 'undone' && (events.at(-1)?.at ?? 0) <= at
      events = [...events, event]
      set({ learned: isPlain ? foldNext(get().learned, event) : fold(events), troubles: journal.troubles() })
    },
    undoReview() {
      const last = get().learned.reviews.at(-1)
      if (last === undefined) return false
      get().record({ kind: 'undone', event: last })
      return true
    },
    takeIn(others) {
      const known = new Set(events.map(({ id }) => id))
      const fresh = others.filter(({ id }) => !known.has(id))
      if (fresh.length === 0) return
      events = [...events, ...fresh].toSorted((one, other) => one.at - other.at)
      set({ learned: fold(events) })
    },
  }))
}
