import type { IDBPDatabase } from 'idb'

/** The database that imported notes are kept in. */
export const COURSES_DATABASE = 'retain/courses'

/** Whether a database may be there. Browsers that cannot tell have to be asked for the database itself. */
export async function isDatabaseThere(name: string): Promise<boolean> {
  const known = await indexedDB.databases?.()
  return known === undefined || known.some((each) => each.name === name)
}

/**
 * A database of one store, of values by their names. What opens it is not needed for the first view, so it is fetched,
 * and the database made, when it is first asked for; should that fail, the next one who asks tries again.
 */
export class LazyDatabase {
  readonly store: string
  private readonly name: string
  private database: Promise<IDBPDatabase> | null = null

  constructor(name: string, store: string) {
    this.name = name
    this.store = store
  }

  open(): Promise<IDBPDatabase> {
    this.database ??= this.fetched().catch((error: unknown) => {
      this.database = null
      throw error
    })
    return this.database
  }

  /** Removes all values. Where nothing was ever kept, nothing is fetched or made. */
  async clear(): Promise<void> {
    if (await isDatabaseThere(this.name)) await (await this.open()).clear(this.store)
  }

  private async fetched(): Promise<IDBPDatabase> {
    const { openDB } = await import('idb')
    const { store } = this
    return openDB(this.name, 1, {
      upgrade(database) {
        database.createObjectStore(store)
      },
    })
  }
}
