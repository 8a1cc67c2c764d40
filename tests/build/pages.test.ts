import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES } from '../../src/model/page.ts'
import { addressesIn, filesEndingWith, FILES, read, resolved, ROOT } from './built.ts'

const notes = readdirSync(join(ROOT, 'content/aif-c01')).filter((name) => name.endsWith('.md') && name !== 'course.md')
const known = [
  ...Object.values(PAGES).filter((page) => page !== PAGES.today),
  ...notes.map((name) => `${PAGES.study}/${name.replace(/\.md$/, '')}`),
].map((page) => page.slice(1))

test.each(known)('a static server finds /%s, with a slash behind it or without', (page) => {
  expect(FILES).toContain(`${page}.html`)
  expect(FILES).toContain(`${page}/index.html`)
})

test.each(filesEndingWith('.html').filter((path) => path !== '404.html'))('%s names files that are there', (page) => {
  const addresses = addressesIn(read(page))
  expect(addresses.length).toBeGreaterThan(2)
  for (const address of addresses) {
    expect(address).toMatch(/^\.{1,2}\//)
    expect(FILES).toContain(resolved(page, address))
  }
})

test('the page for unknown addresses, which may be served at any depth, names no file by a relative address', () => {
  const html = read('404.html')
  expect(addressesIn(html)).toEqual([])
  // Its script adds the very files of the front page.
  for (const address of addressesIn(read('index.html'))) expect(html).toContain(JSON.stringify(address))
})
