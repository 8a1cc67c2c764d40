import * as v from 'valibot'
import { courseId, factIdOf } from '../model/ids.ts'
import type { ImportedCourse } from '../model/imported-course.ts'
import { instant } from '../model/time.ts'

const FactName = v.pipe(v.string(), v.transform(factIdOf))

const SavedCourse = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.transform(courseId)),
  title: v.string(),
  files: v.array(v.object({ path: v.string(), text: v.string() })),
  savedAt: v.pipe(v.number(), v.transform(instant)),
  // Courses that were kept before renames were have none.
  renames: v.optional(v.array(v.tuple([FactName, FactName])), []),
})

/** Takes what came from outside for imported notes. Null when it is none that this version knows. */
export function readCourse(data: unknown): ImportedCourse | null {
  const saved = v.safeParse(SavedCourse, data)
  return saved.success ? saved.output : null
}
