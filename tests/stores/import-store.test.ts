import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { renamesBetween } from '../../src/compiler/identity/check-ledger.ts'
import { cardIdOf, courseId, topicId } from '../../src/model/ids.ts'
import type { CourseId } from '../../src/model/ids.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { ImportedCourse } from '../../src/model/imported-course.ts'
import { instant } from '../../src/model/time.ts'
import { previewOf } from '../../src/stores/course-preview.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { createImportStore } from '../../src/stores/import-store.ts'
import type { Shelf } from '../../src/stores/import-store.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import type { CompileNotes } from '../../src/stores/notes-compiler.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

const PORTS = '# Ports\n\n| Protocol | Port |\n|---|---|\n| HTTP | 80 |\n| SSH | 22 |\n'
const CLOCK = { now: () => instant(1_000), offset: () => 0 }

/** Compiles at once; the browser does the same in a worker. */
const compile: CompileNotes = (id, files, onProgress, before = null) => {
  const { value, diagnostics } = compileCourse(id, files)
  files.forEach((_, place) => onProgress(place + 1))
  const news = before === null ? null : renamesBetween(compileCourse(id, before).value, value)
  const result = Promise.resolve({
    course: value,
    diagnostics: [...diagnostics, ...(news?.diagnostics ?? [])],
    preview: previewOf(value.topics),
    renames: news?.renames ?? [],
  })
  return { result, cancel: () => undefined }
}

class MemoryShelf implements Shelf {
  readonly courses = new Map<string, ImportedCourse>()
  unreadable = 0

  read() {
    return Promise.resolve({ courses: [...this.courses.values()], unreadable: this.unreadable })
  }

  put(course: ImportedCourse) {
    this.courses.set(course.id, course)
    return Promise.resolve()
  }

  remove(id: CourseId) {
    this.courses.delete(id)
    return Promise.resolve()
  }
}

class LockedShelf implements Shelf {
  read = () => Promise.reject(new Error('blocked'))
  put = () => Promise.reject(new Error('blocked'))
  remove = () => Promise.reject(new Error('blocked'))
}

function opened(
  shelf: Shelf = new MemoryShelf(),
  compiler: CompileNotes = compile,
  storage = new TemporaryStorage(),
  writer = 'page',
) {
  const courses = createCourseStore([], {})
  const journal = createJournalStore(new LocalJournal(storage, writer), CLOCK, writer)
  const imports = createImportStore(shelf, compiler, courses, CLOCK, journal)
  const titles = () => courses.getState().manifests.map(({ title }) => title)
  return { courses, imports, titles, journal, now: () => imports.getState() }
}

const ports = [{ path: 'Network notes.md', text: PORTS }]

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

test('what was learnt of a fact that a newer version rewords counts for it, also at the next visit', async () => {
  const [shelf, storage] = [new MemoryShelf(), new TemporaryStorage()]
  const first = opened(shelf, compile, storage)
  const factIds = () => [...first.courses.getState().topics.values()].flatMap(({ facts }) => facts.map(({ id }) => id))
  const remembered = ({ journal }: typeof first) => [...journal.getState().learned.memories.keys()]
  await first.now().open(ports, [], null)
  await first.now().keep('Networks')
  const [fact] = factIds()
  if (fact === undefined) throw new Error('Expected a fact')
  first.journal.getState().record({ kind: 'reviewed', fact, card: cardIdOf(`${fact}~forward`), grade: 'good' })
  const rewordings = ['| Protocol | Port number |', '| Protocol | Usual port numbers |']
  for (const heading of rewordings) {
    const [kept] = first.now().kept
    const text = PORTS.replace('| Protocol | Port |', heading)
    await first.now().open([{ path: 'Network notes.md', text }], [], kept ?? null)
    expect(first.now().step).toMatchObject({ kind: 'draft', draft: { renames: { length: 2 } } })
    await first.now().keep('Networks')
    expect(remembered(first)).toEqual([factIds()[0]])
  }
  const next = opened(shelf, compile, storage, 'next page')
  expect(remembered(next)).toEqual([fact])
  await next.now().restore()
  expect(remembered(next)).toEqual([factIds()[0]])
})

test('a fact of a newer version that could be either of two takes over no history, and the remarks say so', async () => {
  const { now } = opened()
  const notes = (entries: string) => [{ path: 'a.md', text: `# A\n\nWhat is kept:\n\n${entries}` }]
  await now().open(notes('- Prompt template\n- Prompt templates\n- Answers\n'), [], null)
  await now().keep('A')
  await now().open(notes('- Prompt templatte\n- Answers\n'), [], now().kept[0] ?? null)
  expect(now().step).toMatchObject({ draft: { renames: [] } })
  const { step } = now()
  const rules = step.kind === 'draft' ? step.draft.diagnostics.map(({ rule }) => rule) : []
  expect(rules.filter((rule) => rule === 'ambiguous-rename')).toHaveLength(2)
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
    const { result } = compile(id, files, onProgress)
    const late = new Promise<Awaited<typeof result>>((resolve) => {
      answer = () => void result.then(resolve)
    })
    return { result: late, cancel: () => undefined }
  }
  const { now } = opened(new MemoryShelf(), slow)
  const opening = now().open(ports, [], null)
  expect(now().step.kind).toBe('compiling')
  now().cancel()
  answer?.()
  await opening
  expect(now().step).toEqual({ kind: 'idle' })
})

test('a breakdown of the compiler is told, and the next try works', async () => {
  let isBroken = true
  const { now } = opened(new MemoryShelf(), (id, files, onProgress) =>
    isBroken
      ? { result: Promise.reject(new Error('out of memory')), cancel: () => undefined }
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
  courses.getState().replace([builtIn], [])
  expect(titles()).toEqual(['AIF-C01', 'Networks'])
  expect(courses.getState().topics.has(topicId('network-notes/network-notes'))).toBe(true)
})
