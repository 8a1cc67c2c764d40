import type { CheckReport, Damage } from '../journal/web/journal-care.ts'
import type { BackupStore } from './backup-store.ts'
import type { FolderBackupStore } from './folder-backup.ts'

/** What the browser grants this site. */
interface StorageState {
  /** Whether the browser promises not to clear it by itself; null where it does not tell. */
  readonly isPersistent: boolean | null
  /** Bytes in use, of those that may be used. */
  readonly used: number | null
  readonly room: number | null
}

/** Looking after what is stored. Needed on the settings alone, so it is fetched with them. */
export interface Upkeep {
  readonly backup: BackupStore
  readonly folderBackup: FolderBackupStore
  readonly check: () => Promise<CheckReport>
  readonly repair: (damages: readonly Damage[]) => Promise<void>
  /** The days of which there is a copy, the last one first. */
  readonly snapshotDays: () => Promise<readonly string[]>
  /** Looks at the copy of a day, as at a backup. */
  readonly openSnapshot: (day: string) => Promise<void>
  readonly storage: () => Promise<StorageState>
  /** Asks the browser to keep it; says whether it promises to. */
  readonly persist: () => Promise<boolean>
  /** Removes all that this site has stored, in all tabs, and begins anew. */
  readonly erase: () => Promise<void>
}
