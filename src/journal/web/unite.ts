import type { JournalEvent } from '../event.ts'
import { writerOf } from '../event-id.ts'
import { isNameOf, packName } from '../pack/pack-name.ts'
import { pack } from '../pack/pack.ts'
import { unpack } from '../pack/unpack.ts'
import type { JournalDatabase } from './journal-database.ts'
import type { LocalJournal } from './local-journal.ts'

/** What each of the two places lacked and the other one had. */
export interface Union {
  /** Were in the database only. */
  readonly fromDatabase: readonly JournalEvent[]
  /** Of these, those of pages that are closed: localStorage had lost them. */
  readonly lostLocally: number
  /** Were in localStorage only, although the database had been in use. */
  readonly lostInDatabase: number
  /** Records of the database that say nothing. */
  readonly unreadable: number
}

/**
 * Brings localStorage and the database to the same events, by id. Nothing is removed from either.
 *
 * @param open The pages that may still write: what one of them has in one place only is on its way to the other.
 */
export async function unite(local: LocalJournal, database: JournalDatabase, open: ReadonlySet<string>): Promise<Union> {
  const parts = local.parts()
  const here = new Map(parts.flatMap(({ events }) => events.map((event) => [event.id, event])))
  const sound = new Set(
    parts.flatMap(({ kind, name, unreadable }) => (kind === 'pack' && unreadable === 0 ? [name] : [])),
  )
  const { loose, packs, unreadable } = await database.contents(sound)
  const there = new Map(loose.map((event) => [event.id, event]))
  let damaged = unreadable
  for (const [name, bytes] of packs) {
    const read = unpack(bytes)
    damaged += isNameOf(name, bytes) ? read.unreadable : Math.max(1, read.unreadable)
    for (const event of read.events) there.set(event.id, event)
  }
  const inBoth = new Set(await database.packNames())
  for (const { kind, name, events } of parts) {
    if (kind === 'pack' && sound.has(name) && inBoth.has(name)) for (const event of events) there.set(event.id, event)
  }

  const isClosed = ({ id }: JournalEvent): boolean => !open.has(writerOf(id))
  const fromDatabase = [...there.values()].filter(({ id }) => !here.has(id))
  const lost = fromDatabase.filter(isClosed)
  if (lost.length > 0) {
    const bytes = pack(lost)
    local.putPack(packName(bytes, lost.length), bytes)
  }
  const toDatabase = [...here.values()].filter(({ id }) => !there.has(id))
  if (toDatabase.length > 0) await database.add(toDatabase)
  const lostInDatabase = there.size === 0 ? 0 : toDatabase.filter(isClosed).length
  return { fromDatabase, lostLocally: lost.length, lostInDatabase, unreadable: damaged }
}
