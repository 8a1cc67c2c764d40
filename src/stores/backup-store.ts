import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { JournalEvent } from '../journal/event.ts'
import { unpack } from '../journal/pack/unpack.ts'
import { compare, revisionsBack, revisionsFor } from '../journal/restoring.ts'
import type { Comparison } from '../journal/restoring.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import type { BackupRefusal, BackupWork } from './backup-work.ts'
import type { Clock } from './clock.ts'
import type { ImportStore } from './import-store.ts'
import type { JournalStore } from './journal-store.ts'

type RestoreWay = 'merge' | 'replace'

/** A backup that is looked at before anything is done with it. */
export interface BackupPreview {
  /** Where it is from: the name of a file, or the day of a copy. */
  readonly from: string
  readonly made: string
  readonly skipped: number
  readonly isUnchanged: boolean
  readonly comparison: Comparison
  readonly missing: Tally
  readonly extra: Tally
  /** Imported notes that are not here yet. */
  readonly courses: readonly ImportedCourse[]
}

/** What events are worth to the person. */
export interface Tally {
  readonly cards: number
  readonly quizzes: number
  readonly others: number
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
  readonly openSnapshot: (events: readonly JournalEvent[], day: string) => void
  readonly cancel: () => void
  readonly apply: (way: RestoreWay) => Promise<void>
  readonly undo: () => Promise<void>
}

export type BackupStore = StoreApi<BackupState>

/** Backups: made, looked at, merged or restored, and taken back. */
export function createBackupStore(
  journal: JournalStore,
  imports: ImportStore,
  work: BackupWork,
  clock: Clock,
): BackupStore {
  function look(
    events: readonly JournalEvent[],
    about: Pick<BackupPreview, 'from' | 'made' | 'skipped' | 'isUnchanged' | 'courses'>,
  ): BackupStep {
    const here = journal.getState().all()
    const comparison = compare(here, events)
    const extras = new Set(comparison.extra)
    return {
      kind: 'preview',
      preview: {
        ...about,
        comparison,
        missing: tallyOf(comparison.missing),
        extra: tallyOf(here.filter(({ id }) => extras.has(id))),
      },
    }
  }

  return createStore<BackupState>()((set, get) => ({
    step: { kind: 'idle' },
    async make() {
      const all = journal.getState().all()
      const file = await work.make(all, imports.getState().kept, clock.now())
      journal.getState().record({ kind: 'backed-up' })
      return file
    },
    async open(file, name) {
      set({ step: { kind: 'reading' } })
      try {
        const read = await work.read(file)
        if (read.kind === 'refused') return set({ step: read })
        const known = new Set(imports.getState().kept.map(({ id }) => id))
        const courses = read.courses.filter(({ id }) => !known.has(id))
        set({ step: look(unpack(read.events).events, { ...read, from: name, courses }) })
      } catch (error) {
        set({ step: broken(error) })
      }
    },
    openSnapshot(events, day) {
      set({ step: look(events, { from: day, made: day, skipped: 0, isUnchanged: true, courses: [] }) })
    },
    cancel() {
      set({ step: { kind: 'idle' } })
    },
    async apply(way) {
      const { step } = get()
      if (step.kind !== 'preview') return
      const { comparison, courses } = step.preview
      try {
        await journal.getState().adopt(comparison.missing)
        for (const body of revisionsFor(comparison, way)) journal.getState().record(body)
        for (const course of courses) await imports.getState().putBack(course)
        set({ step: { kind: 'done', way, preview: step.preview } })
      } catch (error) {
        set({ step: broken(error) })
      }
    },
    async undo() {
      const { step } = get()
      if (step.kind !== 'done') return
      const { comparison, courses } = step.preview
      for (const body of revisionsBack(comparison, step.way)) journal.getState().record(body)
      for (const course of courses) await imports.getState().remove(course)
      set({ step: { kind: 'undone' } })
    },
  }))
}

function broken(error: unknown): BackupStep {
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}

function tallyOf(events: readonly JournalEvent[]): Tally {
  const cards = events.filter(({ kind }) => kind === 'reviewed').length
  const quizzes = events.filter(({ kind }) => kind === 'attempt-started').length
  return { cards, quizzes, others: events.length - cards - quizzes }
}
