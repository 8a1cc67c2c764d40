import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import type { Item } from '../../src/model/item.ts'
import { topicId } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { createCourseStore, topicIds, topicsWithItems } from '../../src/stores/course-store.ts'
import { manifestOf, topicOf } from './topics.ts'

const one = topicOf('course/one')
const two = topicOf('course/two')

/** A store whose first topic is fetched as the test says; counts how often. */
function storeWith(fetchOne: () => Promise<Topic>) {
  let count = 0
  const loaders = {
    [one.id]: () => {
      count += 1
      return fetchOne()
    },
    [two.id]: () => Promise.resolve(two),
  }
  const store = createCourseStore([manifestOf(one, two)], { topics: loaders })
  return { store, fetches: () => count, ...store.getState() }
}

test('nothing is fetched before it is asked for', () => {
  const { store, fetches } = storeWith(() => Promise.resolve(one))
  expect(topicIds(store.getState().manifests)).toEqual([one.id, two.id])
  expect(store.getState().topics.size).toBe(0)
  expect(fetches()).toBe(0)
})

test('a topic is fetched once, however many ask for it', async () => {
  const { store, load, fetches } = storeWith(() => Promise.resolve(one))
  const both = await Promise.all([load(one.id), load(one.id)])
  expect(both).toEqual([one, one])
  expect(await load(one.id)).toBe(one)
  expect(fetches()).toBe(1)
  expect([...store.getState().topics.keys()]).toEqual([one.id])
})

test('a fetch that fails is told, and can be tried again', async () => {
  let isOnline = false
  const { store, load, fetches } = storeWith(() =>
    isOnline ? Promise.resolve(one) : Promise.reject(new Error('offline')),
  )
  expect(await load(one.id)).toBeNull()
  expect([...store.getState().failed]).toEqual([one.id])
  isOnline = true
  const again = load(one.id)
  expect([...store.getState().failed]).toEqual([])
  expect(await again).toBe(one)
  expect(fetches()).toBe(2)
})

test('a failure of one topic is none of another', async () => {
  const { store, load } = storeWith(() => Promise.reject(new Error('offline')))
  await Promise.all([load(one.id), load(two.id)])
  expect([...store.getState().failed]).toEqual([one.id])
  expect([...store.getState().topics.keys()]).toEqual([two.id])
})

test.each(['course/none', 'constructor', '__proto__'])(
  'a topic called “%s”, which no course has, fails to load, each time',
  async (name) => {
    const { store, load } = storeWith(() => Promise.resolve(one))
    expect(await load(topicId(name))).toBeNull()
    expect(await load(topicId(name))).toBeNull()
    expect([...store.getState().failed]).toEqual([name])
  },
)

test('notes that were edited take the place of the old ones; notes that are gone are gone', async () => {
  const { store, load, replace } = storeWith(() => Promise.resolve(one))
  await Promise.all([load(one.id), load(two.id)])
  const edited = topicOf('course/one', { Term: 'Meaning' })
  replace([manifestOf(edited)], { topics: [edited] })
  expect([...store.getState().topics.values()]).toEqual([edited])
  expect(await load(one.id)).toBe(edited)
})

test('a fetch that was under way does not bring old notes back', async () => {
  let arrive: (topic: Topic) => void = () => undefined
  const { store, load, replace } = storeWith(() => new Promise((done) => (arrive = done)))
  const waiting = load(one.id)
  const edited = topicOf('course/one', { Term: 'Meaning' })
  replace([manifestOf(edited, two)], { topics: [edited] })
  arrive(one)
  expect(await waiting).toBe(edited)
  expect(store.getState().topics.get(one.id)).toBe(edited)
})

describe('the questions beside a topic', () => {
  const { items } = compileCourse('course', [
    { path: 'course/one.md', text: '# One\n' },
    {
      path: 'course/items/one.md',
      text: '## Which?\n\n- [x] A\n  - a\n- [ ] B\n  - b\n- [ ] C\n  - c\n- [ ] D\n  - d\n',
    },
  ]).value.authored[0] ?? { items: [] }
  const manifest = manifestOf(one, two)
  const withItems = {
    ...manifest,
    topics: manifest.topics.map((entry) => ({ ...entry, items: entry.id === one.id ? 1 : 0 })),
  }

  function storeOf(fetchItems: () => Promise<readonly Item[]>) {
    let count = 0
    const counted = () => {
      count += 1
      return fetchItems()
    }
    const store = createCourseStore([withItems], {
      topics: { [one.id]: () => Promise.resolve(one) },
      items: { [one.id]: counted },
    })
    return { store, fetches: () => count, ...store.getState() }
  }

  test('are not fetched with its text', async () => {
    const { store, load, loadItems, fetches } = storeOf(() => Promise.resolve(items))
    await load(one.id)
    expect(fetches()).toBe(0)
    expect(await loadItems(one.id)).toEqual(items)
    expect(store.getState().items.get(one.id)).toHaveLength(1)
    expect(topicsWithItems(store.getState().manifests)).toEqual([one.id])
  })

  test('can be fetched again after a failure, which is none of the text', async () => {
    let isOnline = false
    const { store, loadItems } = storeOf(() =>
      isOnline ? Promise.resolve(items) : Promise.reject(new Error('offline')),
    )
    expect(await loadItems(one.id)).toBeNull()
    expect([[...store.getState().failed], [...store.getState().itemsFailed]]).toEqual([[], [one.id]])
    isOnline = true
    expect(await loadItems(one.id)).toEqual(items)
    expect([...store.getState().itemsFailed]).toEqual([])
  })

  test('that were edited take the place of the old ones; those that are gone are gone', async () => {
    const { store, loadItems, replace } = storeOf(() => Promise.resolve(items))
    await loadItems(one.id)
    const edited = items.map((item) => ({ ...item, stem: 'Who?' }))
    replace([withItems], { authored: [{ topic: one.id, items: edited }] })
    expect(store.getState().items.get(one.id)).toEqual(edited)
    replace([manifest], {})
    expect(store.getState().items.size).toBe(0)
  })

  test('of an imported course come and go with it', () => {
    const { store, add, remove } = storeOf(() => Promise.resolve(items))
    const { value } = compileCourse('mine', [
      { path: 'one.md', text: '# One\n' },
      { path: 'items/one.md', text: '## Put it in order.\n\n1. A\n   - a\n2. B\n   - b\n3. C\n   - c\n' },
    ])
    add(value)
    expect(topicsWithItems(store.getState().manifests)).toEqual([one.id, 'mine/one'])
    expect([...store.getState().items.keys()]).toEqual(['mine/one'])
    remove(value.id)
    expect(store.getState().items.size).toBe(0)
  })
})
