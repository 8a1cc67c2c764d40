import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pagesPlugin } from '../../src/node/pages-plugin.ts'
import { folderWith } from './temporary-folder.ts'

const HTML = '<html><head><link href="./assets/a.css"></head><body><script src="./assets/a.js"></script></body></html>'

/** Builds into a folder of its own and returns where. */
function build(): string {
  const root = folderWith({
    'dist/index.html': HTML,
    'content/aif-c01/keys.md': '# Keys\n',
    'content/other/roles.md': '# Roles\n',
  })
  const plugin = pagesPlugin(join(root, 'content'))
  call(plugin, 'configResolved', { root, build: { outDir: 'dist' } })
  call(plugin, 'writeBundle')
  return join(root, 'dist')
}

function call(plugin: object, name: string, ...args: readonly unknown[]): void {
  const hook: unknown = Reflect.get(plugin, name)
  if (typeof hook !== 'function') throw new Error(`Expected the hook ${name}`)
  Reflect.apply(hook, undefined, args)
}

test.each(['study', 'study/keys', 'study/other/roles', 'cards/browse', 'quiz/new', 'settings'])(
  '/%s can be opened and reloaded, with a slash behind it or without, and finds its assets',
  (page) => {
    const out = build()
    for (const file of [`${page}.html`, `${page}/index.html`]) {
      const html = readFileSync(join(out, file), 'utf8')
      const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
      expect(addresses).toHaveLength(2)
      // A browser resolves them from the folder that the file lies in.
      for (const address of addresses)
        expect(new URL(address, `http://x/app/${file}`).pathname).toMatch(/^\/app\/assets\/a\./)
    }
  },
)

test('the front page is not written a second time', () => {
  expect(existsSync(join(build(), '.html'))).toBe(false)
})

test('an address that is not known in advance adds its assets from the base of the app, and holds none that is relative', () => {
  const html = readFileSync(join(build(), '404.html'), 'utf8')
  expect(html).toMatch(/<script>\(\(tags\) => .*location\.pathname/s)
  expect(html).not.toMatch(/<(?:script|link)[^>]*(?:src|href)="\./)
})
