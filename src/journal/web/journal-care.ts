import { FORMAT } from '../migrations.ts'
import { isNameOf } from '../pack/pack-name.ts'
import { unpack } from '../pack/unpack.ts'
import type { JournalDatabase } from './journal-database.ts'
import type { Copy } from './keeping.ts'
import type { LocalJournal } from './local-journal.ts'
import type { LocalPart } from './local-piece.ts'
import { unite } from './unite.ts'

/** A piece of the journal that is damaged, in whole or in part. */
export interface Damage {
  readonly place: Copy
  /** The name of the piece in its place. */
  readonly name: string
  /** Records in it that can't be read. */
  readonly records: number
  /** Whether a newer version of the app may be able to read it: then it is left where it is. */
  readonly isNewer: boolean
}

/** What was found when every piece of the journal was looked at. */
export interface CheckReport {
  /** Pieces that were checked against their checksums, in both places. */
  readonly pieces: number
  readonly events: number
  readonly damages: readonly Damage[]
  /** Events that one place lacked, and got from the other. */
  readonly putBack: number
  /** Whether there is a second copy to check against. */
  readonly hasTwoCopies: boolean
}

/** Copies of the last days that are kept: seven, and before them one a week. */
const DAYS = 7
const WEEKS = 4

/** Looks after the stored journal: verifies, repairs, copies. */
export class JournalCare {
  private readonly local: LocalJournal
  private readonly database: JournalDatabase | null

  constructor(local: LocalJournal, database: JournalDatabase | null) {
    this.local = local
    this.database = database
  }

  /** Verifies every piece against its checksum, and brings both places to the same events. */
  async check(open: ReadonlySet<string>): Promise<CheckReport> {
    const { database } = this
    const union = database === null ? null : await unite(this.local, database, open)
    const parts = this.local.parts()
    const contents = await database?.contents(new Set())
    const inDatabase = [...(contents?.packs ?? [])].map(([name, bytes]) => ({ name, read: unpack(bytes), bytes }))
    const ids = new Set(
      [...parts, ...inDatabase.map(({ read }) => read), { events: contents?.loose ?? [] }].flatMap(({ events }) =>
        events.map(({ id }) => id),
      ),
    )
    return {
      pieces: parts.length + inDatabase.length + (contents === undefined ? 0 : 1),
      events: ids.size,
      damages: [
        ...parts.filter(({ unreadable }) => unreadable > 0).map(damageOf),
        ...inDatabase.flatMap(({ name, read, bytes }): readonly Damage[] => {
          const records = isNameOf(name, bytes) ? read.unreadable : Math.max(1, read.unreadable)
          return records > 0 ? [{ place: 'database', name, records, isNewer: false }] : []
        }),
      ],
      putBack: union === null ? 0 : union.lostLocally + union.lostInDatabase,
      hasTwoCopies: database !== null,
    }
  }

  /**
   * Takes damaged pieces out of the journal, once all that can be read of them is in sound pieces; they stay in the
   * database as they were. What a newer version wrote is left alone.
   */
  async repair(damages: readonly Damage[]): Promise<void> {
    const { database, local } = this
    if (database === null) return
    const keys = new Set(damages.flatMap(({ place, name, isNewer }) => (place === 'local' && !isNewer ? [name] : [])))
    const parts = local.parts().filter(({ key }) => keys.has(key))
    const packs = damages.flatMap(({ place, name }) => (place === 'database' ? [name] : []))
    const { packs: bytes } = await database.contents(new Set())
    const rescued = [
      ...parts.flatMap(({ events }) => events),
      ...packs.flatMap((name) => unpack(bytes.get(name) ?? new Uint8Array()).events),
    ]
    if (rescued.length > 0) await database.add(rescued)
    await database.setAside(
      new Map<string, unknown>([
        ...parts.map(({ key, text }) => [key, text] as const),
        ...packs.map((name) => [`database/${name}`, bytes.get(name)] as const),
      ]),
    )
    await database.dropPacks(packs)
    for (const event of parts.flatMap(({ events }) => events)) local.append(event)
    local.remove(parts)
    local.parts()
  }

  /** The days of which there is a copy, the last one first. */
  async snapshotDays(): Promise<readonly string[]> {
    return (await this.database?.snapshotDays())?.toReversed() ?? []
  }

  /** The copy of a day, packed. */
  async snapshot(day: string): Promise<Uint8Array | null> {
    return (await this.database?.snapshot(day)) ?? null
  }

  /**
   * Makes the copy of a day, unless there is one, and drops those that are too old.
   *
   * @param day As ISO 8601: `2026-11-25`.
   * @param packed Packs what is to be copied.
   */
  async takeSnapshot(day: string, packed: () => Promise<Uint8Array>): Promise<void> {
    const { database } = this
    if (database === null) return
    const days = await database.snapshotDays()
    if (days.includes(day)) return
    await database.putSnapshot(day, await packed())
    const kept = new Set(keptDays([...days, day]))
    await database.dropSnapshots(days.filter((old) => !kept.has(old)))
  }
}

/** The last seven days, and of the days before them the first of each of the last four weeks that have any. */
export function keptDays(days: readonly string[]): readonly string[] {
  const sorted = days.toSorted().toReversed()
  const weekly = new Map<number, string>()
  for (const day of sorted.slice(DAYS)) weekly.set(Math.floor(Date.parse(day) / (7 * 86_400_000)), day)
  return [...sorted.slice(0, DAYS), ...[...weekly.values()].slice(0, WEEKS)]
}

function damageOf({ key, unreadable, format }: LocalPart): Damage {
  return { place: 'local', name: key, records: unreadable, isNewer: format > FORMAT }
}
