import type { EventBody, JournalEvent } from './event.ts'
import { revisionsOf } from './gone.ts'
import { spansOf } from './spans.ts'
import type { EventSpans } from './spans.ts'
import { union } from './union.ts'

/** How a journal and a backup of it differ, before anything is done about it. */
export interface Comparison {
  /** Events of the backup that are not here. */
  readonly missing: readonly JournalEvent[]
  /** Events that count in the backup, and would not once both are united: they were set aside here. */
  readonly asleep: readonly JournalEvent[]
  /** Events that would count once both are united, and do not in the backup. */
  readonly extra: readonly JournalEvent[]
}

/** The same, by ids alone. */
export type Changes = Readonly<Record<keyof Comparison, EventSpans>>

/** @param here In the order of time. */
export function compare(here: readonly JournalEvent[], backup: readonly JournalEvent[]): Comparison {
  const known = new Set(here.map(({ id }) => id))
  const there = union(backup)
  const missing = there.filter(({ id }) => !known.has(id))
  const united = missing.length === 0 ? here : union(here, missing)
  const { isAside } = revisionsOf(united)
  const { isAside: isAsideThere } = revisionsOf(there)
  const wanted = new Set(there.map(({ id }) => id))
  const counts = (event: JournalEvent): boolean => wanted.has(event.id) && !isAsideThere(event)
  return {
    missing,
    asleep: united.filter((event) => counts(event) && isAside(event)),
    // A move needs no taking back: what it moved is moved anew, and later.
    extra: united.filter((event) => !counts(event) && !isAside(event) && !isMove(event)),
  }
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
