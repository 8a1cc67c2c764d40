import type { JournalEvent } from '../event.ts'
import { writerOf } from '../event-id.ts'
import { isNameOf, packName } from '../pack/pack-name.ts'
import { pack } from '../pack/pack.ts'
import { unpack } from '../pack/unpack.ts'
import type { JournalDatabase } from './journal-database.ts'
import type { LocalJournal } from './local-journal.ts'
import { isWholePack } from './local-piece.ts'
import type { LocalPiece } from './local-piece.ts'

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
  const pieces = local.pieces()
  const inDatabase = new Set(await database.packNames())
  // A pack that both have and that is whole need not be read, unless it may hold what seems to be in one place only.
  const isShared = (piece: LocalPiece): boolean =>
    piece.kind === 'pack' && inDatabase.has(piece.name) && isWholePack(piece)
  const shared = pieces.filter(isShared)
  const here = byId(pieces.filter((piece) => !isShared(piece)).flatMap((piece) => local.part(piece).events))

  const { loose, packs, unreadable } = await database.contents(new Set(shared.map(({ name }) => name)))
  const there = byId(loose)
  let damaged = unreadable
  for (const [name, bytes] of packs) {
    const read = unpack(bytes)
    damaged += isNameOf(name, bytes) ? read.unreadable : Math.max(1, read.unreadable)
    for (const event of read.events) there.set(event.id, event)
  }
  for (const id of here.keys()) if (there.delete(id)) here.delete(id)
  if (here.size + there.size > 0) {
    for (const { id } of shared.flatMap((piece) => local.part(piece).events)) {
      here.delete(id)
      there.delete(id)
    }
  }

  const isClosed = ({ id }: JournalEvent): boolean => !open.has(writerOf(id))
  const fromDatabase = [...there.values()]
  const lost = fromDatabase.filter(isClosed)
  if (lost.length > 0) {
    const bytes = pack(lost)
    local.putPack(packName(bytes, lost.length), bytes)
  }
  const toDatabase = [...here.values()]
  if (toDatabase.length > 0) await database.add(toDatabase)
  const isFirstUse = loose.length + inDatabase.size === 0
  const lostInDatabase = isFirstUse ? 0 : toDatabase.filter(isClosed).length
  return { fromDatabase, lostLocally: lost.length, lostInDatabase, unreadable: damaged }
}

function byId(events: readonly JournalEvent[]): Map<string, JournalEvent> {
  return new Map(events.map((event) => [event.id, event]))
}
