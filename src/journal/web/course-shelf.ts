import type { DBSchema, IDBPDatabase } from 'idb'
import type { CourseId } from '../../model/ids.ts'
import type { ImportedCourse } from '../../model/imported-course.ts'
import { readCourse } from '../saved-course.ts'
import { isShelfThere, SHELF_DATABASE } from './shelf-database.ts'

const STORE = 'courses'

interface Shelf extends DBSchema {
  readonly courses: { readonly key: string; readonly value: unknown }
}

export interface ShelfContents {
  readonly courses: readonly ImportedCourse[]
  /** Records that no version known here wrote. They are left as they are. */
  readonly unreadable: number
}

/** Imported notes in IndexedDB. Every method rejects when the browser refuses storage. */
export class CourseShelf {
  private database: Promise<IDBPDatabase<Shelf>> | null = null

  /** All courses, the first imported first. Where none was ever imported, nothing is fetched or created. */
  async read(): Promise<ShelfContents> {
    if (!(await isShelfThere())) return { courses: [], unreadable: 0 }
    const records = await (await this.open()).getAll(STORE)
    const courses = records.flatMap((record) => readCourse(record) ?? [])
    return {
      courses: courses.toSorted((one, other) => one.savedAt - other.savedAt),
      unreadable: records.length - courses.length,
    }
  }

  /** Keeps a course, or its newer version. Fulfilled only when it is on the disk. */
  async put(course: ImportedCourse): Promise<void> {
    const transaction = (await this.open()).transaction(STORE, 'readwrite', { durability: 'strict' })
    await Promise.all([transaction.store.put(course, course.id), transaction.done])
  }

  async remove(id: CourseId): Promise<void> {
    await (await this.open()).delete(STORE, id)
  }

  async clear(): Promise<void> {
    if (await isShelfThere()) await (await this.open()).clear(STORE)
  }

  private open(): Promise<IDBPDatabase<Shelf>> {
    this.database ??= openShelf().catch((error: unknown) => {
      this.database = null
      throw error
    })
    return this.database
  }
}

/** Not needed for the first view, so it is fetched after it. */
async function openShelf(): Promise<IDBPDatabase<Shelf>> {
  const { openDB } = await import('idb')
  return openDB<Shelf>(SHELF_DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE)
    },
  })
}
