import type { EventId } from '../model/ids.ts'
import type { JournalEvent } from './event.ts'
import { isAmong } from './spans.ts'

/** What the revisions of a journal say of an event. */
export interface Revisions {
  /** A review, or a wish to have facts due, that was taken back. */
  readonly isUndone: (event: JournalEvent) => boolean
  /** Set aside, and not brought back since. */
  readonly isAside: (event: JournalEvent) => boolean
}

/**
 * Moves are looked at from the last to the first: what the last one says of an event holds, and one that is itself set
 * aside says nothing. What was taken back is told after all moves: where a clock was ahead, an event can be set aside
 * by one that seems to be older.
 *
 * @param sorted In the order of time.
 */
export function revisionsOf(sorted: readonly JournalEvent[]): Revisions {
  const moves: { readonly isIn: (id: EventId) => boolean; readonly isAside: boolean }[] = []
  const isAside = ({ id }: JournalEvent): boolean => moves.find(({ isIn }) => isIn(id))?.isAside ?? false
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const event = sorted[index]
    if (event === undefined || !isRevision(event) || event.kind === 'undone' || isAside(event)) continue
    moves.push({ isIn: isAmong(event), isAside: event.kind === 'set-aside' })
  }
  const undone = new Set<EventId>()
  for (const event of sorted) if (event.kind === 'undone' && !isAside(event)) undone.add(event.event)
  const canBe = ({ kind }: JournalEvent) => kind === 'reviewed' || kind === 'made-due'
  return { isUndone: (event) => canBe(event) && undone.has(event.id), isAside }
}

/** Which events count no more. */
export function goneOf(sorted: readonly JournalEvent[]): (event: JournalEvent) => boolean {
  if (!sorted.some(isRevision)) return () => false
  const { isUndone, isAside } = revisionsOf(sorted)
  return (event) => isUndone(event) || isAside(event)
}

type Revision = Extract<JournalEvent, { kind: 'undone' | 'set-aside' | 'brought-back' }>

/** Whether an event changes what others count for, so that nothing can be said without replaying them. */
export function isRevision(event: JournalEvent): event is Revision {
  return event.kind === 'undone' || event.kind === 'set-aside' || event.kind === 'brought-back'
}
