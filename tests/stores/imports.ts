import { compileCourse } from '../../src/compiler/compile-course.ts'
import { renamesBetween } from '../../src/compiler/identity/check-ledger.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { CourseId } from '../../src/model/ids.ts'
import type { ImportedCourse } from '../../src/model/imported-course.ts'
import { instant } from '../../src/model/time.ts'
import { previewOf, questionsOf } from '../../src/stores/course-preview.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { createImportStore } from '../../src/stores/import-store.ts'
import type { Shelf } from '../../src/stores/import-store.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import type { CompileNotes } from '../../src/stores/notes-compiler.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

export const PORTS = '# Ports\n\n| Protocol | Port |\n|---|---|\n| HTTP | 80 |\n| SSH | 22 |\n'
const CLOCK = { now: () => instant(1_000), offset: () => 0 }

/** Compiles at once; the browser does the same in a worker. */
export const compile: CompileNotes = (id, files, onProgress, before = null) => {
  const { value, diagnostics } = compileCourse(id, files)
  files.forEach((_, place) => onProgress(place + 1))
  const news = before === null ? null : renamesBetween(compileCourse(id, before).value, value)
  const result = Promise.resolve({
    course: value,
    diagnostics: [...diagnostics, ...(news?.diagnostics ?? [])],
    preview: previewOf(value.topics),
    renames: news?.renames ?? [],
  })
  return { result, questions: () => Promise.resolve(questionsOf(value.topics)), cancel: () => undefined }
}

export class MemoryShelf implements Shelf {
  readonly courses = new Map<string, ImportedCourse>()
  unreadable = 0

  read() {
    return Promise.resolve({ courses: [...this.courses.values()], unreadable: this.unreadable })
  }

  put(course: ImportedCourse) {
    this.courses.set(course.id, course)
    return Promise.resolve()
  }

  remove(id: CourseId) {
    this.courses.delete(id)
    return Promise.resolve()
  }
}

export class LockedShelf implements Shelf {
  read = () => Promise.reject(new Error('blocked'))
  put = () => Promise.reject(new Error('blocked'))
  remove = () => Promise.reject(new Error('blocked'))
}

/** A page with imports, on a shelf of its own. */
export function opened(
  shelf: Shelf = new MemoryShelf(),
  compiler: CompileNotes = compile,
  storage = new TemporaryStorage(),
  writer = 'page',
) {
  const courses = createCourseStore([], {})
  const journal = createJournalStore(new LocalJournal(storage, writer), CLOCK, writer)
  const imports = createImportStore(shelf, compiler, courses, CLOCK, journal)
  const titles = () => courses.getState().manifests.map(({ title }) => title)
  return { courses, imports, titles, journal, now: () => imports.getState() }
}

export const ports = [{ path: 'Network notes.md', text: PORTS }]
