import type { ImportedCourse } from '../model/imported-course.ts'
import type { Instant } from '../model/time.ts'
import type { JournalEvent } from '../journal/event.ts'
import type { ReadBackup } from '../journal/backup.ts'

/** Why a file is not taken. */
export type BackupRefusal = Extract<ReadBackup, { kind: 'refused' }>['why'] | 'too-large' | 'damaged' | 'unknown'

/** What was read of a file; the events are packed, so that handing them over costs the page little. */
export interface BackupContents {
  readonly kind: 'read'
  readonly made: string
  readonly events: Uint8Array
  readonly courses: readonly ImportedCourse[]
  readonly skipped: number
  readonly isUnchanged: boolean
}

/** Makes and reads backup files, off the page. */
export interface BackupWork {
  readonly make: (events: readonly JournalEvent[], courses: readonly ImportedCourse[], made: Instant) => Promise<Blob>
  readonly read: (file: Blob) => Promise<BackupContents | { readonly kind: 'refused'; readonly why: BackupRefusal }>
}
