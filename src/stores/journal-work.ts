import type { ReadBackup } from '../journal/backup.ts'
import type { RestorePreview } from '../journal/restore-preview.ts'
import type { RenameMap } from '../journal/follow-renames.ts'
import type { PackedEvents } from '../journal/stored-events.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { Instant } from '../model/time.ts'

/** Why a file is not taken. */
export type BackupRefusal = Extract<ReadBackup, { kind: 'refused' }>['why'] | 'too-large' | 'damaged'

/** What was read of a file, and how it differs from what is here. */
interface BackupContents {
  readonly kind: 'read'
  readonly made: string
  readonly preview: RestorePreview
  readonly courses: readonly ImportedCourse[]
  readonly skipped: number
  readonly isUnchanged: boolean
}

/** Work on whole journals, off the page: it takes as long as the history is. */
export interface JournalWork {
  readonly makeBackup: (all: PackedEvents, courses: readonly ImportedCourse[], made: Instant) => Promise<Blob>
  readonly readBackup: (
    file: Blob,
    here: PackedEvents,
  ) => Promise<BackupContents | { readonly kind: 'refused'; readonly why: BackupRefusal }>
  /** Looks at a packed copy as at a backup. */
  readonly lookAtCopy: (copy: Uint8Array, here: PackedEvents) => Promise<RestorePreview>
  /** Packs everything. */
  readonly copy: (all: PackedEvents) => Promise<Uint8Array>
  /** Counts what packs say, for the next start. Null where that can't be told without events outside of them. */
  readonly checkpoint: (packs: readonly string[], names: RenameMap, basis: string) => Promise<string | null>
}
