import { inTime } from './event-order.ts'
import type { EventBody, JournalEvent } from './event.ts'
import { revisionsOf } from './gone.ts'
import { spansOf } from './spans.ts'
import type { EventSpans } from './spans.ts'

/** How a journal and a backup of it differ, before anything is done about it. */
export interface Comparison {
  /** Events of the backup that are not here. */
  readonly missing: readonly JournalEvent[]
  /** Events that count in the backup, and would not once both are united: they were set aside here. */
  readonly asleep: readonly JournalEvent[]
  /** Events that would count once both are united, and do not in the backup. */
  readonly extra: readonly JournalEvent[]
  /** How many events here the backup has not, whether they count or not. */
  readonly unsaved: number
}

/** The same, by ids alone. */
export type Changes = Readonly<Record<'missing' | 'asleep' | 'extra', EventSpans>>

/** Both in the order of time, each event once. */
export function compare(here: readonly JournalEvent[], backup: readonly JournalEvent[]): Comparison {
  const onlyHere = new Set(here.map(({ id }) => id))
  const missing = backup.filter(({ id }) => !onlyHere.delete(id))
  const united = missing.length === 0 ? here : [...here, ...missing].toSorted(inTime)
  const { isAside } = revisionsOf(united)
  const { isAside: isAsideThere } = revisionsOf(backup)
  const asleep: JournalEvent[] = []
  const extra: JournalEvent[] = []
  for (const event of united) {
    const counts = !onlyHere.has(event.id) && !isAsideThere(event)
    const wouldCount = !isAside(event)
    if (counts && !wouldCount) asleep.push(event)
    // A move needs no taking back: what it moved is moved anew, and later.
    if (!counts && wouldCount && !isMove(event)) extra.push(event)
  }
  return { missing, asleep, extra, unsaved: onlyHere.size }
}

const isMove = ({ kind }: JournalEvent): boolean => kind === 'set-aside' || kind === 'brought-back'

export function changesOf({ missing, asleep, extra }: Comparison): Changes {
  const spans = (events: readonly JournalEvent[]): EventSpans => spansOf(events.map(({ id }) => id))
  return { missing: spans(missing), asleep: spans(asleep), extra: spans(extra) }
}

/**
 * What the journal has to record after the missing events were added, so that they count.
 *
 * @param way `merge` keeps what is only here; `replace` sets it aside, so that all is as it was in the backup.
 */
export function revisionsFor({ asleep, extra }: Changes, way: 'merge' | 'replace'): readonly EventBody[] {
  return [...move('brought-back', asleep), ...(way === 'replace' ? move('set-aside', extra) : [])]
}

/** What the journal has to record so that all is as it was before the backup came. */
export function revisionsBack({ missing, asleep, extra }: Changes, way: 'merge' | 'replace'): readonly EventBody[] {
  return [
    ...(way === 'replace' ? move('brought-back', extra) : []),
    ...move('set-aside', missing),
    ...move('set-aside', asleep),
  ]
}

function move(kind: 'set-aside' | 'brought-back', { spans, others }: EventSpans): readonly EventBody[] {
  return spans.length + others.length > 0 ? [{ kind, spans, others }] : []
}
