import { openDB, unwrap } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import { readEvent } from '../event.ts'
import type { JournalEvent } from '../event.ts'
import { FORMAT } from '../migrations.ts'

const DATABASE = 'retain/journal'

interface Schema extends DBSchema {
  /** Events that are in no pack yet, by id. */
  readonly events: { readonly key: string; readonly value: unknown }
  /** Packs by name, the same as in localStorage. */
  readonly packs: { readonly key: string; readonly value: unknown }
  /** The whole journal as it was, by the day on which it was copied. */
  readonly snapshots: { readonly key: string; readonly value: unknown }
  /** Pieces that were taken out of the journal: damaged, or of an older format. By their keys of before. */
  readonly aside: { readonly key: string; readonly value: unknown }
}

const STORES = ['events', 'packs', 'snapshots', 'aside'] as const

/** What the database holds of the journal. */
export interface DatabaseContents {
  readonly loose: readonly JournalEvent[]
  readonly packs: ReadonlyMap<string, Uint8Array>
  readonly unreadable: number
}

/** What takes the place of what, in one step. */
export interface Replacement {
  readonly name: string
  readonly bytes: Uint8Array
  readonly events: readonly JournalEvent[]
  readonly packs: readonly string[]
}

/** The journal in IndexedDB. What is written is on the disk when a promise is fulfilled; all reject when it is refused. */
export class JournalDatabase {
  private readonly database: IDBPDatabase<Schema>

  private constructor(database: IDBPDatabase<Schema>) {
    this.database = database
  }

  /**
   * @param onOutdated Called when a newer version of the app takes the database over; it is closed then.
   * @param onLost Called when the browser closed it, for instance because the site's data were cleared.
   */
  static async open(onOutdated: () => void, onLost: () => void): Promise<JournalDatabase> {
    const database = await openDB<Schema>(DATABASE, FORMAT, {
      upgrade(fresh) {
        for (const name of STORES) if (!fresh.objectStoreNames.contains(name)) fresh.createObjectStore(name)
      },
      blocking() {
        database.close()
        onOutdated()
      },
      terminated: onLost,
    })
    return new JournalDatabase(database)
  }

  /** Each answer waits for it to be handed over, so it goes without the wrapper, which trebles the time. */
  add(events: readonly JournalEvent[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = unwrap(this.database).transaction('events', 'readwrite', { durability: 'strict' })
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The browser gave it up.')))
      const store = transaction.objectStore('events')
      for (const event of events) store.put(event, event.id)
      transaction.commit()
    })
  }

  /** @param known Names of packs whose bytes are not wanted. */
  async contents(known: ReadonlySet<string>): Promise<DatabaseContents> {
    const transaction = this.database.transaction(['events', 'packs'])
    const [records, names] = await Promise.all([
      transaction.objectStore('events').getAll(),
      transaction.objectStore('packs').getAllKeys(),
    ])
    const loose = records.flatMap((record) => readEvent(record) ?? [])
    const wanted = names.filter((name) => !known.has(name))
    const values = await Promise.all(wanted.map((name) => this.database.get('packs', name)))
    const packs = new Map<string, Uint8Array>()
    for (const [index, value] of values.entries()) {
      const name = wanted[index]
      if (name !== undefined) packs.set(name, value instanceof Uint8Array ? value : new Uint8Array())
    }
    return { loose, packs, unreadable: records.length - loose.length }
  }

  async packNames(): Promise<readonly string[]> {
    return this.database.getAllKeys('packs')
  }

  async replace({ name, bytes, events, packs }: Replacement): Promise<void> {
    const transaction = this.database.transaction(['events', 'packs'], 'readwrite', { durability: 'strict' })
    const loose = transaction.objectStore('events')
    const packed = transaction.objectStore('packs')
    await Promise.all([
      packed.put(bytes, name),
      ...packs.filter((other) => other !== name).map((other) => packed.delete(other)),
      ...events.map(({ id }) => loose.delete(id)),
      transaction.done,
    ])
  }

  async dropPacks(names: readonly string[]): Promise<void> {
    const transaction = this.database.transaction('packs', 'readwrite', { durability: 'strict' })
    await Promise.all([...names.map((name) => transaction.store.delete(name)), transaction.done])
  }

  /** Keeps pieces as they were before they leave the journal. */
  async setAside(pieces: ReadonlyMap<string, unknown>): Promise<void> {
    const transaction = this.database.transaction('aside', 'readwrite', { durability: 'strict' })
    await Promise.all([...[...pieces].map(([key, piece]) => transaction.store.put(piece, key)), transaction.done])
  }

  async putSnapshot(day: string, bytes: Uint8Array): Promise<void> {
    await this.database.put('snapshots', bytes, day)
  }

  /** The days of which there is a copy, the first one first. */
  async snapshotDays(): Promise<readonly string[]> {
    return this.database.getAllKeys('snapshots')
  }

  async snapshot(day: string): Promise<Uint8Array | null> {
    const value = await this.database.get('snapshots', day)
    return value instanceof Uint8Array ? value : null
  }

  async dropSnapshots(days: readonly string[]): Promise<void> {
    for (const day of days) await this.database.delete('snapshots', day)
  }

  async clear(): Promise<void> {
    const transaction = this.database.transaction(STORES, 'readwrite', { durability: 'strict' })
    await Promise.all([...STORES.map((name) => transaction.objectStore(name).clear()), transaction.done])
  }

  close(): void {
    this.database.close()
  }
}
