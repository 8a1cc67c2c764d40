import { resolve, sep } from 'node:path'
import type { HotUpdateOptions, Plugin } from 'vite'
import { manifestOf } from '../model/course.ts'
import type { Course } from '../model/course.ts'
import { describeErrors } from './describe-diagnostic.ts'
import { compilePath, courseFolders } from './read-notes.ts'

const MANIFESTS = 'virtual:content'
const TOPIC = 'virtual:content/'

/**
 * Serves the notes under `content/` as modules: `virtual:content` holds the contents of every course, and each topic
 * is a chunk of its own that is loaded when it is opened. An error in the notes fails the build. In development an
 * edit is sent to the page as data, so that nothing the learner is doing is lost.
 */
export function contentPlugin(folder: string): Plugin {
  const root = resolve(folder)
  let courses: readonly Course[] | null = null
  const compiled = (): readonly Course[] => {
    courses ??= compileAll(root)
    return courses
  }
  return {
    name: 'retain:content',
    buildStart() {
      courses = null
      for (const path of courseFolders(root)) this.addWatchFile(path)
    },
    resolveId(id) {
      return id === MANIFESTS || id.startsWith(TOPIC) ? `\0${id}` : null
    },
    load(id) {
      if (id === `\0${MANIFESTS}`) return manifestModule(compiled())
      if (!id.startsWith(`\0${TOPIC}`)) return null
      const name = id.slice(TOPIC.length + 1)
      const topic = compiled().flatMap(({ topics }) => topics).find((candidate) => candidate.id === name)
      return topic === undefined ? null : `export const topic = ${parsed(topic)}`
    },
    hotUpdate({ file, modules, server }: HotUpdateOptions) {
      if (!resolve(file).startsWith(root + sep) || !file.endsWith('.md')) return modules
      try {
        courses = compileAll(root)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        server.ws.send({ type: 'error', err: { message, stack: '' } })
        return []
      }
      for (const [id, module] of server.environments['client']?.moduleGraph.idToModuleMap ?? []) {
        if (id.startsWith(`\0${MANIFESTS}`)) server.environments['client']?.moduleGraph.invalidateModule(module)
      }
      const changed = courses.flatMap(({ topics }) => topics).filter((topic) => resolve(topic.file) === resolve(file))
      server.ws.send('retain:content', { manifests: courses.map(manifestOf), topics: changed })
      return []
    },
  }
}

function compileAll(root: string): readonly Course[] {
  const results = courseFolders(root).map(compilePath)
  const errors = describeErrors(results.flatMap(({ diagnostics }) => diagnostics))
  if (errors !== null) throw new Error(errors)
  return results.map(({ value }) => value)
}

function manifestModule(courses: readonly Course[]): string {
  const loaders = courses
    .flatMap(({ topics }) => topics)
    .map(({ id }) => `${JSON.stringify(id)}: async () => (await import(${JSON.stringify(TOPIC + id)})).topic`)
  return `export const manifests = ${parsed(courses.map(manifestOf))}\nexport const loaders = {${loaders.join(',')}}`
}

/** JSON in a string: engines read it faster than the same object written out. */
function parsed(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}
