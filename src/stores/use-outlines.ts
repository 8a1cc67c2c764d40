import { useMemo } from 'react'
import type { Outline } from '../model/outline.ts'
import { useCourses } from './services.ts'
import { useFetched } from './use-topics.ts'
import type { Loading } from './use-topics.ts'

/** The contents of every course, loaded when first asked for. */
export function useOutlines(): Loading<readonly Outline[]> {
  const manifests = useCourses((state) => state.manifests)
  const load = useCourses((state) => state.loadOutline)
  const outlines = useCourses((state) => state.outlines)
  const failed = useCourses((state) => state.outlinesFailed)
  const wanted = useMemo(() => manifests.map(({ id }) => id), [manifests])
  return useFetched(wanted, outlines, failed, load)
}
