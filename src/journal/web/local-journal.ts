import { CHUNK_HEAD, encodeEvent, readChunk } from '../chunk.ts'
import type { JournalEvent } from '../event.ts'
import { FORMAT } from '../migrations.ts'
import { isNameOf } from '../pack/pack-name.ts'
import { unpack } from '../pack/unpack.ts'
import { bytesOfText, textOfBytes } from '../text-of-bytes.ts'
import type { EventKeeper, Keeping, StorageTrouble } from './keeping.ts'
import type { KeyValueStorage } from './key-value-storage.ts'
import { isQuota } from './key-value-storage.ts'

const JOURNAL = 'retain/journal/'
const PACK = 'retain/pack/'
const NEWEST = 'retain/format'
/** Characters after which a new key is begun, so that writing one event never rewrites much. */
const CHUNK = 4_000

/** A key of the journal, unread. */
export interface LocalPiece {
  readonly key: string
  readonly kind: 'chunk' | 'pack'
  /** The page that writes a chunk; the name of a pack. */
  readonly name: string
  readonly text: string
}

/** A key of the journal, and what it says. */
export interface LocalPart extends LocalPiece {
  readonly format: number
  readonly events: readonly JournalEvent[]
  readonly unreadable: number
}

/**
 * The journal in localStorage. Each page writes keys of its own only, so two tabs can't overwrite each other; what
 * can't be read is left as it is.
 */
export class LocalJournal implements EventKeeper {
  readonly writer: string
  private readonly storage: KeyValueStorage | null
  private chunk = 0
  private text = ''
  /** Events that could not be written yet. They are tried again with the next one. */
  private unsaved: JournalEvent[] = []
  private failure: 'blocked' | 'full' | null
  private unreadable = 0
  private hasNewer = false

  /**
   * @param storage Null when the browser refuses it.
   * @param writer A name that no other page uses, ever.
   */
  constructor(storage: KeyValueStorage | null, writer: string) {
    this.storage = storage
    this.writer = writer
    this.failure = storage === null ? 'blocked' : null
  }

  /** All events of all pages, in no order. */
  read(): readonly JournalEvent[] {
    return this.parts().flatMap(({ events }) => events)
  }

  /** All keys of the journal with what they say. */
  parts(): readonly LocalPart[] {
    const parts = this.pieces().map(readPiece)
    this.unreadable = parts.reduce((sum, { unreadable }) => sum + unreadable, 0)
    return parts
  }

  /** All keys of the journal. */
  pieces(): readonly LocalPiece[] {
    return this.keys().flatMap((key): readonly LocalPiece[] => {
      const text = this.get(key)
      if (text === null) return []
      if (key.startsWith(PACK)) return [{ key, kind: 'pack', name: key.slice(PACK.length), text }]
      const name = key.slice(JOURNAL.length, Math.max(JOURNAL.length, key.lastIndexOf('/')))
      return [{ key, kind: 'chunk', name, text }]
    })
  }

  /** Writes an event at once. When that fails it is kept for the next try, and `keeping` says so. */
  append(event: JournalEvent): void {
    this.unsaved.push(event)
    if (this.storage === null || this.isOutdated()) return
    try {
      if (this.text === '') this.markFormat(this.storage)
      while (this.unsaved[0] !== undefined) {
        this.write(this.storage, encodeEvent(this.unsaved[0]))
        this.unsaved.shift()
      }
      this.failure = null
    } catch (error) {
      this.failure = isQuota(error) ? 'full' : 'blocked'
    }
  }

  adopt(events: readonly JournalEvent[]): Promise<void> {
    for (const event of events) this.append(event)
    return Promise.resolve()
  }

  /** Why the last event could not be written, if it could not. */
  whyNot(): 'blocked' | 'full' | null {
    return this.failure
  }

  /** Records that could not be read when the journal was last read. */
  damaged(): number {
    return this.unreadable
  }

  unwritten(): readonly JournalEvent[] {
    return this.unsaved
  }

