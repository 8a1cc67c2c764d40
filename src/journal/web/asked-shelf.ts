import type { DBSchema, IDBPDatabase } from 'idb'
import type { AttemptId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'

const DATABASE = 'retain/asked'
const STORE = 'attempts'

interface Shelf extends DBSchema {
  readonly attempts: { readonly key: string; readonly value: unknown }
}

/**
 * The items of attempts as they were asked, in IndexedDB: notes change, and an attempt is to be shown as it was. Without
 * it an attempt is shown as the notes have it now. No method rejects.
 */
export class AskedShelf {
  private database: Promise<IDBPDatabase<Shelf>> | null = null
  /** What this page has kept or read; null where nothing is kept. */
  private readonly known = new Map<AttemptId, readonly Item[] | null>()

  async put(attempt: AttemptId, items: readonly Item[]): Promise<void> {
    this.known.set(attempt, items)
    try {
      await (await this.open()).put(STORE, items, attempt)
    } catch {
      // The attempt goes on with what this page knows; its answers are kept elsewhere.
    }
  }

  /** What is known without waiting; undefined where it has to be read. */
  peek(attempt: AttemptId): readonly Item[] | null | undefined {
    return this.known.get(attempt)
  }

  async get(attempt: AttemptId): Promise<readonly Item[] | null> {
    const known = this.known.get(attempt)
    if (known !== undefined) return known
    const items = await this.read(attempt)
    this.known.set(attempt, items)
    return items
  }

  /** Forgets all; from now on attempts are shown as the notes have them. */
  async clear(): Promise<void> {
    for (const attempt of this.known.keys()) this.known.set(attempt, null)
    try {
      await (await this.open()).clear(STORE)
    } catch {
      // Where it cannot be opened, nothing was kept.
    }
  }

  private async read(attempt: AttemptId): Promise<readonly Item[] | null> {
    try {
      const [database, { readItems }] = await Promise.all([this.open(), import('../asked-items.ts')])
      return readItems(await database.get(STORE, attempt))
    } catch {
      return null
    }
  }

  private open(): Promise<IDBPDatabase<Shelf>> {
    this.database ??= openShelf().catch((error: unknown) => {
      this.database = null
      throw error
    })
    return this.database
  }
}

/** Not needed for the first view, so it is fetched after it. */
async function openShelf(): Promise<IDBPDatabase<Shelf>> {
  const { openDB } = await import('idb')
  return openDB<Shelf>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE)
    },
  })
}
