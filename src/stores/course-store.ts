import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { TopicItems } from '../model/authored-items.ts'
import { manifestOf } from '../model/course.ts'
import type { Course, Manifest } from '../model/course.ts'
import type { CourseId, TopicId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import { outlineOf } from '../model/outline.ts'
import type { Outline } from '../model/outline.ts'
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
  /** The contents of the courses. */
  readonly outlines: ReadonlyMap<CourseId, Outline>
  /** Courses whose contents could not be fetched. */
  readonly outlinesFailed: ReadonlySet<CourseId>
  /** Fetches a topic's text, once. Null when that failed; calling again tries again. */
  readonly load: (id: TopicId) => Promise<Topic | null>
  /** Fetches the questions beside a topic, alike. */
  readonly loadItems: (id: TopicId) => Promise<readonly Item[] | null>
  /** Fetches the contents of a course, alike. */
  readonly loadOutline: (id: CourseId) => Promise<Outline | null>
  /** Takes in what was edited while the app runs. */
  readonly replace: (manifests: readonly Manifest[], edited: Edited) => void
  /** Adds an imported course, or its newer version. */
  readonly add: (course: Course) => void
  readonly remove: (course: CourseId) => void
  readonly setRestoring: (isRestoring: boolean) => void
}

/** Notes and questions beside them that changed, and the contents of the courses as they are now. */
interface Edited {
  readonly topics?: readonly Topic[]
  readonly authored?: readonly TopicItems[]
  readonly outlines?: readonly Outline[]
}

/** What fetches the parts of the built-in courses, by the ids of topics and of courses. */
export interface CourseLoaders {
  readonly topics?: Loaders<Topic>
  readonly items?: Loaders<readonly Item[]>
  readonly outlines?: Loaders<Outline>
}

export type CourseStore = StoreApi<CourseState>

/** The courses: which topics they have at once, all else when it is asked for. */
export function createCourseStore(manifests: readonly Manifest[], loaders: CourseLoaders = {}): CourseStore {
  const imported = new Set<CourseId>()
  return createStore<CourseState>()((set, get) => ({
    manifests,
    isRestoring: false,
    topics: new Map(),
    failed: new Set(),
    items: new Map(),
    itemsFailed: new Set(),
    outlines: new Map(),
    outlinesFailed: new Set(),
    load: fetcherOf(
      loaders.topics ?? {},
      () => ({ loaded: get().topics, failed: get().failed }),
      ({ loaded: topics, failed }) => set({ topics, failed }),
    ),
    loadItems: fetcherOf(
      loaders.items ?? {},
      () => ({ loaded: get().items, failed: get().itemsFailed }),
      ({ loaded: items, failed: itemsFailed }) => set({ items, itemsFailed }),
    ),
    loadOutline: fetcherOf(
      loaders.outlines ?? {},
      () => ({ loaded: get().outlines, failed: get().outlinesFailed }),
      ({ loaded: outlines, failed: outlinesFailed }) => set({ outlines, outlinesFailed }),
    ),
    replace(fresh, { topics: changed = [], authored = [], outlines: contents = [] }) {
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
      const outlines = replaced(
        get().outlines,
        new Set(all.map(({ id }) => id)),
        contents.map((outline) => [outline.id, outline]),
      )
      const outlinesFailed = new Set([...get().outlinesFailed].filter((id) => !outlines.has(id)))
      set({ manifests: all, topics, items, outlines, failed, itemsFailed, outlinesFailed })
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
      set({ manifests: all, topics, items, outlines: new Map(get().outlines).set(course.id, outlineOf(course)) })
    },
    remove(course) {
      imported.delete(course)
      set({
        manifests: get().manifests.filter(({ id }) => id !== course),
        topics: withoutCourse(get().topics, course),
        items: withoutCourse(get().items, course),
        outlines: new Map([...get().outlines].filter(([id]) => id !== course)),
      })
    },
    setRestoring(isRestoring) {
      set({ isRestoring })
    },
  }))
}

/** What is still known, with what changed. */
function replaced<Id, T>(
  old: ReadonlyMap<Id, T>,
  known: ReadonlySet<Id>,
  changed: readonly (readonly [Id, T])[],
): Map<Id, T> {
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
