import type { JournalEvent } from '../event.ts'
import type { RenameMap } from '../follow-renames.ts'
import { packName } from '../pack/pack-name.ts'
import type { StoredEvents } from '../stored-events.ts'
import type { JournalDatabase } from './journal-database.ts'
import type { EventKeeper, Keeping, StorageTrouble } from './keeping.ts'
import { isQuota } from './key-value-storage.ts'
import type { LocalJournal } from './local-journal.ts'
import type { Pages } from './pages.ts'

/** Opens the database; it is told what to do when a newer version takes it over, and when the browser closes it. */
export type OpenDatabase = (onOutdated: () => void, onLost: () => void) => Promise<JournalDatabase>

interface Surroundings {
  readonly openDatabase: OpenDatabase
  readonly pages: Pages
  /** Tells the other tabs. */
  readonly tell: (events: readonly JournalEvent[]) => void
  /** Is called when `keeping` may say something else. */
  readonly onChange: () => void
  /** Is called with events that `read` had not. */
  readonly onFound: (events: readonly JournalEvent[]) => void
}

/**
 * Keeps each event in two places at once: in localStorage, which can be read before anything is shown, and in
 * IndexedDB, which loses nothing when the browser is killed (localStorage lost the last 8 to 27 seconds of answers).
 * At start the two are united. When one of them fails the other carries on.
 */
export class JournalKeeper implements EventKeeper {
  private readonly local: LocalJournal
  private readonly around: Surroundings
  private database: JournalDatabase | null = null
  private failure: 'blocked' | 'full' | null = null
  /** Events that are not in the database yet. */
  private waiting: JournalEvent[] = []
  private isWriting = false
  private isStarted = false
  private healed: StorageTrouble[] = []
  private unreadable = 0

  constructor(local: LocalJournal, around: Surroundings) {
    this.local = local
    this.around = around
  }

  read(names: RenameMap): StoredEvents {
    return this.local.read(names)
  }

  append(event: JournalEvent): void {
    this.waiting.push(event)
    this.local.append(event)
    this.around.tell([event])
    void this.write()
  }

  async adopt(bytes: Uint8Array, events: readonly JournalEvent[]): Promise<void> {
    const name = packName(bytes, events.length)
    const { database } = this
    let isKept = false
    if (database !== null && !this.local.isOutdated()) {
      isKept = await database.replace({ name, bytes, events: [], packs: [] }).then(
        () => true,
        () => false,
      )
    }
    isKept = this.local.putPack(name, bytes) || isKept
    if (!isKept) throw new Error('The browser has no room for it, or does not let this page store anything.')
    this.around.tell(events)
  }

  keeping(): Keeping {
    const { local, failure } = this
    const unread = this.unreadable + local.damaged()
    const notes: StorageTrouble[] = [
      ...(unread > 0 ? [{ kind: 'unreadable', records: unread } as const] : []),
      ...this.healed,
    ]
    if (local.isOutdated()) return { troubles: [{ kind: 'outdated' }, ...notes], pending: this.nowhere() }
    const why = local.whyNot()
    if (why !== null && failure !== null) {
      const isFull = why === 'full' || failure === 'full'
      const trouble: StorageTrouble = isFull ? { kind: 'full', unsaved: this.nowhere() } : { kind: 'blocked' }
      return { troubles: [trouble, ...notes], pending: this.nowhere() }
    }
    if (failure !== null) {
      return {
        troubles: [{ kind: 'one-copy', without: 'database', why: failure }, ...notes],
        pending: local.unwritten().length,
      }
    }
    const troubles: StorageTrouble[] = why === null ? notes : [{ kind: 'one-copy', without: 'local', why }, ...notes]
    return { troubles, pending: this.waiting.length }
  }

  /** Opens the database and unites it with localStorage. Never rejects: `keeping` says what failed. */
  async start(): Promise<void> {
    if (this.isStarted || this.local.isOutdated()) return
    this.isStarted = true
    try {
      await this.open()
      const { database } = this
      if (database === null) return
      const open = new Set(await this.around.pages.open()).add(this.local.writer)
      // Not needed for the first view, so it is fetched after it.
      const { unite } = await import('./unite.ts')
      const union = await unite(this.local, database, open)
      this.unreadable = union.unreadable
      if (union.lostLocally > 0) this.healed.push({ kind: 'healed', events: union.lostLocally, from: 'database' })
      if (union.lostInDatabase > 0) this.healed.push({ kind: 'healed', events: union.lostInDatabase, from: 'local' })
      if (union.fromDatabase.length > 0) this.around.onFound(union.fromDatabase)
    } catch (error) {
      this.fail(error)
    }
    this.around.onChange()
    await this.write()
  }

  /** Packs what pages that are closed have left. */
  async tidy(): Promise<void> {
    const { database } = this
    const open = await this.around.pages.open()
    if (database === null || open === null || this.keeping().troubles.some(({ kind }) => kind === 'outdated')) return
    const { tidy } = await import('./tidy.ts')
    await this.around.pages.alone(() => tidy(this.local, database, open))
  }

  /** What was damaged has been taken out. */
  forgetDamage(): void {
    this.unreadable = 0
  }

  /** Removes all that both places hold, also where the database could not be used so far. */
  async erase(): Promise<void> {
    const { database } = this
    const isErased = Promise.resolve(database === null ? this.open() : undefined).then(() => this.database?.clear())
    try {
      await isErased
    } finally {
      this.local.erase()
    }
  }

  /** The database, where it can be used. */
  opened(): JournalDatabase | null {
    return this.database
  }

  private async open(): Promise<void> {
    this.database = await this.around.openDatabase(
      () => {
        this.local.retire()
        this.database = null
        this.around.onChange()
      },
      () => {
        this.database = null
        this.failure = 'blocked'
        this.around.onChange()
      },
    )
    this.failure = null
  }

  /** Writes what waits, in the order in which it happened; one transaction takes all that came since the last. */
  private async write(): Promise<void> {
    if (this.isWriting || this.local.isOutdated()) return
    this.isWriting = true
    try {
      while (this.waiting.length > 0 && this.isStarted) {
        if (this.database === null && this.failure !== null) await this.open()
        if (this.database === null) break
        const batch = [...this.waiting]
        await this.database.add(batch)
        this.waiting = this.waiting.slice(batch.length)
        this.failure = null
        this.around.onChange()
      }
    } catch (error) {
      this.fail(error)
      this.around.onChange()
    } finally {
      this.isWriting = false
    }
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === 'VersionError') this.local.retire()
    this.failure = isQuota(error) ? 'full' : 'blocked'
  }

  /** How many events are kept neither here nor there. */
  private nowhere(): number {
    const unwritten = new Set(this.local.unwritten())
    return this.waiting.filter((event) => unwritten.has(event)).length
  }
}
