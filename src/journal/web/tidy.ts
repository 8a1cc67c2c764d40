import type { JournalEvent } from '../event.ts'
import { FORMAT } from '../migrations.ts'
import { pack } from '../pack/pack.ts'
import { countIn, packName } from '../pack/pack-name.ts'
import type { JournalDatabase } from './journal-database.ts'
import type { LocalJournal } from './local-journal.ts'
import type { LocalPart } from './local-piece.ts'

/** Characters of loose events from which packing them is worth while: a week of study, or two. */
const WORTH_WHILE = 32_000

/**
 * Packs the chunks of pages that are closed, together with packs that are not much larger than they are: so the number
 * of packs grows with the logarithm of the events, and each event is packed a few times in its life.
 *
 * Safe at every instant: the pack is in both places, and read back, before anything that it holds is removed. Pieces
 * with something unreadable in them are never touched.
 *
 * @param open The pages that may still write.
 */
export async function tidy(
  local: LocalJournal,
  database: JournalDatabase,
  open: ReadonlySet<string>,
  worthWhile = WORTH_WHILE,
): Promise<void> {
  const pieces = local.pieces()
  const isClosed = (name: string, key: string): boolean =>
    name === local.writer ? key !== local.currentKey() : !open.has(name)
  const chunks = pieces.filter(({ kind, name, key }) => kind === 'chunk' && isClosed(name, key))
  if (chunks.reduce((sum, { text }) => sum + text.length, 0) < worthWhile) return
  const parts = chunks.map((chunk) => local.part(chunk)).filter(isSound)
  let count = parts.reduce((sum, { events }) => sum + events.length, 0)
  const packs = pieces
    .filter(({ kind }) => kind === 'pack')
    .toSorted((one, other) => countIn(one.name) - countIn(other.name))
  for (const piece of packs) {
    if (!(countIn(piece.name) <= 2 * count)) break
    const part = local.part(piece)
    if (!isSound(part)) continue
    parts.push(part)
    count += part.events.length
  }
  if (count === 0) return
  const events = uniqueOf(parts)
  const bytes = pack(events)
  const name = packName(bytes, events.length)
  await keepOriginals(database, parts)
  const absorbed = parts.flatMap((part) => (part.kind === 'pack' ? [part.name] : []))
  await database.replace({ name, bytes, events, packs: absorbed })
  if (local.putPack(name, bytes)) {
    local.remove(parts.filter((part) => part.kind === 'chunk' || part.name !== name))
  }
}

const isSound = ({ unreadable }: LocalPart): boolean => unreadable === 0

function uniqueOf(parts: readonly LocalPart[]): readonly JournalEvent[] {
  const unique = new Map<string, JournalEvent>()
  for (const { events } of parts) for (const event of events) unique.set(event.id, event)
  return [...unique.values()]
}

/** What an older version wrote is kept as it was, before a newer one takes its place. */
async function keepOriginals(database: JournalDatabase, parts: readonly LocalPart[]): Promise<void> {
  const old = parts.filter(({ format }) => format < FORMAT)
  if (old.length > 0) await database.setAside(new Map(old.map(({ key, text }) => [key, text])))
}
