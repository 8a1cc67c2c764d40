import type { RenameMap } from '../journal/follow-renames.ts'
import type { AskedShelf } from '../journal/web/asked-shelf.ts'
import { BackupFolders } from '../journal/web/backup-folder.ts'
import type { BackupFolder } from '../journal/web/backup-folder.ts'
import { CourseShelf } from '../journal/web/course-shelf.ts'
import { JournalCare } from '../journal/web/journal-care.ts'
import type { JournalKeeper } from '../journal/web/journal-keeper.ts'
import type { LocalJournal } from '../journal/web/local-journal.ts'
import type { Pages } from '../journal/web/pages.ts'
import { createBackupStore } from '../stores/backup-store.ts'
import type { Clock } from '../stores/clock.ts'
import { createFolderBackup } from '../stores/folder-backup.ts'
import type { ImportStore } from '../stores/import-store.ts'
import type { JournalStore } from '../stores/journal-store.ts'
import type { Upkeep } from '../stores/upkeep.ts'
import { journalInWorker } from './journal-in-worker.ts'

interface Parts {
  readonly local: LocalJournal
  readonly keeper: JournalKeeper
  readonly pages: Pages
  readonly asked: AskedShelf
  readonly journal: JournalStore
  readonly imports: ImportStore
  readonly clock: Clock
  /** Tells the other tabs, and begins this one anew. */
  readonly beginAnew: () => void
}

export function createUpkeep(parts: Parts): Upkeep {
  const { local, keeper, pages, asked, journal, imports, clock, beginAnew } = parts
  const backup = createBackupStore(journal, imports, journalInWorker, clock)
  const folderBackup = createFolderBackup({
    journal,
    imports,
    work: journalInWorker,
    clock,
    folders: new BackupFolders(),
    pick: pickFolder(),
  })
  document.addEventListener('visibilitychange', () => {
    // The last moment that is sure to come: the page may be gone after it.
    if (document.visibilityState === 'hidden') void folderBackup.getState().sync()
  })
  const care = (): JournalCare => new JournalCare(local, keeper.opened())
  return {
    backup,
    folderBackup,
    async check() {
      const report = await care().check(new Set(await pages.open()).add(local.writer))
      journal.getState().look()
      return report
    },
    async repair(damages) {
      await care().repair(damages)
      keeper.forgetDamage()
      journal.getState().look()
    },
    snapshotDays: () => care().snapshotDays(),
    async openSnapshot(day) {
      const copy = await care().snapshot(day)
      if (copy !== null) await backup.getState().openSnapshot(copy, day)
    },
    async storage() {
      const isPersistent = (await navigator.storage?.persisted?.()) ?? null
      const { usage = null, quota = null } = (await navigator.storage?.estimate?.()) ?? {}
      return { isPersistent, used: usage, room: quota }
    },
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    async erase() {
      const erased = await Promise.allSettled([
        keeper.erase(),
        new CourseShelf().clear(),
        asked.clear(),
        folderBackup.getState().stop(),
      ])
      const failed = erased.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      beginAnew()
    },
  }
}

/** Null where the browser hands out no folders. */
function pickFolder(): (() => Promise<BackupFolder | null>) | null {
  const { showDirectoryPicker } = globalThis
  if (showDirectoryPicker === undefined) return null
  return () =>
    showDirectoryPicker({ mode: 'readwrite', id: 'retain-backup' }).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return null
      throw error
    })
}

/** Copies the journal once a day. */
export async function copyOfToday({
  local,
  keeper,
  journal,
  clock,
}: Pick<Parts, 'local' | 'keeper' | 'journal' | 'clock'>): Promise<void> {
  const all = journal.getState().forThread()
  if (all.packs.length + all.loose.length === 0) return
  const now = clock.now()
  const day = new Date(now + clock.offset(now) * 60_000).toISOString().slice(0, 10)
  await new JournalCare(local, keeper.opened()).takeSnapshot(day, () => journalInWorker.copy(all))
}

/**
 * Counts what the packs say, unless that is done, so that the next start need not read them.
 *
 * @param names Facts that have a new name, as the next start will know them.
 */
export async function keepCheckpoint({ local }: Pick<Parts, 'local'>, names: RenameMap): Promise<void> {
  const packs = local.pieces().filter(({ kind }) => kind === 'pack')
  const basis = local.checkpoint.wanted(
    packs.map(({ name }) => name),
    names,
  )
  if (basis === null || local.isOutdated()) return
  const checkpoint = await journalInWorker.checkpoint(
    packs.map(({ text }) => text),
    names,
    basis,
  )
  // Meanwhile everything may have been erased.
  if (checkpoint !== null && !local.isOutdated()) local.checkpoint.put(checkpoint)
}
