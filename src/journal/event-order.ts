import type { JournalEvent } from './event.ts'
import { countOf, writerOf } from './event-id.ts'

/** By time, then by writer and count: every device sorts alike, and what one page wrote keeps its order. */
export function inTime(one: JournalEvent, other: JournalEvent): number {
  if (one.at !== other.at) return one.at - other.at
  const [writer, otherWriter] = [writerOf(one.id), writerOf(other.id)]
  if (writer !== otherWriter) return writer < otherWriter ? -1 : 1
  if (one.id === other.id) return 0
  return countOf(one.id) - countOf(other.id) || (one.id < other.id ? -1 : 1)
}

/** Whether an event comes after another when the journal is replayed. */
export function isLater(event: JournalEvent, other: JournalEvent): boolean {
  return inTime(event, other) > 0
}
