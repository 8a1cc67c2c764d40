import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { textOfBytes } from '../../../src/journal/text-of-bytes.ts'
import { LocalJournal } from '../../../src/journal/web/local-journal.ts'
import { Browser, ids, openedPage, reviews, session, settled } from './kept-page.ts'

/** A browser in which the history of a page that is closed was packed. */
async function packed(): Promise<Browser> {
  const browser = new Browser()
  const page = await session(browser, 'p', reviews(400))
  page.close()
  const tidier = await session(browser, 'tidier', [])
  await tidier.keeper.tidy()
  tidier.close()
  return browser
}

const packKey = (browser: Browser): string =>
  [...browser.storage.values.keys()].find((key) => key.startsWith('retain/pack/')) ?? ''

test('packs that both places have are not read to see that they are the same', async () => {
  const browser = await packed()
  expect(packKey(browser)).not.toBe('')
  const page = openedPage(browser, 'q')
  const part = vi.spyOn(LocalJournal.prototype, 'part')
  await page.keeper.start()
  expect(part.mock.calls.filter(([{ kind }]) => kind === 'pack')).toEqual([])
  expect(page.troubles()).toEqual([])
  part.mockRestore()
})

test('a damaged pack is noticed, and made up for from the other place', async () => {
  const browser = await packed()
  const key = packKey(browser)
  const text = browser.storage.values.get(key) ?? ''
  browser.storage.values.set(key, `${text.slice(0, 200)}${textOfBytes(new Uint8Array(60))}${text.slice(300)}`)
  const page = openedPage(browser, 'q')
  await page.keeper.start()
  await settled(page.keeper)
  expect(page.troubles()).toMatchObject([{ kind: 'unreadable' }, { kind: 'healed', from: 'database' }])
  expect(ids(page.known())).toEqual(ids(reviews(400)))
})
