import { expect, test, vi } from 'vitest'
import { courseId, topicId } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import type { CompileNotes } from '../../src/stores/notes-compiler.ts'
import { compile, LockedShelf, MemoryShelf, opened, PORTS, ports } from './imports.ts'

test('notes are looked at first, and become a course when they are kept', async () => {
  const shelf = new MemoryShelf()
  const { courses, now, titles } = opened(shelf)
  await now().open(ports, [], null)
  expect(now().step).toMatchObject({ kind: 'draft', draft: { preview: { facts: 2 } } })
  expect(titles()).toEqual([])
  await now().keep('Networks')
  expect(titles()).toEqual(['Networks'])
  expect(courses.getState().topics.get(topicId('network-notes/network-notes'))?.facts).toHaveLength(2)
  expect([...shelf.courses.values()]).toMatchObject([
    { id: 'network-notes', title: 'Networks', files: ports, savedAt: instant(1_000) },
  ])
  expect(now().step).toEqual({ kind: 'idle' })
})

test('a course that was kept is there again at the next visit, under the name that was given', async () => {
  const shelf = new MemoryShelf()
  const first = opened(shelf)
  await first.now().open(ports, [], null)
  await first.now().keep('Networks')
  const next = opened(shelf)
  const restored = next.now().restore()
  expect(next.courses.getState().isRestoring).toBe(true)
  await restored
  expect(next.titles()).toEqual(['Networks'])
  expect(next.courses.getState().isRestoring).toBe(false)
  expect(next.now().kept).toHaveLength(1)
})

test('a second course of the same file name does not take the place of the first', async () => {
  const { now, courses } = opened()
  await now().open(ports, [], null)
  await now().keep('One')
  await now().open(ports, [], null)
  await now().keep('Two')
  expect(courses.getState().manifests.map(({ id }) => id)).toEqual(['network-notes', 'network-notes-2'])
})

test('a newer version takes the place of the old one, and its facts keep their ids', async () => {
  const { now, courses } = opened()
  await now().open(ports, [], null)
  await now().keep('Networks')
  const [old] = now().kept
  const ids = () =>
    courses
      .getState()
      .topics.get(topicId('network-notes/network-notes'))
      ?.facts.map(({ id }) => id)
  const before = ids()
  const newer = [{ path: 'Network notes.md', text: `${PORTS}| DNS | 53 |\n`.replace('| 80 |', '| 80 (TCP) |') }]
  await now().open(newer, [], old ?? null)
  await now().keep('Networks')
  expect(ids()?.slice(0, 2)).toEqual(before)
  expect(ids()).toHaveLength(3)
  expect(now().kept).toHaveLength(1)
})

test('files of one folder become one course, named after the folder', async () => {
  const { now, courses } = opened()
  const files = [
    { path: 'law/contracts.md', text: PORTS },
    { path: 'law/torts.md', text: PORTS },
  ]
  await now().open(files, [], null)
  await now().keep('Law')
  expect(courses.getState().manifests[0]?.topics.map(({ id }) => id)).toEqual(['law/contracts', 'law/torts'])
})

test('a removed course can be taken back', async () => {
  const shelf = new MemoryShelf()
  const { now, titles } = opened(shelf)
  await now().open(ports, [], null)
  await now().keep('Networks')
  const [course] = now().kept
  if (course === undefined) throw new Error('Expected a kept course')
  await now().remove(course)
  expect(titles()).toEqual([])
  expect(shelf.courses.size).toBe(0)
  await now().undoRemove()
  expect(titles()).toEqual(['Networks'])
  expect(shelf.courses.size).toBe(1)
  expect(now().removed).toBeNull()
})

test('when nothing could be read, the reasons are told and nothing is opened', async () => {
  const { now } = opened()
  const refused = [{ path: 'photo.png', why: 'Only Markdown and text files are read.' }]
  await now().open([], refused, null)
  expect(now().step).toEqual({ kind: 'refused', refused })
})

test('a cancelled reading shows nothing, even if the compiler answers late', async () => {
  let answer: (() => void) | undefined
  const slow: CompileNotes = (id, files, onProgress) => {
    const { result, questions } = compile(id, files, onProgress)
    const late = new Promise<Awaited<typeof result>>((resolve) => {
      answer = () => void result.then(resolve)
    })
    return { result: late, questions, cancel: () => undefined }
  }
  const { now } = opened(new MemoryShelf(), slow)
  const opening = now().open(ports, [], null)
  expect(now().step.kind).toBe('compiling')
  now().cancel()
  answer?.()
  await opening
  expect(now().step).toEqual({ kind: 'idle' })
})

