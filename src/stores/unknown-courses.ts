import type { ImportedCourse } from '../model/imported-course.ts'
import type { ImportStore } from './import-store.ts'

/** Those of a backup that are not here yet. */
export function unknownCourses(courses: readonly ImportedCourse[], imports: ImportStore): readonly ImportedCourse[] {
  const known = new Set(imports.getState().kept.map(({ id }) => id))
  return courses.filter(({ id }) => !known.has(id))
}
