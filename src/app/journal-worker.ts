import { encodeBackup, readBackup } from '../journal/backup.ts'
import { baseOf } from '../journal/base.ts'
import { underNewNames } from '../journal/follow-renames.ts'
import { pack } from '../journal/pack/pack.ts'
import { eventsOf } from '../journal/pack/packed-events.ts'
import { unpack } from '../journal/pack/unpack.ts'
import { writeCheckpoint } from '../journal/pack/write-checkpoint.ts'
import { previewOf } from '../journal/restore-preview.ts'
import { backupFile, textOfBackup } from '../journal/web/backup-file.ts'
import type { JournalWork } from '../stores/journal-work.ts'

/** What the page asks: the name of the work, and what it is to be done with. */
export type JournalRequest = {
  readonly [Name in keyof JournalWork]: { readonly name: Name; readonly given: Parameters<JournalWork[Name]> }
}[keyof JournalWork]

const work: JournalWork = {
  makeBackup: (all, courses, made) => backupFile(encodeBackup(eventsOf(all), courses, made)),
  async readBackup(file, here) {
    const found = await textOfBackup(file)
    if (found.kind === 'refused') return found
    const parsed = readBackup(found.text)
    if (parsed.kind === 'refused') return parsed
    const { events, ...about } = parsed.backup
    return { kind: 'read', ...about, preview: previewOf(eventsOf(here), events) }
  },
  async lookAtCopy(copy, here) {
    return previewOf(eventsOf(here), unpack(copy).events)
  },
  async copy(all) {
    return pack(eventsOf(all))
  },
  async checkpoint(packs, names, basis) {
    const events = eventsOf({ packs, loose: [] })
    const base = baseOf(events.map((event) => underNewNames(event, names)))
    return base?.last === undefined || base.last === null ? null : writeCheckpoint(base, base.last, basis)
  },
}

// Only the page that started this worker can write to it.
globalThis.addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => {
  void done(data).then((answer) => globalThis.postMessage(answer), globalThis.reportError)
})

function done(request: JournalRequest): Promise<unknown> {
  switch (request.name) {
    case 'makeBackup':
      return work.makeBackup(...request.given)
    case 'readBackup':
      return work.readBackup(...request.given)
    case 'lookAtCopy':
      return work.lookAtCopy(...request.given)
    case 'copy':
      return work.copy(...request.given)
    case 'checkpoint':
      return work.checkpoint(...request.given)
  }
}
