import type { Base } from './base.ts'
import type { JournalEvent } from './event.ts'

/** Many events that were packed, read when they are needed. */
export interface StoredPack {
  readonly name: string
  /** The pack as it is stored. */
  readonly text: string
  readonly events: () => readonly JournalEvent[]
}

/** What is stored of a journal: packs of what is long past, and what came since. In no order. */
export interface StoredEvents {
  readonly packs: readonly StoredPack[]
  readonly loose: readonly JournalEvent[]
  /** What the packs say, where that was counted before: then they need not be read. */
  readonly base: Base | null
}

/** The same, for another thread: packs as they are stored, since a thousand events in them weigh little. */
export interface PackedEvents {
  readonly packs: readonly string[]
  readonly loose: readonly JournalEvent[]
}
