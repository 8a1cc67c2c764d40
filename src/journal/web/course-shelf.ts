import type { CourseId } from '../../model/ids.ts'
import type { ImportedCourse } from '../../model/imported-course.ts'
import { readCourse } from '../saved-course.ts'
import { COURSES_DATABASE, isDatabaseThere, LazyDatabase } from './lazy-database.ts'

export interface ShelfContents {
  readonly courses: readonly ImportedCourse[]
  /** Records that no version known here wrote. They are left as they are. */
  readonly unreadable: number
}

/** Imported notes in IndexedDB. Every method rejects when the browser refuses storage. */
export class CourseShelf {
  private readonly database = new LazyDatabase(COURSES_DATABASE, 'courses')

  /** All courses, the first imported first. Where none was ever imported, nothing is fetched or created. */
  async read(): Promise<ShelfContents> {
    if (!(await isDatabaseThere(COURSES_DATABASE))) return { courses: [], unreadable: 0 }
    const records: readonly unknown[] = await (await this.database.open()).getAll(this.database.store)
    const courses = records.flatMap((record) => readCourse(record) ?? [])
    return {
      courses: courses.toSorted((one, other) => one.savedAt - other.savedAt),
      unreadable: records.length - courses.length,
    }
  }

  /** Keeps a course, or its newer version. Fulfilled only when it is on the disk. */
  async put(course: ImportedCourse): Promise<void> {
    const transaction = (await this.database.open()).transaction(this.database.store, 'readwrite', {
      durability: 'strict',
    })
    await Promise.all([transaction.store.put(course, course.id), transaction.done])
  }

  async remove(id: CourseId): Promise<void> {
    await (await this.database.open()).delete(this.database.store, id)
  }

  clear(): Promise<void> {
    return this.database.clear()
  }
}
