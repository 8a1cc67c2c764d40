import type { AttemptId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { LazyDatabase } from './lazy-database.ts'

/**
 * The items of attempts as they were asked, in IndexedDB: notes change, and an attempt is to be shown as it was. Without
 * it an attempt is shown as the notes have it now, so nothing waits for it, and keeping and reading never reject.
 */
export class AskedShelf {
  private readonly database = new LazyDatabase('retain/asked', 'attempts')
  /** What this page has kept or read; null where nothing is kept. */
  private readonly known = new Map<AttemptId, readonly Item[] | null>()

  async put(attempt: AttemptId, items: readonly Item[]): Promise<void> {
    this.known.set(attempt, items)
    try {
      await (await this.database.open()).put(this.database.store, items, attempt)
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

  /** Forgets all; from now on attempts are shown as the notes have them. Rejects where it cannot be removed. */
  async clear(): Promise<void> {
    for (const attempt of this.known.keys()) this.known.set(attempt, null)
    await this.database.clear()
  }

  private async read(attempt: AttemptId): Promise<readonly Item[] | null> {
    try {
      const [database, { readItems }] = await Promise.all([this.database.open(), import('../asked-items.ts')])
      return readItems(await database.get(this.database.store, attempt))
    } catch {
      return null
    }
  }
}
