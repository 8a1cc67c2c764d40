import type { AttemptId, EventId } from '../model/ids.ts'
import type { EventStamp, JournalEvent } from './event.ts'
import { isLater } from './event-order.ts'
import { NOTHING, replay } from './fold.ts'
import type { Learned } from './fold.ts'
import { isAmong, isWithin, overlap, spansOf } from './spans.ts'
import type { EventSpans } from './spans.ts'

/**
 * What all events up to some moment say, so that what comes later can be told without them. Nothing in it speaks of an
 * event outside.
 */
export interface Base {
  readonly learned: Learned
  /** The last of its events; null when it has none. */
  readonly last: EventStamp | null
  /** Attempts of which something was answered, although it is not known how they began. */
  readonly orphans: ReadonlySet<AttemptId>
  /** Its events. */
  readonly spans: () => EventSpans
  /** Whether an event is one of them. */
  readonly has: (id: EventId) => boolean
}

const NONE: EventSpans = { spans: [], others: [] }

/** The base of no events. */
export const EMPTY: Base = {
  learned: NOTHING,
  last: null,
  orphans: new Set(),
  spans: () => NONE,
  has: () => false,
}

/** @param spans Asked for once, and only when an event may be one of the base's. */
export function baseWith(base: Pick<Base, 'learned' | 'last' | 'orphans' | 'spans'>): Base {
  let spans: EventSpans | null = null
  let isIn: ((id: EventId) => boolean) | null = null
  const told = (): EventSpans => (spans ??= base.spans())
  return { ...base, spans: told, has: (id) => (isIn ??= isAmong(told()))(id) }
}

/**
 * @param sorted In the order of time, each there once, the facts under the names that they have now.
 * @returns Null where one of them takes back, or moves, an event that is not among them.
 */
export function baseOf(sorted: readonly JournalEvent[]): Base | null {
  const last = sorted.at(-1) ?? null
  const base = baseWith({
    learned: NOTHING,
    last,
    orphans: orphansIn(sorted),
    spans: () => spansOf(sorted.map(({ id }) => id)),
  })
  return isWhole(sorted, base) ? { ...base, learned: replay(sorted) } : null
}

/** Whether what came after a base can be told from the base and itself alone. */
export function isApart(base: Base, sorted: readonly JournalEvent[]): boolean {
  const [first] = sorted
  if (base.last === null || first === undefined) return true
  if (!isLater(first, base.last)) return false
  const own = new Set<EventId>()
  return sorted.every((event) => {
    own.add(event.id)
    switch (event.kind) {
      case 'undone':
        return own.has(event.event) || !base.has(event.event)
      case 'set-aside':
      case 'brought-back':
        return !overlap(base.spans(), event)
      case 'attempt-started':
        return !base.orphans.has(event.attempt)
      default:
        return true
    }
  })
}

function orphansIn(sorted: readonly JournalEvent[]): ReadonlySet<AttemptId> {
  const orphans = new Set<AttemptId>()
  for (const event of sorted) if ('attempt' in event) orphans.add(event.attempt)
  for (const event of sorted) if (event.kind === 'attempt-started') orphans.delete(event.attempt)
  return orphans
}

function isWhole(sorted: readonly JournalEvent[], { spans }: Base): boolean {
  const undone = new Set<EventId>()
  for (const event of sorted) if (event.kind === 'undone') undone.add(event.event)
  if (undone.size > 0) for (const { id } of sorted) undone.delete(id)
  if (undone.size > 0) return false
  return sorted.every(
    (event) => (event.kind !== 'set-aside' && event.kind !== 'brought-back') || isWithin(event, spans()),
  )
}
