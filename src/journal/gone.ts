import type { EventId } from '../model/ids.ts'
import type { JournalEvent } from './event.ts'
import { isAmong } from './spans.ts'

/**
 * Which events count no more: undone ones, and those set aside.
 *
 * What was undone itself revises nothing. From the last to the first, so that whether a revision holds is known before
 * it is looked at; one can take back only what came before it. Of learning, only reviews can be undone by themselves.
 *
 * @param sorted In the order of time.
 */
export function goneOf(sorted: readonly JournalEvent[]): (event: JournalEvent) => boolean {
  const undone = new Set<EventId>()
  const asides: ((id: EventId) => boolean)[] = []
  const isGone = ({ id, kind }: JournalEvent): boolean =>
    ((kind === 'reviewed' || kind === 'undone' || kind === 'set-aside') && undone.has(id)) ||
    asides.some((isIn) => isIn(id))
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const event = sorted[index]
    if (event === undefined || (event.kind !== 'undone' && event.kind !== 'set-aside') || isGone(event)) continue
    if (event.kind === 'undone') undone.add(event.event)
    else asides.push(isAmong(event))
  }
  return isGone
}
