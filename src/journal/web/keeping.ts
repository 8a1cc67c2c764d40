import type { JournalEvent } from '../event.ts'
import type { RenameMap } from '../follow-renames.ts'
import type { StoredEvents } from '../stored-events.ts'

/** Where the journal is kept: localStorage, which is read at once, and IndexedDB, which survives a crash. */
export type Copy = 'local' | 'database'

/** What went wrong with keeping things, for the person to know. */
export type StorageTrouble =
  /** Nothing at all can be kept. */
  | { readonly kind: 'blocked' }
  /** Neither place has room for the last answers. */
  | { readonly kind: 'full'; readonly unsaved: number }
  /** Everything is kept, but in one place only. */
  | { readonly kind: 'one-copy'; readonly without: Copy; readonly why: 'blocked' | 'full' }
  /** Records that are damaged, or that no version known here wrote. */
  | { readonly kind: 'unreadable'; readonly records: number }
  /** A newer version of the app has written here: this page writes nothing any more. */
  | { readonly kind: 'outdated' }
  /** Events that one place had lost and the other still had. */
  | { readonly kind: 'healed'; readonly events: number; readonly from: Copy }

/** How far what was done is kept. */
export interface Keeping {
  readonly troubles: readonly StorageTrouble[]
  /** Events that are not certain to survive a crash yet. */
  readonly pending: number
}

/** Keeps events. */
export interface EventKeeper {
  /**
   * All events of all pages that can be had at once.
   *
   * @param names Facts that have a new name, for the base.
   */
  readonly read: (names: RenameMap) => StoredEvents
  /** Begins to keep an event at once; `keeping` tells when it is. */
  readonly append: (event: JournalEvent) => void
  readonly keeping: () => Keeping
  /** Keeps events of another device, all at once. Rejects when they can be kept nowhere. */
  readonly adopt: (pack: Uint8Array, events: readonly JournalEvent[]) => Promise<void>
}
