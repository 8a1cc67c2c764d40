import { useMemo } from 'react'
import type { Attempt } from '../model/attempt.ts'
import type { Manifest } from '../model/course.ts'
import { useCourses } from './services.ts'

/** The course that all items of an attempt come from: an item's id begins with it. Null where it is gone, or there are several. */
export function courseOf({ items }: Pick<Attempt, 'items'>, manifests: readonly Manifest[]): Manifest | null {
  return manifests.find(({ id }) => items.every((item) => item.startsWith(`${id}/`))) ?? null
}

export function useCourseOf(attempt: Attempt): Manifest | null {
  const manifests = useCourses((state) => state.manifests)
  return useMemo(() => courseOf(attempt, manifests), [attempt.items, manifests])
}
