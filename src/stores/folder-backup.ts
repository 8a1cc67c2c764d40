import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { BACKUP_FILE } from '../journal/web/backup-folder.ts'
import type { BackupFile, BackupFolder, BackupFolders } from '../journal/web/backup-folder.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { Instant } from '../model/time.ts'
import type { Clock } from './clock.ts'
import type { ImportStore } from './import-store.ts'
import type { JournalStore } from './journal-store.ts'
import type { JournalWork } from './journal-work.ts'
import { unknownCourses } from './unknown-courses.ts'

export type FolderBackupStep =
  /** The browser hands out no folders. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'none' }
  /** The browser wants the person to allow it once more. */
  | { readonly kind: 'locked'; readonly name: string }
  | { readonly kind: 'working'; readonly name: string }
  | { readonly kind: 'kept'; readonly name: string; readonly at: Instant }
  | { readonly kind: 'stuck'; readonly name: string; readonly why: string }

interface FolderBackupState {
  readonly step: FolderBackupStep
  /** Looks for the folder that was picked in an earlier visit. */
  readonly start: () => Promise<void>
  /** Lets the person pick a folder, and keeps a backup in it from then on. */
  readonly choose: () => Promise<void>
  /** Asks the browser again; must follow a click. */
  readonly allow: () => Promise<void>
  /** Takes in what another device wrote into the file, then writes what it lacks. */
  readonly sync: () => Promise<void>
  /** Forgets the folder; the file in it stays as it is. */
  readonly stop: () => Promise<void>
}

export type FolderBackupStore = StoreApi<FolderBackupState>

interface Parts {
  readonly journal: JournalStore
  readonly imports: ImportStore
  readonly work: JournalWork
  readonly clock: Clock
  readonly folders: Pick<BackupFolders, 'read' | 'put' | 'clear'>
  /** Null where the browser hands out no folders; its promise is null when the person chose none. */
  readonly pick: (() => Promise<BackupFolder | null>) | null
}

type Outcome = 'again' | 'foreign' | 'kept'

/** How often others may change the file under our hands before it is left for later. */
const TURNS = 5

const WHY: Readonly<Record<Exclude<Outcome, 'kept'>, string>> = {
  foreign: `“${BACKUP_FILE}” in it is no backup that this version can read, so it was left as it is. Choose another folder.`,
  again: `“${BACKUP_FILE}” in it is changed again and again by another device. It is looked at again when you open the app or leave it.`,
}

/** A file that is replaced while it is read can't be read to its end. */
function nullIfReplaced(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotReadableError') return null
  throw error
}

/**
 * A backup that is kept up to date in a folder of the person's choice while the app is open. Where the folder is shared
 * between devices, each takes in what the others wrote.
 */
export function createFolderBackup({ journal, imports, work, clock, folders, pick }: Parts): FolderBackupStore {
  let folder: BackupFolder | null = null
  /** When the file was last changed, as far as this page knows what is in it. */
  let modified: number | null = null
  /** What the file says, if nothing came since. */
  let written: object | null = null
  /** Notes in the file that are not here. */
  let others: readonly ImportedCourse[] = []
  let running: Promise<void> | null = null

  return createStore<FolderBackupState>()((set, get) => {
    async function bring(chosen: BackupFolder, isNew: boolean): Promise<void> {
      const { name } = chosen
      set({ step: { kind: 'working', name } })
      try {
        const file = await chosen.getFileHandle(BACKUP_FILE, { create: true })
        let outcome: Outcome = 'again'
        for (let turn = 0; turn < TURNS && outcome === 'again'; turn += 1) outcome = await unite(file, isNew)
        if (outcome !== 'kept') return set({ step: { kind: 'stuck', name, why: WHY[outcome] } })
        modified = (await file.getFile()).lastModified
        written = journal.getState().learned
        set({ step: { kind: 'kept', name, at: clock.now() } })
      } catch (error) {
        set({ step: { kind: 'stuck', name, why: messageOf(error) } })
      }
    }

    /** Takes in what the file says, and writes what it lacks; `again` when it was changed by others meanwhile. */
    async function unite(file: BackupFile, isNew: boolean): Promise<Outcome> {
      const found = await file.getFile()
      let isLacking = found.size === 0 || written !== journal.getState().learned
      if (found.size > 0 && found.lastModified !== modified) {
        // Of a failure in the thread that reads only the words would be known.
        const bytes = await found.arrayBuffer().catch(nullIfReplaced)
        if (bytes === null) return 'again'
        const read = await work.readBackup(new Blob([bytes]), journal.getState().forThread())
        if (read.kind === 'refused') return 'foreign'
        // Nothing is brought back that was set aside here: what all devices did holds, in the order of time.
        await journal.getState().adopt(read.preview.pack)
        await takeCourses(read.courses, isNew)
        isLacking = read.preview.unsaved > 0 || imports.getState().kept.length + others.length > read.courses.length
      }
      return !isLacking || (await write(file, found)) ? 'kept' : 'again'
    }

    /** Notes come in when the folder is chosen. Later on they only stay in the file: they may have been removed here. */
    async function takeCourses(courses: readonly ImportedCourse[], isNew: boolean): Promise<void> {
      const unknown = unknownCourses(courses, imports)
      others = isNew ? [] : unknown
      if (isNew) for (const course of unknown) await imports.getState().putBack(course)
    }

    /** Writes the file unless it is another by now than the one that was read; says whether it did. */
    async function write(file: BackupFile, found: File): Promise<boolean> {
      const courses = [...imports.getState().kept, ...unknownCourses(others, imports)]
      const content = await work.makeBackup(journal.getState().forThread(), courses, clock.now())
      const writable = await file.createWritable()
      await writable.write(content)
      const { lastModified, size } = await file.getFile()
      if (lastModified !== found.lastModified || size !== found.size) {
        await writable.abort()
        return false
      }
      await writable.close()
      const { backup, reviews } = journal.getState().learned
      if (backup === null || backup.reviews < reviews) journal.getState().record({ kind: 'backed-up' })
      return true
    }

    async function run(isNew: boolean): Promise<void> {
      if (folder === null) return
      running ??= bring(folder, isNew).finally(() => {
        running = null
      })
      await running
    }

    return {
      step: { kind: pick === null ? 'unsupported' : 'none' },
      async start() {
        if (pick === null) return
        const remembered = await folders.read()
        // The person may have chosen one meanwhile.
        if (remembered === null || folder !== null) return
        folder = remembered
        const isAllowed = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
        if (isAllowed === 'granted') await run(false)
        else set({ step: { kind: 'locked', name: folder.name } })
      },
      async choose() {
        try {
          const chosen = await pick?.()
          if (chosen === undefined || chosen === null) return
          folder = chosen
          modified = null
          await run(true)
          if (get().step.kind === 'kept') await folders.put(chosen)
        } catch (error) {
          set({ step: { kind: 'stuck', name: folder?.name ?? '', why: messageOf(error) } })
        }
      },
      async allow() {
        if ((await folder?.requestPermission?.({ mode: 'readwrite' })) === 'granted') await run(false)
      },
      async sync() {
        if (get().step.kind !== 'locked') await run(false)
      },
      async stop() {
        folder = null
        set({ step: { kind: 'none' } })
        await folders.clear()
      },
    }
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
