import type { CourseShelf } from '../journal/web/course-shelf.ts'
import { JournalCare } from '../journal/web/journal-care.ts'
import type { JournalKeeper } from '../journal/web/journal-keeper.ts'
import type { LocalJournal } from '../journal/web/local-journal.ts'
import type { Pages } from '../journal/web/pages.ts'
import { createBackupStore } from '../stores/backup-store.ts'
import type { Clock } from '../stores/clock.ts'
import type { ImportStore } from '../stores/import-store.ts'
import type { JournalStore } from '../stores/journal-store.ts'
import type { Upkeep } from '../stores/upkeep.ts'
import { backupInWorker } from './backup-in-worker.ts'

interface Parts {
  readonly local: LocalJournal
  readonly keeper: JournalKeeper
  readonly pages: Pages
  readonly shelf: CourseShelf
  readonly journal: JournalStore
  readonly imports: ImportStore
  readonly clock: Clock
  /** Tells the other tabs, and begins this one anew. */
  readonly beginAnew: () => void
}

export function createUpkeep({ local, keeper, pages, shelf, journal, imports, clock, beginAnew }: Parts): Upkeep {
  const backup = createBackupStore(journal, imports, backupInWorker, clock)
  const care = (): JournalCare => new JournalCare(local, keeper.opened())
  return {
    backup,
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
      const events = await care().snapshot(day)
      if (events !== null) backup.getState().openSnapshot(events, day)
    },
    async storage() {
      const isPersistent = (await navigator.storage?.persisted?.()) ?? null
      const { usage = null, quota = null } = (await navigator.storage?.estimate?.()) ?? {}
      return { isPersistent, used: usage, room: quota }
    },
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    async erase() {
      const erased = await Promise.allSettled([keeper.erase(), shelf.clear()])
      const failed = erased.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      beginAnew()
    },
  }
}

/** Copies the journal once a day. */
export async function copyOfToday({
  local,
  keeper,
  journal,
  clock,
}: Pick<Parts, 'local' | 'keeper' | 'journal' | 'clock'>): Promise<void> {
  const now = clock.now()
  const day = new Date(now + clock.offset(now) * 60_000).toISOString().slice(0, 10)
  await new JournalCare(local, keeper.opened()).takeSnapshot(journal.getState().all(), day)
}
