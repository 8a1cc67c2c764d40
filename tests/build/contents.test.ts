import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesEndingWith, FILES, namedIn, read, ROOT, TEXTS } from './built.ts'

const CONTENT = join(ROOT, 'content')
const NOTES = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(join(CONTENT, path), 'utf8'))
  .join('\n')

const scripts = filesEndingWith('.js')

/** Hosts in strings of libraries: names of XML languages, and places where their error messages are explained. */
const LIBRARY_HOSTS: readonly string[] = ['www.w3.org', 'react.dev', 'reactrouter.com', 'github.com']

test.each(scripts)('every file that %s may fetch is there', (script) => {
  for (const file of namedIn(script).all) expect(FILES).toContain(file)
})

test('every script and stylesheet is used', () => {
  for (const file of [...scripts, ...filesEndingWith('.css')]) {
    const name = file.slice(file.lastIndexOf('/') + 1)
    expect(
      TEXTS.some((path) => path !== file && read(path).includes(name)),
      file,
    ).toBe(true)
  }
})

test('no file is named by an address that holds at the root of a server only', () => {
  for (const path of TEXTS) {
    const text = read(path)
    const found = [
      ...text.matchAll(/\b(?:src|href)="\/[^"]*"/g),
      ...text.matchAll(/url\(["']?\/[^)]*\)/g),
      ...text.matchAll(/["'`]\/(?:assets|src)\/[^"'`]*["'`]/g),
    ]
    expect(
      found.map(([match]) => match),
      path,
    ).toEqual([])
  }
})

test('nothing tells on which machine it was built', () => {
  // The root user's home is a word that may stand in any text.
  const home = homedir().split('/').length > 2 ? [homedir()] : []
  for (const path of TEXTS) {
    const text = read(path)
    for (const place of [ROOT.replace(/\/$/, ''), 'node_modules', 'file://', 'sourceMappingURL', ...home]) {
      expect(text.includes(place), `${place} in ${path}`).toBe(false)
    }
  }
})

test('the remarks to the compiler stay in the notes', () => {
  const remarks = NOTES.match(/<!--[^]*?-->/g) ?? []
  expect(remarks).not.toEqual([])
  // The compiler, which reads imported notes, tells people how such a remark is written.
  for (const path of TEXTS.filter((each) => !each.includes('compile-worker'))) {
    const text = read(path)
    expect(
      remarks.filter((remark) => text.includes(remark)),
      path,
    ).toEqual([])
  }
})

test('no host is named but those that the notes link to', () => {
  const allowed = new Set([...hostsIn(NOTES), ...LIBRARY_HOSTS])
  for (const path of TEXTS) {
    expect(
      hostsIn(read(path)).filter((host) => !allowed.has(host)),
      path,
    ).toEqual([])
  }
})

/** A name without a dot is no host of the internet. */
function hostsIn(text: string): readonly string[] {
  const hosts = [...text.matchAll(/(?:https?:|wss?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(([, host = '']) => host)
  return [...new Set(hosts.map((host) => host.toLowerCase()))]
}
