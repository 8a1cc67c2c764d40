import { CourseShelf } from '../journal/web/course-shelf.ts'
import type { Clock } from '../stores/clock.ts'
import type { CourseStore } from '../stores/course-store.ts'
import { createImportStore } from '../stores/import-store.ts'
import type { ImportStore } from '../stores/import-store.ts'
import type { JournalStore } from '../stores/journal-store.ts'
import { compileInWorker } from './compile-in-worker.ts'

/** What takes in notes, keeps them in this browser and compiles them in a worker. */
export function createImports(courses: CourseStore, clock: Clock, journal: JournalStore): ImportStore {
  return createImportStore(new CourseShelf(), compileInWorker, courses, clock, journal)
}
