import { encodeBackup, readBackup } from '../journal/backup.ts'
import type { JournalEvent } from '../journal/event.ts'
import { pack } from '../journal/pack/pack.ts'
import { backupFile, textOfBackup } from '../journal/web/backup-file.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { Instant } from '../model/time.ts'
import type { BackupContents, BackupRefusal } from '../stores/backup-work.ts'

/** What the page asks of the worker. */
export type BackupRequest =
  | {
      readonly kind: 'make'
      readonly events: readonly JournalEvent[]
      readonly courses: readonly ImportedCourse[]
      readonly made: Instant
    }
  | { readonly kind: 'read'; readonly file: Blob }

export type BackupAnswer =
  | { readonly kind: 'made'; readonly file: Blob }
  | { readonly kind: 'refused'; readonly why: BackupRefusal }
  | BackupContents

// Only the page that started this worker can write to it.
globalThis.addEventListener('message', ({ data }: MessageEvent<BackupRequest>) => {
  void (data.kind === 'make' ? make(data) : read(data.file)).then((answer) => globalThis.postMessage(answer))
})

async function make({ events, courses, made }: Extract<BackupRequest, { kind: 'make' }>): Promise<BackupAnswer> {
  return { kind: 'made', file: await backupFile(encodeBackup(events, courses, made)) }
}

async function read(file: Blob): Promise<BackupAnswer> {
  const found = await textOfBackup(file)
  if (found.kind === 'refused') return found
  const parsed = readBackup(found.text)
  if (parsed.kind === 'refused') return parsed
  const { events, ...about } = parsed.backup
  return { kind: 'read', ...about, events: pack(events) }
}
