import type { JournalEvent } from '../event.ts'
import { encodeEvent, readChunk } from '../chunk.ts'

const JOURNAL = 'retain/journal/'
const ASIDE = 'retain/aside/'
/** Characters after which a new key is begun, so that writing one event never rewrites much. */
const CHUNK = 4_000

/** What went wrong with keeping things, for the person to know. */
export type StorageTrouble =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'full'; readonly unsaved: number }
  | { readonly kind: 'unreadable'; readonly lines: number }

/** The part of the browser's Storage that is used. */
export type KeyValueStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem'>

/**
 * The journal in localStorage. Each page writes keys of its own only, so two tabs can't overwrite each other; what
 * can't be read is copied aside and left as it is.
 */
export class LocalJournal {
  private readonly writer: string
  private readonly storage: KeyValueStorage | null
  private chunk = 0
  private text = ''
  /** Events that could not be written yet. They are tried again with the next one. */
  private unsaved: JournalEvent[] = []
  private isBlocked: boolean
  private unreadable = 0

  /**
   * @param storage Null when the browser refuses it.
   * @param writer A name that no other page uses, ever.
   */
  constructor(storage: KeyValueStorage | null, writer: string) {
    this.storage = storage
    this.writer = writer
    this.isBlocked = storage === null
  }

  /** All events of all pages, in no order. */
  read(): readonly JournalEvent[] {
    this.unreadable = 0
    const events: JournalEvent[] = []
    for (const key of this.keys()) {
      const text = this.get(key)
      if (text === null) continue
      const chunk = readChunk(text)
      events.push(...chunk.events)
      if (chunk.unreadable > 0) this.setAside(key, text, chunk.unreadable)
    }
    return events
  }

  /** Writes an event at once. When that fails it is kept for the next try, and `troubles` says so. */
  append(event: JournalEvent): void {
    this.unsaved.push(event)
    if (this.storage === null) return
    try {
      while (this.unsaved[0] !== undefined) {
        this.write(this.storage, encodeEvent(this.unsaved[0]))
        this.unsaved.shift()
      }
      this.isBlocked = false
    } catch (error) {
      this.isBlocked = !isQuota(error)
    }
  }

  troubles(): readonly StorageTrouble[] {
    const troubles: StorageTrouble[] = []
    if (this.isBlocked) troubles.push({ kind: 'blocked' })
    else if (this.unsaved.length > 0) troubles.push({ kind: 'full', unsaved: this.unsaved.length })
    if (this.unreadable > 0) troubles.push({ kind: 'unreadable', lines: this.unreadable })
    return troubles
  }

  /** The events in a value that another tab wrote; none when the key isn't part of the journal. */
  eventsOf(key: string | null, value: string | null): readonly JournalEvent[] {
    return key?.startsWith(JOURNAL) === true && value !== null ? readChunk(value).events : []
  }

  private write(storage: KeyValueStorage, line: string): void {
    const isFull = this.text.length + line.length > CHUNK && this.text !== ''
    const chunk = this.text === '' || isFull ? this.freeChunk(storage) : this.chunk
    const text = isFull ? line : this.text + line
    storage.setItem(this.keyOf(chunk), text)
    this.chunk = chunk
    this.text = text
  }

  /** The next key that holds nothing: should a name ever be used twice, nothing is written over. */
  private freeChunk(storage: KeyValueStorage): number {
    let chunk = this.text === '' ? this.chunk : this.chunk + 1
    while (storage.getItem(this.keyOf(chunk)) !== null) chunk += 1
    return chunk
  }

  private keyOf(chunk: number): string {
    return `${JOURNAL}${this.writer}/${chunk}`
  }

  private setAside(key: string, text: string, lines: number): void {
    this.unreadable += lines
    const copy = ASIDE + key.slice(JOURNAL.length)
    try {
      if (this.storage?.getItem(copy) !== text) this.storage?.setItem(copy, text)
    } catch {
      // The original is never written to, so nothing is lost when there is no room for a copy.
    }
  }

  private keys(): readonly string[] {
    return this.allKeys().filter((key) => key.startsWith(JOURNAL))
  }

  private allKeys(): readonly string[] {
    const { storage } = this
    if (storage === null) return []
    try {
      return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    } catch {
      this.isBlocked = true
      return []
    }
  }

  private get(key: string): string | null {
    try {
      return this.storage?.getItem(key) ?? null
    } catch {
      this.isBlocked = true
      return null
    }
  }
}

/** Firefox has a name of its own for a full storage. */
const FULL: ReadonlySet<string> = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && FULL.has(error.name)
}

/** The browser's localStorage, or null when it is switched off (reading the property itself can throw). */
export function browserStorage(): KeyValueStorage | null {
  try {
    const { localStorage } = window
    localStorage.getItem(JOURNAL)
    return localStorage
  } catch {
    return null
  }
}
