import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NOTES_FILE } from '../../../model/notes-file.ts'
import { contentPlugin } from '../../content-plugin.ts'
import { courseFolders } from '../../read-notes.ts'

/** The modules that a build makes of the courses in a folder: the contents, and each topic. */
export function modulesOf(folder: string): readonly string[] {
  const { load } = contentPlugin(folder)
  if (typeof load !== 'function') throw new Error('Expected the plugin of the notes to load modules')
  const topics = courseFolders(folder).flatMap((course) =>
    readdirSync(course).flatMap((name) => (NOTES_FILE.test(name) ? [join(course, name)] : [])),
  )
  const ids = topics.map((path) => `/${path.slice(folder.length + 1).replace(NOTES_FILE, '')}`)
  return ['', ...ids].map((id) => {
    const text: unknown = Reflect.apply(load, undefined, [`\0virtual:content${id}`])
    if (typeof text !== 'string') throw new Error(`Expected a module for virtual:content${id}`)
    return text
  })
}
