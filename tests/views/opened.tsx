import { NO_VOCABULARY } from '../../src/model/background.ts'
import { cleanup, configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useLayoutEffect } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach } from 'vitest'
import { App } from '../../src/app/app.tsx'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { compileItems } from '../../src/compiler/compile-items.ts'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import type { EventBody } from '../../src/journal/event.ts'
import { placeAt } from '../../src/journal/web/attempt-lock.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { KeyValueStorage } from '../../src/journal/web/key-value-storage.ts'
import type { AuthoredItems } from '../../src/model/authored-items.ts'
import { manifestOf } from '../../src/model/course.ts'
import { outlineOf } from '../../src/model/outline.ts'
import type { AboutSection, Blueprint } from '../../src/model/course.ts'
import { courseId } from '../../src/model/ids.ts'
import type { AttemptId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { randomFrom } from '../../src/model/random.ts'
import { instant } from '../../src/model/time.ts'
import type { Topic } from '../../src/model/topic.ts'
import { previewOf, questionsOf } from '../../src/stores/course-preview.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { createImportStore } from '../../src/stores/import-store.ts'
import type { Shelf } from '../../src/stores/import-store.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import type { CompileNotes } from '../../src/stores/notes-compiler.ts'
import { ServicesContext } from '../../src/stores/services.ts'
import type { AskedItems, Services } from '../../src/stores/services.ts'
import { missingInJsdom } from './missing-in-jsdom.ts'
import { NOTES } from './notes.ts'
import { upkeepOf } from './upkeep.ts'

missingInJsdom()
// A screen's own code is compiled when it is first opened.
configure({ asyncUtilTimeout: 20_000 })
afterEach(cleanup)

/** Tuesday noon, where local time is UTC. */
const NOON = Date.UTC(2026, 10, 24, 12)
const DAY = 86_400_000

/** A browser's storage that is nothing but a map. */
export class MapStorage implements KeyValueStorage {
  readonly map = new Map<string, string>()

  get length(): number {
    return this.map.size
  }

  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null
  }

  getItem(key: string): string | null {
    return this.map.get(key) ?? null
  }

  removeItem(key: string): void {
    this.map.delete(key)
  }

  setItem(key: string, value: string): void {
    this.map.set(key, value)
  }
}

/** Where no course of one's own was kept yet. */
const EMPTY_SHELF: Shelf = {
  read: () => Promise.resolve({ courses: [], unreadable: 0 }),
  put: () => Promise.resolve(),
  remove: () => Promise.resolve(),
}

/** Compiles at once; the browser does the same in a worker. */
const compileNow: CompileNotes = (id, files) => {
  const { value, diagnostics } = compileCourse(id, files)
  const result = Promise.resolve({ course: value, diagnostics, preview: previewOf(value.topics), renames: [] })
  return { result, questions: () => Promise.resolve(questionsOf(value.topics)), cancel: () => undefined }
}

/** Keeps the items of attempts for as long as the page is there. */
function asAsked(): AskedItems {
  const kept = new Map<AttemptId, readonly Item[]>()
  return {
    put: (attempt, items) => Promise.resolve(void kept.set(attempt, items)),
    get: (attempt) => Promise.resolve(kept.get(attempt) ?? null),
    peek: (attempt) => kept.get(attempt) ?? null,
  }
}

interface Setting {
  readonly notes?: string
  /** Questions that stand beside them. */
  readonly items?: string
  /** The exam that they are for. */
  readonly blueprint?: Blueprint
  /** What the course says about itself. */
  readonly about?: readonly AboutSection[]
  /** What was done before, and how many days ago. */
  readonly past?: (topic: Topic) => readonly (EventBody & { readonly daysAgo: number })[]
  readonly storage?: KeyValueStorage | null
  /** Fetches the topic in place of the network. */
  readonly fetchTopic?: (topic: Topic) => Promise<Topic>
  readonly fetchItems?: (items: readonly Item[]) => Promise<readonly Item[]>
  /** Gives this page its place at an attempt; without it, it works on each. */
  readonly placeAt?: Services['placeAt']
}

/** Opens the app at an address, with the real stores on a clock that stands still until it is moved. */
export function open(address: string, setting: Setting = {}) {
  const topic = compiled(setting.notes ?? NOTES)
  const authored = setting.items === undefined ? [] : [besideOf(topic, setting.items)]
  const storage = setting.storage === undefined ? new MapStorage() : setting.storage
  let [now, place] = [NOON, '']
  const clock = { now: () => instant(now), offset: () => 0 }
  const local = new LocalJournal(storage, 'page')
  const journal = createJournalStore(local, clock, 'page')
  for (const { daysAgo, ...body } of setting.past?.(topic) ?? []) {
    now = NOON - daysAgo * DAY
    journal.getState().record(body)
  }
  now = NOON
  const course = {
    id: courseId('aif-c01'),
    title: 'AI Practitioner',
    blueprint: setting.blueprint ?? null,
    vocabulary: NO_VOCABULARY,
    topics: [topic],
    authored,
    renames: [],
    about: setting.about ?? [],
  }
  const fetchTopic = setting.fetchTopic ?? ((fetched) => Promise.resolve(fetched))
  const fetchItems = setting.fetchItems ?? ((fetched) => Promise.resolve(fetched))
  const courses = createCourseStore([manifestOf(course)], {
    topics: { [topic.id]: () => fetchTopic(topic) },
    items: Object.fromEntries(authored.map(({ topic: id, items }) => [id, () => fetchItems(items)])),
    outlines: { [course.id]: () => Promise.resolve(outlineOf(course)) },
  })
  const imports = createImportStore(EMPTY_SHELF, compileNow, courses, clock, journal)
  function Place() {
    const { pathname, search, hash } = useLocation()
    useLayoutEffect(() => {
      place = pathname + search + hash
    })
    return null
  }
  const fetched = Promise.resolve(imports)
  const upkeep = Promise.resolve(upkeepOf(local, { journal, imports, clock }))
  render(
    <ServicesContext
      value={{
        clock,
        steady: () => now,
        journal,
        courses,
        imports: () => fetched,
        asked: asAsked(),
        placeAt: setting.placeAt ?? ((attempt, onChange) => placeAt(undefined, attempt, onChange)),
        random: randomFrom(7),
        upkeep: () => upkeep,
      }}
    >
      <MemoryRouter initialEntries={[address]}>
        <App />
        <Place />
      </MemoryRouter>
    </ServicesContext>,
  )
  return {
    user: userEvent.setup(),
    topic,
    journal,
    storage,
    /** The address of what is on the screen: it changes when a screen that had to be fetched is there. */
    place: () => place,
    /** Lets time go by. */
    wait: (ms: number) => {
      now += ms
    },
  }
}

function compiled(text: string): Topic {
  return compileTopic({ path: 'content/aif-c01/keys.md', text }, { id: 'aif-c01/keys', objectives: null }).value
}

function besideOf(topic: Topic, text: string): AuthoredItems {
  const source = { path: 'content/aif-c01/items/keys.md', text }
  const { value, diagnostics } = compileItems(source, { topic, topics: [topic], objectives: null })
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return value
}
