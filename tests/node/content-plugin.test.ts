import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentPlugin } from '../../src/node/content-plugin.ts'
import { folderWith, writeIn } from './temporary-folder.ts'

const NOTES = '# Keys\n\n| Key | Owner |\n|---|---|\n| CMK | You |\n'
const BROKEN = '# Keys\n\nTwo notes[^a]\n\nare missing[^b]\n\nOne is there[^c]\n\n[^c]: Here.\n'

type Hook = (this: unknown, ...args: readonly unknown[]) => unknown

/** A hook of the plugin as Vite calls it; Vite lets it be a function or an object around one. */
function hookOf(plugin: object, name: string): Hook {
  const hook: unknown = Reflect.get(plugin, name)
  if (typeof hook !== 'function') throw new Error(`Expected the hook ${name}`)
  return (...args) => Reflect.apply(hook, undefined, args)
}

/** Stands in for Vite's development server: it keeps what is sent and which modules are stale. */
function serverWith(ids: readonly string[], name = 'client') {
  const sent: unknown[][] = []
  const stale: unknown[] = []
  const moduleGraph = {
    idToModuleMap: new Map(ids.map((id) => [id, { id }])),
    invalidateModule: (module: unknown) => stale.push(module),
  }
  const server = { ws: { send: (...message: unknown[]) => sent.push(message) } }
  return { sent, stale, environment: { name, moduleGraph }, server }
}

function load(plugin: object, id: string): string | null {
  const code = hookOf(plugin, 'load')(id)
  if (typeof code === 'string') return code
  expect(code).toBeNull()
  return null
}

/** Tells the plugin that a file was changed, as Vite does. */
async function change(
  plugin: object,
  file: string,
  { environment, server }: ReturnType<typeof serverWith>,
  read: () => unknown = () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
): Promise<unknown> {
  const hook: unknown = Reflect.get(plugin, 'hotUpdate')
  if (typeof hook !== 'function') throw new Error('Expected the hook hotUpdate')
  const modules: unknown = await Reflect.apply(hook, { environment }, [
    { file, modules: ['kept'], server, type: 'update', read },
  ])
  return modules
}

test('a page gets the topics of every course; contents and texts are modules of their own', () => {
  const plugin = contentPlugin(folderWith({ 'a/keys.md': NOTES, 'b/roles.md': '# Roles\n' }))
  expect(hookOf(plugin, 'resolveId')('virtual:content')).toBe('\0virtual:content')
  expect(hookOf(plugin, 'resolveId')('virtual:content/a/keys')).toBe('\0virtual:content/a/keys')
  expect(hookOf(plugin, 'resolveId')('react')).toBeNull()
  const manifests = load(plugin, '\0virtual:content')
  expect(manifests).toContain('export const manifests = JSON.parse(')
  expect(manifests).toContain('"a": async () => (await import("virtual:content/a")).outline')
  expect(load(plugin, '\0virtual:content/b')).toMatch(/^export const outline = JSON\.parse\('.*Roles.*'\)$/)
  expect(load(plugin, '\0virtual:content/c')).toBeNull()
  expect(manifests).toContain(
    '"a/keys": () => Promise.all([import("virtual:content/a/keys"), import("virtual:content/a/keys/background")])',
  )
  expect(manifests).toContain('"b/roles": () =>')
  expect(load(plugin, '\0virtual:content/a/keys/background')).toMatch(/^export const background = JSON\.parse\('.*'\)$/)
  expect(load(plugin, '\0virtual:content/a/keys')).toMatch(
    /^export const topic = unpackTopic\(JSON\.parse\('.*CMK.*'\)\)$/m,
  )
  expect(load(plugin, '\0virtual:content/a/nothing')).toBeNull()
  expect(load(plugin, '/src/main.tsx')).toBeNull()
})

const QUESTION =
  '## Which key?\n\n- [x] One\n  - Yes. [Notes](../keys.md)\n- [ ] Two\n  - No.\n- [ ] Three\n  - No.\n- [ ] Four\n  - No.\n'

