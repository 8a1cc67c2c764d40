import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { TopicItems } from '../model/authored-items.ts'
import { manifestOf } from '../model/course.ts'
import type { Course, Manifest } from '../model/course.ts'
import type { CourseId, TopicId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { fetcherOf } from './fetcher.ts'
import type { Loaders } from './fetcher.ts'

export interface CourseState {
  /** Built-in courses first, then imported ones. */
  readonly manifests: readonly Manifest[]
  /** Whether imported courses may still be on their way. */
  readonly isRestoring: boolean
  readonly topics: ReadonlyMap<TopicId, Topic>
  /** Topics whose text could not be fetched. */
  readonly failed: ReadonlySet<TopicId>
  /** The questions beside the topics. */
  readonly items: ReadonlyMap<TopicId, readonly Item[]>
  /** Topics whose questions could not be fetched. */
  readonly itemsFailed: ReadonlySet<TopicId>
  /** Fetches a topic's text, once. Null when that failed; calling again tries again. */
  readonly load: (id: TopicId) => Promise<Topic | null>
  /** Fetches the questions beside a topic, alike. */
  readonly loadItems: (id: TopicId) => Promise<readonly Item[] | null>
  /** Takes in notes, and questions beside them, that were edited while the app runs. */
  readonly replace: (manifests: readonly Manifest[], topics: readonly Topic[], authored?: readonly TopicItems[]) => void
  /** Adds an imported course, or its newer version. */
  readonly add: (course: Course) => void
  readonly remove: (course: CourseId) => void
  readonly setRestoring: (isRestoring: boolean) => void
}

export type CourseStore = StoreApi<CourseState>

/** The courses: their contents at once, each topic's text and the questions beside it when they are asked for. */
export function createCourseStore(
  manifests: readonly Manifest[],
  loaders: Loaders<Topic>,
  itemLoaders: Loaders<readonly Item[]> = {},
): CourseStore {
  const imported = new Set<CourseId>()
  return createStore<CourseState>()((set, get) => ({
    manifests,
    isRestoring: false,
    topics: new Map(),
    failed: new Set(),
    items: new Map(),
    itemsFailed: new Set(),
    load: fetcherOf(
      loaders,
      () => ({ loaded: get().topics, failed: get().failed }),
      ({ loaded: topics, failed }) => set({ topics, failed }),
    ),
    loadItems: fetcherOf(
      itemLoaders,
      () => ({ loaded: get().items, failed: get().itemsFailed }),
      ({ loaded: items, failed: itemsFailed }) => set({ items, itemsFailed }),
    ),
    replace(fresh, changed, authored = []) {
      const all = [...fresh, ...get().manifests.filter(({ id }) => imported.has(id))]
      const topics = replaced(
        get().topics,
        new Set(topicIds(all)),
        changed.map((topic) => [topic.id, topic]),
      )
      const items = replaced(
        get().items,
        new Set(topicsWithItems(all)),
        authored.map((file) => [file.topic, file.items]),
      )
      const failed = new Set([...get().failed].filter((id) => !topics.has(id)))
      const itemsFailed = new Set([...get().itemsFailed].filter((id) => !items.has(id)))
      set({ manifests: all, topics, items, failed, itemsFailed })
    },
    add(course) {
      imported.add(course.id)
      const topics = withoutCourse(get().topics, course.id)
      for (const topic of course.topics) topics.set(topic.id, topic)
      const items = withoutCourse(get().items, course.id)
      for (const file of course.authored) items.set(file.topic, file.items)
      const manifest = manifestOf(course)
      const isKnown = get().manifests.some(({ id }) => id === course.id)
      const all = isKnown
        ? get().manifests.map((each) => (each.id === course.id ? manifest : each))
        : [...get().manifests, manifest]
      set({ manifests: all, topics, items })
    },
    remove(course) {
      imported.delete(course)
      set({
        manifests: get().manifests.filter(({ id }) => id !== course),
        topics: withoutCourse(get().topics, course),
        items: withoutCourse(get().items, course),
      })
    },
    setRestoring(isRestoring) {
      set({ isRestoring })
    },
  }))
}

/** What is still known, with what changed. */
function replaced<T>(
  old: ReadonlyMap<TopicId, T>,
  known: ReadonlySet<TopicId>,
  changed: readonly (readonly [TopicId, T])[],
): Map<TopicId, T> {
  return new Map([...[...old].filter(([id]) => known.has(id)), ...changed])
}

/** A topic's id begins with its course. */
function withoutCourse<T>(values: ReadonlyMap<TopicId, T>, course: CourseId): Map<TopicId, T> {
  return new Map([...values].filter(([id]) => !id.startsWith(`${course}/`)))
}

/** The topics of all courses, in order. */
export function topicIds(manifests: readonly Manifest[]): readonly TopicId[] {
  return manifests.flatMap(({ topics }) => topics.map(({ id }) => id))
}

/** Those beside which questions stand. */
export function topicsWithItems(manifests: readonly Manifest[]): readonly TopicId[] {
  return manifests.flatMap(({ topics }) => topics.flatMap(({ id, items }) => (items > 0 ? [id] : [])))
}
