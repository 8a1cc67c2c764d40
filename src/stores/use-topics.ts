import { useEffect, useMemo } from 'react'
import type { TopicId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { topicIds } from './course-store.ts'
import { useCourses } from './services.ts'

/** `failed` can be tried again. */
export type Loading<T> =
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }

/** The text of some topics, loaded when first asked for. */
export function useTopics(wanted: readonly TopicId[]): Loading<readonly Topic[]> {
  const load = useCourses((state) => state.load)
  const topics = useCourses((state) => state.topics)
  const failed = useCourses((state) => state.failed)
  return useFetched(wanted, topics, failed, load)
}

/** What is known of some topics or courses, in their order, loaded when first asked for. */
export function useFetched<Id extends string, T>(
  wanted: readonly Id[],
  loaded: ReadonlyMap<Id, T>,
  failed: ReadonlySet<Id>,
  load: (id: Id) => Promise<T | null>,
): Loading<readonly T[]> {
  const key = wanted.join(' ')
  useEffect(() => {
    for (const id of wanted) void load(id)
    // The ids are compared by their text: callers may build the list anew each time.
  }, [key, load])
  return useMemo(() => {
    const found = wanted.flatMap((id) => {
      const value = loaded.get(id)
      return value === undefined ? [] : [value]
    })
    if (found.length === wanted.length) return { kind: 'ready', value: found }
    const retry = () => {
      for (const id of wanted) void load(id)
    }
    return wanted.some((id) => failed.has(id)) ? { kind: 'failed', retry } : { kind: 'loading' }
  }, [key, loaded, failed, load])
}

/** The text of every topic of every course. */
export function useAllTopics(): Loading<readonly Topic[]> {
  const manifests = useCourses((state) => state.manifests)
  const isRestoring = useCourses((state) => state.isRestoring)
  const topics = useTopics(useMemo(() => topicIds(manifests), [manifests]))
  return useMemo(() => (isRestoring ? { kind: 'loading' } : topics), [isRestoring, topics])
}
