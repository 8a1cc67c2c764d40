import { existsSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { NOTES_FILE } from '../model/notes-file.ts'
import { inCourse, withBackground } from '../compiler/background.ts'
import type { Compilers } from '../compiler/compile-course.ts'
import { ITEMS_FOLDER } from '../compiler/course-files.ts'
import { LEDGER_FILE } from '../compiler/identity/ledger.ts'
import { NO_BACKGROUND } from '../model/background.ts'
import { manifestOf } from '../model/course.ts'
import type { Course } from '../model/course.ts'
import { outlineOf } from '../model/outline.ts'
import { packTopic } from '../model/packed-topic.ts'
import type { Topic } from '../model/topic.ts'
import { describeErrors } from './describe-diagnostic.ts'
import { compilePath, courseFolders } from './read-notes.ts'
import type { LedgerCheck } from './read-notes.ts'
import { rememberingCompiler, rememberingLedger } from './topic-cache.ts'

const MANIFESTS = 'virtual:content'
const TOPIC = 'virtual:content/'
/** Behind the name of a topic: the questions beside it. */
const ITEMS = `/${ITEMS_FOLDER}`
/** Behind the name of a topic: what the rest of its course knows of the things it speaks of. */
const BACKGROUND = '/background'

/**
 * Serves the notes under `content/` as modules: `virtual:content` says which topics every course has; its contents and
 * each topic are chunks of their own that are loaded when they are opened. So are the questions beside a topic, for who
 * only reads needs none of them. An error in the notes fails the build. In development an
 * edit is sent to the page as data, so that nothing the learner is doing is lost.
 */
export function contentPlugin(folder: string): Plugin {
  const root = resolve(folder)
  // An edit compiles the file that was edited, and no other.
  const compile = rememberingCompiler()
  const check = rememberingLedger()
  let courses: readonly Course[] | null = null
  /** The same, each topic with what the others say: made when a topic is first asked for. */
  let whole: readonly Course[] | null = null
  let isErrorShown = false
  const compiled = (): readonly Course[] => {
    courses ??= compileOrThrow(root, compile, check)
    return courses
  }
  return {
    name: 'retain:content',
    buildStart() {
      courses = null
      whole = null
      for (const path of courseFolders(root)) {
        this.addWatchFile(path)
        if (existsSync(join(path, ITEMS_FOLDER))) this.addWatchFile(join(path, ITEMS_FOLDER))
      }
    },
    resolveId(id) {
      return id === MANIFESTS || id.startsWith(TOPIC) ? `\0${id}` : null
    },
    load(id) {
      if (id === `\0${MANIFESTS}`) return manifestModule(compiled())
      if (!id.startsWith(`\0${TOPIC}`)) return null
      const name = id.slice(TOPIC.length + 1)
      if (!name.includes('/')) return outlineModule(compiled(), name)
      if (name.endsWith(ITEMS)) return itemsModule(compiled(), name.slice(0, -ITEMS.length))
      whole ??= compiled().map(withBackground)
      const isBackground = name.endsWith(BACKGROUND)
      const wanted = isBackground ? name.slice(0, -BACKGROUND.length) : name
      const topic = whole.flatMap(({ topics }) => topics).find((each) => each.id === wanted)
      if (topic === undefined) return null
      return isBackground ? `export const background = ${parsed(topic.background)}` : topicModule(topic)
    },
    async hotUpdate({ file, modules, server, type, read }) {
      if (!resolve(file).startsWith(root + sep) || !(NOTES_FILE.test(file) || basename(file) === LEDGER_FILE))
        return modules
      // The hook is called for each environment; the page needs one message.
      if (this.environment.name !== 'client') return []
      // A file is empty for a moment while it is written. A page that got such notes would forget what is done there.
      if (type === 'update') await read()
      // Questions that were edited are compiled anew, and so are those that rest on notes that were.
      const before = new Set(courses?.flatMap((course) => course.authored))
      try {
        courses = compileOrThrow(root, compile, check)
        whole = null
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        // A page that was never updated would be loaded anew when the error goes, and lose what is done there.
        if (!isErrorShown) server.ws.send({ type: 'update', updates: [] })
        server.ws.send({ type: 'error', err: { message, stack: '' } })
        isErrorShown = true
        return []
      }
      const { moduleGraph } = this.environment
      for (const [id, module] of moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${MANIFESTS}`)) moduleGraph.invalidateModule(module)
      }
      // The page takes the error away when an update arrives, even an empty one.
      if (isErrorShown) server.ws.send({ type: 'update', updates: [] })
      isErrorShown = false
      const topics = courses.flatMap((course) =>
        course.topics.filter((topic) => resolve(topic.file) === resolve(file)).map((topic) => inCourse(topic, course)),
      )
      const authored = courses
        .flatMap((course) => course.authored.filter((each) => !before.has(each)))
        .map(({ topic, items }) => ({ topic, items }))
      const [manifests, outlines] = [courses.map(manifestOf), courses.map(outlineOf)]
      server.ws.send('retain:content', { manifests, outlines, topics, authored })
      return []
    },
  }
}

function compileOrThrow(root: string, compile: Compilers, check: LedgerCheck): readonly Course[] {
  const results = courseFolders(root).map((path) => compilePath(path, compile, check))
  const errors = describeErrors(results.flatMap(({ diagnostics }) => diagnostics))
  if (errors !== null) throw new Error(errors)
  return results.map(({ value }) => value)
}

/** Where what is sent packed is unpacked, from the root of the app. */
const UNPACKER = '/src/model/packed-topic.ts'

function topicModule(topic: Topic): string {
  return [
    `import { unpackTopic } from ${JSON.stringify(UNPACKER)}`,
    `export const topic = unpackTopic(${parsed(packTopic({ ...topic, background: NO_BACKGROUND }))})`,
  ].join('\n')
}

function outlineModule(courses: readonly Course[], name: string): string | null {
  const course = courses.find(({ id }) => id === name)
  return course === undefined ? null : `export const outline = ${parsed(outlineOf(course))}`
}

function itemsModule(courses: readonly Course[], topic: string): string | null {
  const found = courses.flatMap(({ authored }) => authored.filter((file) => file.topic === topic))
  return found.length === 0 ? null : `export const items = ${parsed(found.flatMap(({ items }) => items))}`
}

function manifestModule(courses: readonly Course[]): string {
  const loaders = courses
    .flatMap(({ topics }) => topics)
    .map(({ id }) => {
      const parts = [TOPIC + id, TOPIC + id + BACKGROUND].map((part) => `import(${JSON.stringify(part)})`)
      return `${JSON.stringify(id)}: () => Promise.all([${parts.join(', ')}]).then(joined)`
    })
  const itemLoaders = courses
    .flatMap(({ authored }) => authored)
    .map(
      ({ topic }) =>
        `${JSON.stringify(topic)}: async () => (await import(${JSON.stringify(TOPIC + topic + ITEMS)})).items`,
    )
  const outlineLoaders = courses.map(
    ({ id }) => `${JSON.stringify(id)}: async () => (await import(${JSON.stringify(TOPIC + id)})).outline`,
  )
  return [
    `export const manifests = ${parsed(courses.map(manifestOf))}`,
    `export const outlineLoaders = {${outlineLoaders.join(',')}}`,
    'const joined = ([{ topic }, { background }]) => ({ ...topic, background })',
    `export const loaders = {${loaders.join(',')}}`,
    `export const itemLoaders = {${itemLoaders.join(',')}}`,
  ].join('\n')
}

/**
 * JSON in a string: engines read it faster than the same object written out. It is full of double quotation marks, so
 * it stands between single ones.
 */
function parsed(value: unknown): string {
  return `JSON.parse('${JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}')`
}
