import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { CourseShelf } from '../journal/web/course-shelf.ts'
import { courseId, slug } from '../model/ids.ts'
import type { CourseId } from '../model/ids.ts'
import type { ImportedCourse, RefusedFile } from '../model/imported-course.ts'
import { withoutExportMark } from '../model/notes-file.ts'
import type { NotesFile } from '../model/notes-file.ts'
import { followed } from '../model/renames.ts'
import type { Clock } from './clock.ts'
import type { CourseStore } from './course-store.ts'
import type { JournalStore } from './journal-store.ts'
import type { QuestionPreview } from './course-preview.ts'
import type { CompiledNotes, CompileNotes } from './notes-compiler.ts'

/** Notes that are looked at before they are kept. */
export interface Draft extends CompiledNotes {
  readonly files: readonly NotesFile[]
  readonly refused: readonly RefusedFile[]
  /** Null while they are being made. */
  readonly questions: QuestionPreview | null
  /** The course that this is a newer version of. */
  readonly replaces: ImportedCourse | null
}

export type ImportStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'compiling'; readonly done: number; readonly total: number }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly refused: readonly RefusedFile[] }
  | { readonly kind: 'broken'; readonly message: string }

export interface ImportState {
  readonly step: ImportStep
  /** Imported courses, as they are kept. */
  readonly kept: readonly ImportedCourse[]
  /** The course that was just removed, to be taken back. */
  readonly removed: ImportedCourse | null
  /** Why imported notes are not kept; null when all is well. */
  readonly trouble: string | null
  /** Reads what was kept, and adds it to the courses. */
  readonly restore: () => Promise<void>
  /** Compiles files for a look. */
  readonly open: (
    files: readonly NotesFile[],
    refused: readonly RefusedFile[],
    replaces: ImportedCourse | null,
  ) => Promise<void>
  /** Ends the compiling, or puts the draft away. */
  readonly cancel: () => void
  readonly keep: (title: string) => Promise<void>
  readonly remove: (course: ImportedCourse) => Promise<void>
  readonly undoRemove: () => Promise<void>
  /** Takes in a course as it was kept, here or elsewhere. */
  readonly putBack: (course: ImportedCourse) => Promise<void>
}

export type ImportStore = StoreApi<ImportState>

/** Where imported courses are kept. */
export type Shelf = Pick<CourseShelf, 'read' | 'put' | 'remove'>

const NOT_KEPT = 'Your browser does not let this page keep notes: they are here until you close it.'

/** Takes in notes of the person's own: compiled in a worker, kept in the browser. */
export function createImportStore(
  shelf: Shelf,
  compile: CompileNotes,
  courses: CourseStore,
  clock: Clock,
  journal: Pick<JournalStore, 'getState'>,
): ImportStore {
  let running: (() => void) | null = null
  return createStore<ImportState>()((set, get) => {
    /** A refusal of the browser is told, and the notes stay usable until the page is closed. */
    async function stored(work: Promise<unknown>): Promise<void> {
      try {
        await work
        set({ trouble: null })
      } catch {
        set({ trouble: NOT_KEPT })
      }
    }
    async function show(course: ImportedCourse): Promise<void> {
      const { result, cancel } = compile(course.id, course.files, () => undefined)
      journal.getState().follow(course)
      courses.getState().add({ ...(await result).course, title: course.title, renames: course.renames })
      cancel()
    }
    function freeId(name: string): CourseId {
      const taken = new Set<string>(courses.getState().manifests.map(({ id }) => id))
      const base = slug(withoutExportMark(name)) || 'notes'
      let free = base
      for (let copy = 2; taken.has(free); copy += 1) free = `${base}-${copy}`
      return courseId(free)
    }
    return {
      step: { kind: 'idle' },
      kept: [],
      removed: null,
      trouble: null,
      async restore() {
        courses.getState().setRestoring(true)
        try {
          const { courses: kept, unreadable } = await shelf.read()
          set({ kept })
          if (unreadable > 0)
            set({
              trouble: 'Some imported notes could not be read: a newer version wrote them. They are left as they are.',
            })
          await Promise.all(kept.map(show))
        } catch {
          set({ trouble: NOT_KEPT })
        } finally {
          courses.getState().setRestoring(false)
        }
      },
      async open(files, refused, replaces) {
        get().cancel()
        const [first] = files
        if (first === undefined) {
          set({ step: { kind: 'refused', refused } })
          return
        }
        const id = replaces?.id ?? freeId(nameOf(files, first))
        set({ step: { kind: 'compiling', done: 0, total: files.length } })
        const progress = (done: number) => set({ step: { kind: 'compiling', done, total: files.length } })
        const { result, questions, cancel } = compile(id, files, progress, replaces?.files ?? null)
        running = cancel
        // An answer that comes after a cancel, or after other files were opened, is no longer wanted.
        const show = (step: ImportStep) => {
          if (running === cancel) set({ step })
        }
        const fail = (error: unknown) => {
          show({ kind: 'broken', message: error instanceof Error ? error.message : String(error) })
        }
        try {
          const draft = { ...(await result), files, refused, replaces }
          show({ kind: 'draft', draft: { ...draft, questions: null } })
          // The preview stands; nobody has to wait for the questions.
          if (running === cancel)
            void questions().then((made) => show({ kind: 'draft', draft: { ...draft, questions: made } }), fail)
        } catch (error) {
          fail(error)
        }
      },
      cancel() {
        running?.()
        running = null
        set({ step: { kind: 'idle' } })
      },
      async keep(title) {
        const { step, kept } = get()
        if (step.kind !== 'draft') return
        running?.()
        running = null
        const { course, files, replaces } = step.draft
        const living = new Set(course.topics.flatMap(({ facts }) => facts.map(({ id }) => id)))
        const renames = followed(replaces?.renames ?? [], step.draft.renames, living)
        const saved: ImportedCourse = {
          id: course.id,
          title,
          files,
          savedAt: replaces?.savedAt ?? clock.now(),
          renames,
        }
        // On the disk first: who sees the course among the others may close the page.
        await stored(shelf.put(saved))
        journal.getState().follow(saved)
        courses.getState().add({ ...course, title, renames })
        set({ step: { kind: 'idle' }, kept: [...kept.filter(({ id }) => id !== saved.id), saved] })
      },
      async remove(course) {
        courses.getState().remove(course.id)
        set({ kept: get().kept.filter(({ id }) => id !== course.id), removed: course })
        await stored(shelf.remove(course.id))
      },
      async undoRemove() {
        const { removed } = get()
        set({ removed: null })
        if (removed !== null) await get().putBack(removed)
      },
      async putBack(course) {
        set({ kept: [...get().kept, course] })
        await Promise.all([show(course), stored(shelf.put(course))])
      },
    }
  })
}

/** The folder that all files stand in, else the first file. */
function nameOf(files: readonly NotesFile[], first: NotesFile): string {
  const folder = first.path.includes('/') ? (first.path.split('/')[0] ?? '') : ''
  const isShared = folder !== '' && files.every(({ path }) => path.startsWith(`${folder}/`))
  return isShared ? folder : first.path.replace(/^.*\//, '').replace(/\.\w+$/, '')
}
