import type { EventId } from '../model/ids.ts'
import { inTime } from './event-order.ts'
import type { EventBody, JournalEvent } from './event.ts'
import { revisionsOf } from './gone.ts'
import { spansOf } from './spans.ts'
import { union } from './union.ts'

/** How a journal and a backup of it differ, before anything is done about it. */
export interface Comparison {
  /** Events of the backup that are not here. */
  readonly missing: readonly JournalEvent[]
  /** Events that count in the backup, and would not once both are united: they were set aside here. */
  readonly asleep: readonly EventId[]
  /** Events that would count once both are united, and do not in the backup. */
  readonly extra: readonly EventId[]
}

/** @param here In the order of time. */
export function compare(here: readonly JournalEvent[], backup: readonly JournalEvent[]): Comparison {
  const known = new Set(here.map(({ id }) => id))
  const missing = backup.filter(({ id }) => !known.has(id))
  const united = missing.length === 0 ? here : union(here, missing)
  const { isAside } = revisionsOf(united)
  const { isAside: isAsideThere } = revisionsOf(backup.toSorted(inTime))
  const wanted = new Set(backup.map(({ id }) => id))
  const counts = (event: JournalEvent): boolean => wanted.has(event.id) && !isAsideThere(event)
  return {
    missing,
    asleep: united.filter((event) => counts(event) && isAside(event)).map(({ id }) => id),
    // A move needs no taking back: what it moved is moved anew, and later.
    extra: united.filter((event) => !counts(event) && !isAside(event) && !isMove(event)).map(({ id }) => id),
  }
}

const isMove = ({ kind }: JournalEvent): boolean => kind === 'set-aside' || kind === 'brought-back'

/**
 * What the journal has to record after the missing events were added, so that they count.
 *
 * @param way `merge` keeps what is only here; `replace` sets it aside, so that all is as it was in the backup.
 */
export function revisionsFor({ asleep, extra }: Comparison, way: 'merge' | 'replace'): readonly EventBody[] {
  return [
    ...(asleep.length > 0 ? [{ kind: 'brought-back', ...spansOf(asleep) } as const] : []),
    ...(way === 'replace' && extra.length > 0 ? [{ kind: 'set-aside', ...spansOf(extra) } as const] : []),
  ]
}

/** What the journal has to record so that all is as it was before the backup came. */
export function revisionsBack({ missing, asleep, extra }: Comparison, way: 'merge' | 'replace'): readonly EventBody[] {
  const unwanted = [...missing.map(({ id }) => id), ...asleep]
  return [
    ...(way === 'replace' && extra.length > 0 ? [{ kind: 'brought-back', ...spansOf(extra) } as const] : []),
    ...(unwanted.length > 0 ? [{ kind: 'set-aside', ...spansOf(unwanted) } as const] : []),
  ]
}
