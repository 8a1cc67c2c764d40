import { contentPlugin } from '../../content-plugin.ts'

const CONTENT = 'virtual:content'

/** The modules that a build makes of the courses in a folder, by name: the topics' names, contents, texts, questions. */
export function namedModulesOf(folder: string): ReadonlyMap<string, string> {
  const { load } = contentPlugin(folder)
  if (typeof load !== 'function') throw new Error('Expected the plugin of the notes to load modules')
  const loaded = (name: string): string => {
    const text: unknown = Reflect.apply(load, undefined, [`\0${name}`])
    if (typeof text !== 'string') throw new Error(`Expected a module for ${name}`)
    return text
  }
  const first = loaded(CONTENT)
  const others = [...first.matchAll(/import\("([^"]+)"\)/g)].map(([, name = '']) => name)
  return new Map([[CONTENT, first], ...others.map((name): [string, string] => [name, loaded(name)])])
}

export function modulesOf(folder: string): readonly string[] {
  return [...namedModulesOf(folder).values()]
}
