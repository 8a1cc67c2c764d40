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
      if (get().failed.has(id)) set(({ failed }) => ({ failed: without(failed, id) }))
      try {
        const topic = await loaderOf(id)()
        // Notes that were edited meanwhile are newer than what was fetched.
        const current = get().topics.get(id) ?? topic
        set(({ topics }) => ({ topics: new Map(topics).set(id, current) }))
        return current
      } catch {
        set(({ failed }) => ({ failed: new Set(failed).add(id) }))
        return null
      }
    }

    function loaderOf(id: TopicId): () => Promise<Topic> {
      const loader = Object.hasOwn(loaders, id) ? loaders[id] : undefined
      if (loader === undefined) throw new Error(`Expected a loader for ${id}`)
      return loader
    }

    return {
      manifests,
      topics: new Map(),
      failed: new Set(),
      load(id) {
        const loaded = get().topics.get(id)
        if (loaded !== undefined) return Promise.resolve(loaded)
        const running = pending.get(id) ?? fetchTopic(id).finally(() => pending.delete(id))
        pending.set(id, running)
        return running
      },
      replace(fresh, changed) {
        const known = new Set(topicIds(fresh))
        const topics = new Map([...get().topics].filter(([id]) => known.has(id)))
        for (const topic of changed) topics.set(topic.id, topic)
        set({ manifests: fresh, topics, failed: new Set([...get().failed].filter((id) => !topics.has(id))) })
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