  keeping(): Keeping {
    const troubles: StorageTrouble[] = []
    if (this.failure === 'blocked') troubles.push({ kind: 'blocked' })
    else if (this.failure === 'full') troubles.push({ kind: 'full', unsaved: this.unsaved.length })
    if (this.unreadable > 0) troubles.push({ kind: 'unreadable', records: this.unreadable })
    if (this.isOutdated()) troubles.push({ kind: 'outdated' })
    return { troubles, pending: this.unsaved.length }
  }

  /** Whether a newer version of the app has written here. Then nothing is written any more. */
  isOutdated(): boolean {
    this.hasNewer ||= Number(this.get(NEWEST) ?? 0) > FORMAT
    return this.hasNewer
  }

  /** Writes nothing any more: a newer version of the app is in use. */
  retire(): void {
    this.hasNewer = true
  }

  /** The events in a value that another tab wrote; none when the key isn't one that tabs write as they go. */
  eventsOf(key: string | null, value: string | null): readonly JournalEvent[] {
    return key?.startsWith(JOURNAL) === true && value !== null ? readChunk(value).events : []
  }

  /** Writes a pack, and reads it back. Says whether it is there. */
  putPack(name: string, bytes: Uint8Array): boolean {
    if (this.storage === null || this.isOutdated()) return false
    const text = textOfBytes(bytes)
    try {
      this.markFormat(this.storage)
      this.storage.setItem(PACK + name, text)
      return this.storage.getItem(PACK + name) === text
    } catch {
      return false
    }
  }

  /**
   * Removes pieces whose events are kept elsewhere. One that was written to since it was read stays, and so does the
   * chunk that this page is writing.
   */
  remove(pieces: readonly LocalPiece[]): void {
    if (this.storage === null || this.isOutdated()) return
    for (const { key, text } of pieces) {
      if (key !== this.currentKey() && this.get(key) === text) this.storage.removeItem(key)
    }
  }

  /** Removes everything that this site has stored here. */
  erase(): void {
    const { storage } = this
    if (storage === null) return
    this.retire()
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    for (const key of keys) if (key.startsWith('retain/')) storage.removeItem(key)
  }

  /** The chunk that this page is writing. */
  currentKey(): string | null {
    return this.text === '' ? null : this.keyOf(this.chunk)
  }

  private write(storage: KeyValueStorage, line: string): void {
    const isFull = this.text.length + line.length > CHUNK && this.text !== ''
    const chunk = this.text === '' || isFull ? this.freeChunk(storage) : this.chunk
    const text = (isFull || this.text === '' ? CHUNK_HEAD : this.text) + line
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

  /** Tells older versions that are open, or are opened later, to write no more. */
  private markFormat(storage: KeyValueStorage): void {
    if (storage.getItem(NEWEST) !== String(FORMAT)) storage.setItem(NEWEST, String(FORMAT))
  }

  private keyOf(chunk: number): string {
    return `${JOURNAL}${this.writer}/${chunk}`
  }

  private keys(): readonly string[] {
    const { storage } = this
    if (storage === null) return []
    try {
      const all = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return all.filter((key) => key.startsWith(JOURNAL) || key.startsWith(PACK))
    } catch {
      this.failure = 'blocked'
      return []
    }
  }

  private get(key: string): string | null {
    try {
      return this.storage?.getItem(key) ?? null
    } catch {
      this.failure = 'blocked'
      return null
    }
  }
}

export function readPiece(piece: LocalPiece): LocalPart {
  if (piece.kind === 'chunk') return { ...piece, ...readChunk(piece.text) }
  const bytes = bytesOfText(piece.text)
  const { events, unreadable } = bytes === null ? { events: [], unreadable: 1 } : unpack(bytes)
  const isWhole = bytes !== null && isNameOf(piece.name, bytes)
  return { ...piece, format: FORMAT, events, unreadable: isWhole ? unreadable : Math.max(1, unreadable) }
}
