import type { EventId } from '../model/ids.ts'

/** The page that wrote an event: its name without the count. */
export function writerOf(id: EventId): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('-')))
}

/** The place of an event among those of its page; 0 where the id, from a file of somebody's making, tells none. */
export function countOf(id: EventId): number {
  const count = Number(id.slice(id.lastIndexOf('-') + 1))
  return Number.isSafeInteger(count) ? count : 0
}
