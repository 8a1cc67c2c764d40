import { CHUNK_HEAD, encodeEvent, readChunk } from '../chunk.ts'
import type { JournalEvent } from '../event.ts'
import type { RenameMap } from '../follow-renames.ts'
import { FORMAT } from '../migrations.ts'
import type { StoredEvents } from '../stored-events.ts'
import { textOfBytes } from '../text-of-bytes.ts'
import type { EventKeeper, Keeping, StorageTrouble } from './keeping.ts'
import type { KeyValueStorage } from './key-value-storage.ts'
import { isQuota } from './key-value-storage.ts'
import { LocalCheckpoint } from './local-checkpoint.ts'
import { readPiece } from './local-piece.ts'
import type { LocalPart, LocalPiece } from './local-piece.ts'

const JOURNAL = 'retain/journal/'
const PACK = 'retain/pack/'
const NEWEST = 'retain/format'
/** Characters after which a new key is begun, so that writing one event never rewrites much. */
const CHUNK = 4_000

/**
 * The journal in localStorage. Each page writes keys of its own only, so two tabs can't overwrite each other; what
 * can't be read is left as it is.
 */
export class LocalJournal implements EventKeeper {
  readonly writer: string
  readonly checkpoint: LocalCheckpoint
  private readonly storage: KeyValueStorage | null
  private chunk = 0
  private text = ''
  /** Events that could not be written yet. They are tried again with the next one. */
  private unsaved: JournalEvent[] = []
  private failure: 'blocked' | 'full' | null
  /** Records that can't be read, by key. */
  private readonly unreadable = new Map<string, number>()
  /** Packs that were read. */
  private readonly packsRead = new Map<string, LocalPart>()
  private hasNewer = false

  /**
   * @param storage Null when the browser refuses it.
   * @param writer A name that no other page uses, ever.
   * @param build The build of the app, for the checkpoint.
   */
  constructor(storage: KeyValueStorage | null, writer: string, build: string | null = null) {
    this.storage = storage
    this.checkpoint = new LocalCheckpoint(storage, build)
    this.writer = writer
    this.failure = storage === null ? 'blocked' : null
  }

  read(names: RenameMap): StoredEvents {
    const pieces = this.pieces()
    const packs = pieces.filter(({ kind }) => kind === 'pack')
    return {
      packs: packs.map((pack) => ({ name: pack.name, text: pack.text, events: () => this.part(pack).events })),
      loose: pieces.flatMap((piece) => (piece.kind === 'chunk' ? this.part(piece).events : [])),
      base: this.checkpoint.base(
        packs.map(({ name }) => name),
        names,
      ),
    }
  }

  /** All keys of the journal with what they say. */
  parts(): readonly LocalPart[] {
    this.unreadable.clear()
    return this.pieces().map((piece) => this.part(piece))
  }

  /** What a key of the journal says. A pack is read once. */
  part(piece: LocalPiece): LocalPart {
    const known = this.packsRead.get(piece.key)
    const part = known?.text === piece.text ? known : readPiece(piece)
    if (piece.kind === 'pack') this.packsRead.set(piece.key, part)
    this.unreadable.set(piece.key, part.unreadable)
    return part
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

  adopt(_pack: Uint8Array, events: readonly JournalEvent[]): Promise<void> {
    for (const event of events) this.append(event)
    return Promise.resolve()
  }

  /** Why the last event could not be written, if it could not. */
  whyNot(): 'blocked' | 'full' | null {
    return this.failure
  }

  /** Records that could not be read when the journal was last read. */
  damaged(): number {
    return [...this.unreadable.values()].reduce((sum, records) => sum + records, 0)
  }

  unwritten(): readonly JournalEvent[] {
    return this.unsaved
  }

  keeping(): Keeping {
    const troubles: StorageTrouble[] = []
    if (this.failure === 'blocked') troubles.push({ kind: 'blocked' })
    else if (this.failure === 'full') troubles.push({ kind: 'full', unsaved: this.unsaved.length })
    if (this.damaged() > 0) troubles.push({ kind: 'unreadable', records: this.damaged() })
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
      this.put(this.storage, PACK + name, text)
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
    this.put(storage, this.keyOf(chunk), text)
    this.chunk = chunk
    this.text = text
  }

  /** Writes a value, in the room of the checkpoint if there is no other. */
  private put(storage: KeyValueStorage, key: string, value: string): void {
    try {
      storage.setItem(key, value)
    } catch (error) {
      if (!isQuota(error) || !this.checkpoint.drop()) throw error
      storage.setItem(key, value)
    }
  }

  /** The next key that holds nothing: should a name ever be used twice, nothing is written over. */
  private freeChunk(storage: KeyValueStorage): number {
    let chunk = this.text === '' ? this.chunk : this.chunk + 1
    while (storage.getItem(this.keyOf(chunk)) !== null) chunk += 1
    return chunk
  }

  /** Tells older versions that are open, or are opened later, to write no more. */
  private markFormat(storage: KeyValueStorage): void {
    if (storage.getItem(NEWEST) !== String(FORMAT)) this.put(storage, NEWEST, String(FORMAT))
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
