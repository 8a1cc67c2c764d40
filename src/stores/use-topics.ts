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
  const key = wanted.join(' ')
  useEffect(() => {
    for (const id of wanted) void load(id)
    // The ids are compared by their text: callers may build the list anew each time.
  }, [key, load])
  return useMemo(() => {
    const found = wanted.flatMap((id) => topics.get(id) ?? [])
    if (found.length === wanted.length) return { kind: 'ready', value: found }
    const retry = () => {
      for (const id of wanted) void load(id)
    }
    return wanted.some((id) => failed.has(id)) ? { kind: 'failed', retry } : { kind: 'loading' }
  }, [key, topics, failed, load])
}

/** The text of every topic of every course. */
export function useAllTopics(): Loading<readonly Topic[]> {
  const manifests = useCourses((state) => state.manifests)
  const isRestoring = useCourses((state) => state.isRestoring)
  const topics = useTopics(useMemo(() => topicIds(manifests), [manifests]))
  return useMemo(() => (isRestoring ? { kind: 'loading' } : topics), [isRestoring, topics])
}
