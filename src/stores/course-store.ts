import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Manifest } from '../model/course.ts'
import type { TopicId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'

export type TopicLoaders = Readonly<Record<string, () => Promise<Topic>>>

export interface CourseState {
  readonly manifests: readonly Manifest[]
  readonly topics: ReadonlyMap<TopicId, Topic>
  /** Topics whose text could not be fetched. */
  readonly failed: ReadonlySet<TopicId>
  /** Fetches a topic's text, once. Null when that failed; calling again tries again. */
  readonly load: (id: TopicId) => Promise<Topic | null>
  /** Takes in notes that were edited while the app runs. */
  readonly replace: (manifests: readonly Manifest[], topics: readonly Topic[]) => void
}

export type CourseStore = StoreApi<CourseState>

/** The courses: their contents at once, each topic's text when it is asked for. */
export function createCourseStore(manifests: readonly Manifest[], loaders: TopicLoaders): CourseStore {
  const pending = new Map<TopicId, Promise<Topic | null>>()
  return createStore<CourseState>()((set, get) => {
    async function fetchTopic(id: TopicId): Promise<Topic | null> {
      try {
        const topic = (await loaders[id]?.()) ?? null
        if (topic !== null)
          set(({ topics, failed }) => ({ topics: new Map(topics).set(id, topic), failed: without(failed, id) }))
        return topic
      } catch {
        set(({ failed }) => ({ failed: new Set(failed).add(id) }))
        return null
      } finally {
        pending.delete(id)
      }
    }
    return {
      manifests,
      topics: new Map(),
      failed: new Set(),
      load(id) {
        const loaded = get().topics.get(id)
        if (loaded !== undefined) return Promise.resolve(loaded)
        const running = pending.get(id) ?? fetchTopic(id)
        pending.set(id, running)
        return running
      },
      replace(fresh, changed) {
        const topics = new Map(get().topics)
        for (const topic of changed) topics.set(topic.id, topic)
        set({ manifests: fresh, topics })
      },
    }
  })
}

function without(failed: ReadonlySet<TopicId>, id: TopicId): ReadonlySet<TopicId> {
  return new Set([...failed].filter((other) => other !== id))
}

/** The topics of all courses, in order. */
export function topicIds(manifests: readonly Manifest[]): readonly TopicId[] {
  return manifests.flatMap(({ topics }) => topics.map(({ id }) => id))
}
