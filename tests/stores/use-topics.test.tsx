import { NO_VOCABULARY } from '../../src/model/background.ts'
// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { manifestOf } from '../../src/model/course.ts'
import { courseId } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import type { Topic } from '../../src/model/topic.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { ServicesContext } from '../../src/stores/services.ts'
import { useQuizzable } from '../../src/stores/use-quizzable.ts'
import { useTopics } from '../../src/stores/use-topics.ts'

afterEach(cleanup)

const topicOf = (name: string): Topic =>
  compileTopic(
    {
      path: `c/${name}.md`,
      text: `# ${name}\n\n| Key | Owner |\n|---|---|\n| A | One |\n| B | Two |\n| C | Three |\n| D | Four |\n\n> **Tip:** Sleep well.\n`,
    },
    { id: `c/${name}`, objectives: null },
  ).value

const [keys, roles] = [topicOf('keys'), topicOf('roles')]

/** Two topics, fetched as the test says. */
function services(fetchRoles: () => Promise<Topic>) {
  const clock = { now: () => instant(0), offset: () => 0 }
  const journal = createJournalStore(new LocalJournal(null, 'page'), clock, 'page')
  const course = {
    id: courseId('c'),
    title: 'C',
    blueprint: null,
    vocabulary: NO_VOCABULARY,
    topics: [keys, roles],
    authored: [],
    renames: [],
    about: [],
  }
  const courses = createCourseStore([manifestOf(course)], {
    topics: { [keys.id]: () => Promise.resolve(keys), [roles.id]: fetchRoles },
  })
  const provided = {
    clock,
    journal,
    courses,
    imports: () => new Promise<never>(() => undefined),
    steady: () => 0,
    asked: { put: () => Promise.resolve(), get: () => Promise.resolve(null), peek: () => null },
    placeAt: () => ({ takeOver: () => undefined, leave: () => undefined }),
    random: () => 0,
    upkeep: () => new Promise<never>(() => undefined),
  }
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ServicesContext value={provided}>{children}</ServicesContext>
  )
  return { wrapper, courses }
}

test('topics are on their way until all of them are there', async () => {
  let arrive: (topic: Topic) => void = () => undefined
  const { wrapper } = services(() => new Promise((done) => (arrive = done)))
  const { result } = renderHook(() => useTopics([keys.id, roles.id]), { wrapper })
  expect(result.current.kind).toBe('loading')
  await act(async () => arrive(roles))
  expect(result.current).toEqual({ kind: 'ready', value: [keys, roles] })
})

test('one topic that does not arrive is a failure, and asking again brings it', async () => {
  let tries = 0
  const { wrapper } = services(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(roles)
  })
  const { result } = renderHook(() => useTopics([keys.id, roles.id]), { wrapper })
  await waitFor(() => expect(result.current.kind).toBe('failed'))
  await act(async () => {
    if (result.current.kind === 'failed') result.current.retry()
  })
  expect(result.current).toEqual({ kind: 'ready', value: [keys, roles] })
  expect(tries).toBe(2)
})

test('a topic is fetched once, however many ask for it', async () => {
  let tries = 0
  const { wrapper } = services(() => {
    tries += 1
    return Promise.resolve(roles)
  })
  const { result } = renderHook(() => [useTopics([roles.id]), useTopics([keys.id, roles.id])], { wrapper })
  await waitFor(() => expect(result.current.map(({ kind }) => kind)).toEqual(['ready', 'ready']))
  expect(tries).toBe(1)
})

test('of no topic there is nothing to wait for', () => {
  const { wrapper } = services(() => Promise.resolve(roles))
  expect(renderHook(() => useTopics([]), { wrapper }).result.current).toEqual({ kind: 'ready', value: [] })
})

test('facts that give a question are known a little after the topic is there, the others never are', async () => {
  const { wrapper, courses } = services(() => Promise.resolve(roles))
  const { result } = renderHook(() => useQuizzable(keys.id), { wrapper })
  expect(result.current.size).toBe(0)
  await act(async () => {
    await courses.getState().load(keys.id)
  })
  expect(result.current.size).toBe(0)
  await waitFor(() => expect(result.current.size).toBe(4))
  const [first, tip] = [keys.facts[0], keys.facts.find(({ kind }) => kind === 'concept')]
  expect(first !== undefined && result.current.has(first.id)).toBe(true)
  expect(tip !== undefined && result.current.has(tip.id)).toBe(false)
})