test('the questions beside a topic are a module of their own, and no part of its text', () => {
  const plugin = contentPlugin(
    folderWith({ 'a/keys.md': NOTES, 'a/roles.md': '# Roles\n', 'a/items/keys.md': QUESTION }),
  )
  const manifests = load(plugin, '\0virtual:content')
  expect(manifests).toContain(
    'export const itemLoaders = {"a/keys": async () => (await import("virtual:content/a/keys/items")).items}',
  )
  expect(load(plugin, '\0virtual:content/a/keys/items')).toMatch(
    /^export const items = JSON\.parse\('.*Which key\?.*'\)$/,
  )
  expect(load(plugin, '\0virtual:content/a/keys')).not.toContain('Which key?')
  expect(load(plugin, '\0virtual:content/a/roles/items')).toBeNull()
})

test('an edited question is sent to the page, and so is one that rests on edited notes', async () => {
  const folder = folderWith({ 'a/keys.md': NOTES, 'a/items/keys.md': QUESTION })
  const plugin = contentPlugin(folder)
  load(plugin, '\0virtual:content')
  const dev = serverWith(['\0virtual:content', '\0virtual:content/a/keys/items'])
  writeIn(folder, 'a/items/keys.md', QUESTION.replace('Which key?', 'Which one?'))
  expect(await change(plugin, join(folder, 'a/items/keys.md'), dev)).toEqual([])
  writeIn(folder, 'a/keys.md', `\n${NOTES}`)
  await change(plugin, join(folder, 'a/keys.md'), dev)
  const source = { file: expect.stringMatching(/a\/keys\.md$/), line: 2 }
  expect(dev.sent).toMatchObject([
    ['retain:content', { topics: [], authored: [{ topic: 'a/keys', items: [{ stem: 'Which one?' }] }] }],
    [
      'retain:content',
      {
        topics: [{ id: 'a/keys' }],
        authored: [
          {
            items: [
              {
                options: expect.arrayContaining([expect.objectContaining({ source: expect.objectContaining(source) })]),
              },
            ],
          },
        ],
      },
    ],
  ])
  expect(dev.stale).toContainEqual({ id: '\0virtual:content/a/keys/items' })
  writeIn(folder, 'a/items/roles.md', QUESTION)
  await change(plugin, join(folder, 'a/items/roles.md'), dev)
  expect(dev.sent.at(-1)).toMatchObject([
    { type: 'error', err: { message: expect.stringContaining('items-without-topic') } },
  ])
})

test('an error in the notes fails the build, with every error and its place', () => {
  const plugin = contentPlugin(folderWith({ 'a/keys.md': BROKEN }))
  expect(() => load(plugin, '\0virtual:content')).toThrow(
    /^2 errors in the notes:\n.*keys\.md:3:10 error.*\n.*keys\.md:5:12 error/,
  )
})

test('a warning does not fail the build', () => {
  const plugin = contentPlugin(folderWith({ 'a/keys.md': NOTES.replace('CMK', '<b>CMK</b>') }))
  expect(load(plugin, '\0virtual:content')).toContain('a/keys')
})

test('an edit is sent to the page as data: the contents, and the topic that changed', async () => {
  const folder = folderWith({ 'a/keys.md': NOTES, 'a/roles.md': '# Roles\n' })
  const plugin = contentPlugin(folder)
  load(plugin, '\0virtual:content')
  writeIn(folder, 'a/keys.md', NOTES.replace('You', 'The customer'))
  const dev = serverWith(['\0virtual:content', '\0virtual:content/a/keys', '/src/main.tsx'])
  expect(await change(plugin, join(folder, 'a/keys.md'), dev)).toEqual([])
  expect(dev.sent).toMatchObject([
    ['retain:content', { manifests: [{ id: 'a' }], topics: [{ id: 'a/keys', facts: [{ value: 'The customer' }] }] }],
  ])
  // The next reload must not find the old notes.
  expect(dev.stale).toEqual([{ id: '\0virtual:content' }, { id: '\0virtual:content/a/keys' }])
  expect(load(plugin, '\0virtual:content/a/keys')).toContain('The customer')
})