test('the preview stands before the questions are made, and they are added to it', async () => {
  let answer: (() => void) | undefined
  const { now } = opened(new MemoryShelf(), (...notes) => {
    const compilation = compile(...notes)
    const late = new Promise<void>((resolve) => (answer = resolve))
    return { ...compilation, questions: () => late.then(compilation.questions) }
  })
  await now().open(ports, [], null)
  expect(now().step).toMatchObject({ kind: 'draft', draft: { preview: { facts: 2 }, questions: null } })
  answer?.()
  await vi.waitFor(() => expect(now().step).toMatchObject({ draft: { questions: { items: 0 } } }))
})

test('a course that is kept while its questions are made is kept, and their making ends', async () => {
  let cancelled = 0
  const { now, titles } = opened(new MemoryShelf(), (...notes) => ({
    ...compile(...notes),
    questions: () => new Promise(() => undefined),
    cancel: () => (cancelled += 1),
  }))
  await now().open(ports, [], null)
  await now().keep('Networks')
  expect(titles()).toEqual(['Networks'])
  expect(now().step).toEqual({ kind: 'idle' })
  expect(cancelled).toBe(1)
})

test('a breakdown while questions are made is told', async () => {
  const { now } = opened(new MemoryShelf(), (...notes) => ({
    ...compile(...notes),
    questions: () => Promise.reject(new Error('out of memory')),
  }))
  await now().open(ports, [], null)
  await vi.waitFor(() => expect(now().step).toEqual({ kind: 'broken', message: 'out of memory' }))
})

test('courses that were kept are read without making their questions, and their compiler is let go', async () => {
  const shelf = new MemoryShelf()
  const first = opened(shelf)
  await first.now().open(ports, [], null)
  await first.now().keep('Networks')
  let [asked, cancelled] = [0, 0]
  const next = opened(shelf, (...notes) => {
    const compilation = compile(...notes)
    const questions = () => {
      asked += 1
      return compilation.questions()
    }
    return { ...compilation, questions, cancel: () => (cancelled += 1) }
  })
  await next.now().restore()
  expect(next.titles()).toEqual(['Networks'])
  expect([asked, cancelled]).toEqual([0, 1])
})

test('a breakdown of the compiler is told, and the next try works', async () => {
  let isBroken = true
  const { now } = opened(new MemoryShelf(), (id, files, onProgress) =>
    isBroken
      ? { ...compile(id, files, onProgress), result: Promise.reject(new Error('out of memory')) }
      : compile(id, files, onProgress),
  )
  await now().open(ports, [], null)
  expect(now().step).toEqual({ kind: 'broken', message: 'out of memory' })
  isBroken = false
  await now().open(ports, [], null)
  expect(now().step.kind).toBe('draft')
})

test('where the browser keeps nothing, the course can be used and the person is told', async () => {
  const { now, titles, courses } = opened(new LockedShelf())
  await now().restore()
  expect(courses.getState().isRestoring).toBe(false)
  await now().open(ports, [], null)
  await now().keep('Networks')
  expect(titles()).toEqual(['Networks'])
  expect(now().trouble).toContain('until you close it')
})

test('records that a newer version wrote are left alone and told', async () => {
  const shelf = new MemoryShelf()
  shelf.unreadable = 1
  const { now } = opened(shelf)
  await now().restore()
  expect(now().trouble).toContain('newer version')
})

test('an edit of the built-in notes leaves imported courses where they are', async () => {
  const { now, courses, titles } = opened()
  await now().open(ports, [], null)
  await now().keep('Networks')
  const builtIn = { id: courseId('aif-c01'), title: 'AIF-C01', blueprint: null, topics: [], renames: [] }
  courses.getState().replace([builtIn], {})
  expect(titles()).toEqual(['AIF-C01', 'Networks'])
  expect(courses.getState().topics.has(topicId('network-notes/network-notes'))).toBe(true)
})

test('a folder with questions beside its notes brings them along', async () => {
  const steps = '## Put them in order.\n\n1. One\n   - a\n2. Two\n   - b\n3. Three\n   - c\n'
  const files = [
    { path: 'networks/ports.md', text: PORTS },
    { path: 'networks/items/ports.md', text: steps },
  ]
  const shelf = new MemoryShelf()
  const { now, courses } = opened(shelf)
  await now().open(files, [], null)
  await now().keep('Networks')
  const topic = topicId('networks/ports')
  expect(courses.getState().manifests.flatMap(({ topics }) => topics.map(({ id, items }) => [id, items]))).toEqual([
    [topic, 1],
  ])
  expect(courses.getState().items.get(topic)).toMatchObject([{ type: 'ordering' }])
  const next = opened(shelf)
  await next.now().restore()
  expect(next.courses.getState().items.get(topic)).toHaveLength(1)
})
