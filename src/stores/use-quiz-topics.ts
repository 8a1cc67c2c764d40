import { useMemo } from 'react'
import { withAuthored } from '../model/authored-items.ts'
import type { TopicId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { topicIds, topicsWithItems } from './course-store.ts'
import { useCourses } from './services.ts'
import { useFetched, useTopics } from './use-topics.ts'
import type { Loading } from './use-topics.ts'

/** What was joined before: the questions of a topic are made once for each version of it. */
const known = new WeakMap<Topic, { readonly items: readonly Item[]; readonly joined: Topic }>()

/** Some topics with all that can be asked of them: the questions that stand beside the notes among their own. */
export function useQuizTopics(wanted: readonly TopicId[]): Loading<readonly Topic[]> {
  const manifests = useCourses((state) => state.manifests)
  const load = useCourses((state) => state.loadItems)
  const items = useCourses((state) => state.items)
  const failed = useCourses((state) => state.itemsFailed)
  const topics = useTopics(wanted)
  const key = wanted.join(' ')
  const having = useMemo(() => {
    const beside = new Set(topicsWithItems(manifests))
    return wanted.filter((id) => beside.has(id))
  }, [manifests, key])
  const authored = useFetched(having, items, failed, load)
  return useMemo(() => {
    const failures = [topics, authored].filter((each) => each.kind === 'failed')
    if (failures.length > 0) return { kind: 'failed', retry: () => failures.forEach(({ retry }) => retry()) }
    if (topics.kind !== 'ready' || authored.kind !== 'ready') return { kind: 'loading' }
    const beside = new Map(having.map((id, at) => [id, authored.value[at] ?? []]))
    return { kind: 'ready', value: topics.value.map((topic) => joined(topic, beside.get(topic.id))) }
  }, [topics, authored, having])
}

/** Every topic of every course, alike. */
export function useAllQuizTopics(): Loading<readonly Topic[]> {
  const manifests = useCourses((state) => state.manifests)
  const isRestoring = useCourses((state) => state.isRestoring)
  const topics = useQuizTopics(useMemo(() => topicIds(manifests), [manifests]))
  return useMemo(() => (isRestoring ? { kind: 'loading' } : topics), [isRestoring, topics])
}

function joined(topic: Topic, items: readonly Item[] | undefined): Topic {
  if (items === undefined) return topic
  const before = known.get(topic)
  if (before?.items === items) return before.joined
  const [whole = topic] = withAuthored([topic], [{ topic: topic.id, items }])
  known.set(topic, { items, joined: whole })
  return whole
}
