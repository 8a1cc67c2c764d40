import type { EventStamp } from './event.ts'
import { countOf, writerOf } from './event-id.ts'

/** By time, then by writer and count: every device sorts alike, and what one page wrote keeps its order. */
export function inTime(one: EventStamp, other: EventStamp): number {
  if (one.at !== other.at) return one.at - other.at
  const [writer, otherWriter] = [writerOf(one.id), writerOf(other.id)]
  if (writer !== otherWriter) return writer < otherWriter ? -1 : 1
  if (one.id === other.id) return 0
  return countOf(one.id) - countOf(other.id) || (one.id < other.id ? -1 : 1)
}

/** Whether an event comes after another when the journal is replayed. */
export function isLater(event: EventStamp, other: EventStamp): boolean {
  return inTime(event, other) > 0
}

/** Sorts events by time; of several of one id and time one is left. */
export function inTimeOnce<Event extends EventStamp>(events: readonly Event[]): readonly Event[] {
  const sorted = events.toSorted(inTime)
  return sorted.filter(({ id }, index) => sorted[index - 1]?.id !== id)
}
