import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { RestorePreview } from '../journal/restore-preview.ts'
import { revisionsBack, revisionsFor } from '../journal/restoring.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { Clock } from './clock.ts'
import type { ImportStore } from './import-store.ts'
import type { JournalStore } from './journal-store.ts'
import type { BackupRefusal, JournalWork } from './journal-work.ts'
import { unknownCourses } from './unknown-courses.ts'

type RestoreWay = 'merge' | 'replace'

/** A backup that is looked at before anything is done with it. */
export interface BackupPreview extends RestorePreview {
  /** Where it is from: the name of a file, or the day of a copy. */
  readonly from: string
  readonly made: string
  readonly skipped: number
  readonly isUnchanged: boolean
  /** Imported notes that are not here yet. */
  readonly courses: readonly ImportedCourse[]
}

export type BackupStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly why: BackupRefusal }
  | { readonly kind: 'preview'; readonly preview: BackupPreview }
  | { readonly kind: 'done'; readonly way: RestoreWay; readonly preview: BackupPreview }
  | { readonly kind: 'undone' }
  | { readonly kind: 'broken'; readonly message: string }

interface BackupState {
  readonly step: BackupStep
  /** The file to download. */
  readonly make: () => Promise<Blob>
  readonly open: (file: Blob, name: string) => Promise<void>
  /** Looks at a copy that the app made by itself. */
  readonly openSnapshot: (copy: Uint8Array, day: string) => Promise<void>
  readonly cancel: () => void
  readonly apply: (way: RestoreWay) => Promise<void>
  readonly undo: () => Promise<void>
}

export type BackupStore = StoreApi<BackupState>

/** Backups: made, looked at, merged or restored, and taken back. */
export function createBackupStore(
  journal: JournalStore,
  imports: ImportStore,
  work: JournalWork,
  clock: Clock,
): BackupStore {
  return createStore<BackupState>()((set, get) => ({
    step: { kind: 'idle' },
    async make() {
      const file = await work.makeBackup(journal.getState().forThread(), imports.getState().kept, clock.now())
      journal.getState().record({ kind: 'backed-up' })
      return file
    },
    async open(file, name) {
      set({ step: { kind: 'reading' } })
      try {
        const read = await work.readBackup(file, journal.getState().forThread())
        if (read.kind === 'refused') return set({ step: read })
        const courses = unknownCourses(read.courses, imports)
        const { made, skipped, isUnchanged, preview } = read
        set({ step: { kind: 'preview', preview: { ...preview, made, skipped, isUnchanged, from: name, courses } } })
      } catch (error) {
        set({ step: broken(error) })
      }
    },
    async openSnapshot(copy, day) {
      set({ step: { kind: 'reading' } })
      try {
        const preview = await work.lookAtCopy(copy, journal.getState().forThread())
        const about = { from: day, made: day, skipped: 0, isUnchanged: true, courses: [] }
        set({ step: { kind: 'preview', preview: { ...preview, ...about } } })
      } catch (error) {
        set({ step: broken(error) })
      }
    },
    cancel() {
      set({ step: { kind: 'idle' } })
    },
    async apply(way) {
      const { step } = get()
      if (step.kind !== 'preview') return
      const { changes, courses } = step.preview
      try {
        await journal.getState().adopt(step.preview.pack)
        for (const body of revisionsFor(changes, way)) journal.getState().record(body)
        for (const course of courses) await imports.getState().putBack(course)
        set({ step: { kind: 'done', way, preview: step.preview } })
      } catch (error) {
        set({ step: broken(error) })
      }
    },
    async undo() {
      const { step } = get()
      if (step.kind !== 'done') return
      const { changes, courses } = step.preview
      for (const body of revisionsBack(changes, step.way)) journal.getState().record(body)
      for (const course of courses) await imports.getState().remove(course)
      set({ step: { kind: 'undone' } })
    },
  }))
}

function broken(error: unknown): BackupStep {
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}
