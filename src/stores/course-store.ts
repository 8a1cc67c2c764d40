import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { manifestOf } from '../model/course.ts'
import type { Course, Manifest } from '../model/course.ts'
import type { CourseId, TopicId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'

export type TopicLoaders = Readonly<Record<string, () => Promise<Topic>>>

export interface CourseState {
  /** Built-in courses first, then imported ones. */
  readonly manifests: readonly Manifest[]
  /** Whether imported courses may still be on their way. */
  readonly isRestoring: boolean
  readonly topics: ReadonlyMap<TopicId, Topic>
  /** Topics whose text could not be fetched. */
  readonly failed: ReadonlySet<TopicId>
  /** Fetches a topic's text, once. Null when that failed; calling again tries again. */
  readonly load: (id: TopicId) => Promise<Topic | null>
  /** Takes in notes that were edited while the app runs. */
  readonly replace: (manifests: readonly Manifest[], topics: readonly Topic[]) => void
  /** Adds an imported course, or its newer version. */
  readonly add: (course: Course) => void
  readonly remove: (course: CourseId) => void
  readonly setRestoring: (isRestoring: boolean) => void
}

export type CourseStore = StoreApi<CourseState>

/** The courses: their contents at once, each topic's text when it is asked for. */
export function createCourseStore(manifests: readonly Manifest[], loaders: TopicLoaders): CourseStore {
  const pending = new Map<TopicId, Promise<Topic | null>>()
  const imported = new Set<CourseId>()
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
      isRestoring: false,
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
        const all = [...fresh, ...get().manifests.filter(({ id }) => imported.has(id))]
        const known = new Set(topicIds(all))
        const topics = new Map([...get().topics].filter(([id]) => known.has(id)))
        for (const topic of changed) topics.set(topic.id, topic)
        set({ manifests: all, topics, failed: new Set([...get().failed].filter((id) => !topics.has(id))) })
      },
      add(course) {
        imported.add(course.id)
        const topics = withoutCourse(get().topics, course.id)
        for (const topic of course.topics) topics.set(topic.id, topic)
        const manifest = manifestOf(course)
        const isKnown = get().manifests.some(({ id }) => id === course.id)
        const all = isKnown
          ? get().manifests.map((each) => (each.id === course.id ? manifest : each))
          : [...get().manifests, manifest]
        set({ manifests: all, topics })
      },
      remove(course) {
        imported.delete(course)
        set({
          manifests: get().manifests.filter(({ id }) => id !== course),
          topics: withoutCourse(get().topics, course),
        })
      },
      setRestoring(isRestoring) {
        set({ isRestoring })
      },
    }
  })
}

function without(failed: ReadonlySet<TopicId>, id: TopicId): ReadonlySet<TopicId> {
  return new Set([...failed].filter((other) => other !== id))
}

function withoutCourse(topics: ReadonlyMap<TopicId, Topic>, course: CourseId): Map<TopicId, Topic> {
  return new Map([...topics].filter(([, topic]) => topic.course !== course))
}

/** The topics of all courses, in order. */
export function topicIds(manifests: readonly Manifest[]): readonly TopicId[] {
  return manifests.flatMap(({ topics }) => topics.map(({ id }) => id))
}
