import { encodeBackup, readBackup } from '../../src/journal/backup.ts'
import { pack } from '../../src/journal/pack/pack.ts'
import { eventsOf } from '../../src/journal/pack/packed-events.ts'
import { unpack } from '../../src/journal/pack/unpack.ts'
import { previewOf } from '../../src/journal/restore-preview.ts'
import { JournalCare } from '../../src/journal/web/journal-care.ts'
import type { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { createBackupStore } from '../../src/stores/backup-store.ts'
import { createFolderBackup } from '../../src/stores/folder-backup.ts'
import type { ImportStore } from '../../src/stores/import-store.ts'
import type { JournalWork } from '../../src/stores/journal-work.ts'
import type { Services } from '../../src/stores/services.ts'
import type { Upkeep } from '../../src/stores/upkeep.ts'

const texts = new WeakMap<Blob, string>()

/** A file that holds a text, whose reading does not need a browser. */
export function fileOf(text: string, name = 'retain-backup.json'): File {
  const file = new File([text], name, { type: 'application/json' })
  texts.set(file, text)
  return file
}

export function textOf(file: Blob): string {
  return texts.get(file) ?? ''
}

/** What the worker does, done at once. */
const work: JournalWork = {
  makeBackup: (all, courses, made) => Promise.resolve(fileOf(encodeBackup(eventsOf(all), courses, made))),
  readBackup(file, here) {
    const read = readBackup(textOf(file))
    if (read.kind === 'refused') return Promise.resolve(read)
    const { events, ...about } = read.backup
    return Promise.resolve({ kind: 'read', ...about, preview: previewOf(eventsOf(here), events) })
  },
  lookAtCopy: (copy, here) => Promise.resolve(previewOf(eventsOf(here), unpack(copy).events)),
  copy: (all) => Promise.resolve(pack(eventsOf(all))),
  checkpoint: () => Promise.resolve(null),
}

const NO_FOLDERS = { read: () => Promise.resolve(null), put: () => Promise.resolve(), clear: () => Promise.resolve() }

/** Looks after a page that has localStorage alone. */
export function upkeepOf(
  local: LocalJournal,
  { journal, imports, clock }: Pick<Services, 'journal' | 'clock'> & { readonly imports: ImportStore },
): Upkeep {
  const care = new JournalCare(local, null)
  return {
    backup: createBackupStore(journal, imports, work, clock),
    folderBackup: createFolderBackup({ journal, imports, work, clock, folders: NO_FOLDERS, pick: null }),
    check: () => care.check(new Set()),
    repair: (damages) => care.repair(damages),
    snapshotDays: () => Promise.resolve([]),
    openSnapshot: () => Promise.resolve(),
    storage: () => Promise.resolve({ isPersistent: false, used: 1_048_576, room: 10_485_760 }),
    persist: () => Promise.resolve(true),
    erase: () => {
      local.erase()
      return Promise.resolve()
    },
  }
}
