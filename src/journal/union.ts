import { inTime } from './event-order.ts'
import type { JournalEvent } from './event.ts'

/**
 * All events of several journals, each once, in the order of time. Commutative, associative and idempotent, so devices
 * can be united in any order, any number of times.
 *
 * Ids are never given twice by the app. Should a file of somebody's making say two things of one id, the one whose text
 * comes first holds, wherever it comes from.
 */
export function union(...journals: readonly Iterable<JournalEvent>[]): readonly JournalEvent[] {
  const events = new Map<string, JournalEvent>()
  for (const journal of journals) {
    for (const event of journal) {
      const known = events.get(event.id)
      if (known === undefined || (known !== event && textOf(event) < textOf(known))) events.set(event.id, event)
    }
  }
  return [...events.values()].toSorted(inTime)
}

function textOf(event: JournalEvent): string {
  return JSON.stringify(Object.entries(event).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