test('a mistake is shown in the page, the notes stay as they were, and mending it takes the error away', async () => {
  const folder = folderWith({ 'a/keys.md': NOTES })
  const plugin = contentPlugin(folder)
  load(plugin, '\0virtual:content')
  const dev = serverWith([])
  writeIn(folder, 'a/keys.md', BROKEN)
  await change(plugin, join(folder, 'a/keys.md'), dev)
  expect(dev.sent).toMatchObject([
    [{ type: 'update', updates: [] }],
    [{ type: 'error', err: { message: expect.stringContaining('2 errors in the notes') } }],
  ])
  expect(load(plugin, '\0virtual:content/a/keys')).toContain('CMK')
  writeIn(folder, 'a/keys.md', NOTES)
  await change(plugin, join(folder, 'a/keys.md'), dev)
  expect(dev.sent.slice(2)).toMatchObject([[{ type: 'update', updates: [] }], ['retain:content', {}]])
})

test('the page hears of an edit once, and of no file but the notes', async () => {
  const folder = folderWith({ 'a/keys.md': NOTES })
  const plugin = contentPlugin(folder)
  const rendering = serverWith([], 'ssr')
  expect(await change(plugin, join(folder, 'a/keys.md'), rendering)).toEqual([])
  const page = serverWith([])
  expect(await change(plugin, join(folder, 'a/picture.png'), page)).toEqual(['kept'])
  expect(await change(plugin, join(`${folder}-elsewhere`, 'keys.md'), page)).toEqual(['kept'])
  expect([...rendering.sent, ...page.sent]).toEqual([])
})

test('the folders of the courses are watched, and a new build reads the notes anew', () => {
  const folder = folderWith({ 'a/keys.md': NOTES })
  const plugin = contentPlugin(folder)
  load(plugin, '\0virtual:content')
  writeIn(folder, 'a/keys.md', NOTES.replace('CMK', 'Root key'))
  const watched: string[] = []
  const buildStart: unknown = Reflect.get(plugin, 'buildStart')
  if (typeof buildStart !== 'function') throw new Error('Expected the hook buildStart')
  Reflect.apply(buildStart, { addWatchFile: (path: string) => watched.push(path) }, [])
  expect(watched).toEqual([join(folder, 'a')])
  expect(load(plugin, '\0virtual:content/a/keys')).toContain('Root key')
})

test('a file that is just being written is waited for: nobody gets notes without a word', async () => {
  const folder = folderWith({ 'a/keys.md': NOTES })
  const plugin = contentPlugin(folder)
  load(plugin, '\0virtual:content')
  const dev = serverWith([])
  writeIn(folder, 'a/keys.md', '')
  await change(plugin, join(folder, 'a/keys.md'), dev, async () => {
    await Promise.resolve()
    writeIn(folder, 'a/keys.md', `${NOTES}\nOne thing more.\n`)
  })
  expect(dev.sent).toHaveLength(1)
  expect(JSON.stringify(dev.sent)).toContain('One thing more.')
})

test('renames that were accepted in the ledger reach the page, also while it is open', async () => {
  const fact = 'a/keys#keys/relation/owner/cmk'
  const rename = `{"id":"${fact}s","now":"${fact}"}\n`
  const folder = folderWith({ 'a/keys.md': NOTES, 'a/ledger.jsonl': rename })
  const plugin = contentPlugin(folder)
  expect(load(plugin, '\0virtual:content')).toContain(`"renames":[["${fact}s","${fact}"]]`)
  const dev = serverWith([])
  writeIn(folder, 'a/ledger.jsonl', '')
  await change(plugin, join(folder, 'a/ledger.jsonl'), dev)
  expect(dev.sent).toMatchObject([['retain:content', { manifests: [{ id: 'a', renames: [] }] }]])
})
