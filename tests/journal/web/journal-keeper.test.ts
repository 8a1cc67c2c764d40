import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { eventIdOf } from '../../../src/model/ids.ts'
import { event, journals, reviewed } from '../events.ts'
import { Browser, ids, openedPage, reviews, session, settled } from './kept-page.ts'

describe('what is kept', () => {
  test('is said to be kept only when it is in the database', async () => {
    const page = openedPage(new Browser(), 'p')
    page.keeper.append(event(1, reviewed('f1')))
    expect(page.keeper.keeping()).toEqual({ troubles: [], pending: 1 })
    await page.keeper.start()
    await settled(page.keeper)
    expect(page.keeper.keeping()).toEqual({ troubles: [], pending: 0 })
    const contents = await page.keeper.opened()?.contents(new Set())
    expect(ids(contents?.loose ?? [])).toEqual(['p-60'])
  })

  test('other tabs are told of it at once', () => {
    const page = openedPage(new Browser(), 'p')
    page.keeper.append(event(1, reviewed('f1')))
    expect(ids(page.told)).toEqual(['p-60'])
  })

  test('is all there after a crash that cost localStorage its last writes, and the person is told', async () => {
    const browser = new Browser()
    const page = await session(browser, 'p', reviews(60))
    page.close()
    // What Chromium had not written to the disk yet.
    const [last] = [...browser.storage.values.keys()].filter((key) => key.startsWith('retain/journal/')).slice(-1)
    browser.storage.values.delete(last ?? '')
    const later = await session(browser, 'q', [])
    expect(ids(later.known())).toEqual(ids(reviews(60)))
    expect(later.troubles()).toMatchObject([{ kind: 'healed', from: 'database' }])
    // And it is in localStorage again, for the next start.
    expect(ids(openedPage(browser, 'r').known())).toEqual(ids(reviews(60)))
  })

  test('is all there when either place was emptied, and then in both again', async () => {
    const browser = new Browser()
    ;(await session(browser, 'p', reviews(30))).close()
    browser.storage.values.clear()
    const second = await session(browser, 'q', [])
    expect(ids(second.known())).toEqual(ids(reviews(30)))
    second.close()
    browser.clearDatabases()
    const third = await session(browser, 'r', [])
    expect(ids(third.known())).toEqual(ids(reviews(30)))
    third.close()
    browser.storage.values.clear()
    expect(ids((await session(browser, 's', [])).known())).toEqual(ids(reviews(30)))
  })

  test('by a page that is still open is not taken for lost', async () => {
    const browser = new Browser()
    const page = await session(browser, 'p', reviews(5))
    browser.storage.values.clear()
    const other = await session(browser, 'q', [])
    expect(ids(other.known())).toEqual(ids(reviews(5)))
    expect(other.troubles()).toEqual([])
    page.close()
  })
})

describe('a place that fails', () => {
  const refused = () => Promise.reject(new DOMException('no', 'SecurityError'))

  test('the database: localStorage carries on, and the person is told what that means', async () => {
    const browser = new Browser()
    const page = openedPage(browser, 'p', { openDatabase: refused })
    await page.keeper.start()
    page.keeper.append(event(1, reviewed('f1')))
    await settled(page.keeper)
    expect(page.keeper.keeping()).toEqual({
      troubles: [{ kind: 'one-copy', without: 'database', why: 'blocked' }],
      pending: 0,
    })
    expect(ids(openedPage(browser, 'q').known())).toEqual(['p-60'])
  })

  test('localStorage: the database carries on', async () => {
    const browser = new Browser()
    browser.storage.writeError = new DOMException('full', 'QuotaExceededError')
    const page = await session(browser, 'p', reviews(4))
    expect(page.keeper.keeping()).toEqual({
      troubles: [{ kind: 'one-copy', without: 'local', why: 'full' }],
      pending: 0,
    })
    page.close()
    expect(ids((await session(browser, 'q', [])).known())).toEqual(ids(reviews(4)))
  })

  test('both: nothing is called kept', async () => {
    const browser = new Browser()
    browser.storage.writeError = new DOMException('full', 'QuotaExceededError')
    const page = openedPage(browser, 'p', { openDatabase: refused })
    await page.keeper.start()
    for (const one of reviews(3)) page.keeper.append(one)
    await settled(page.keeper)
    expect(page.keeper.keeping()).toEqual({ troubles: [{ kind: 'full', unsaved: 3 }], pending: 3 })
    browser.storage.writeError = null
    page.keeper.append(event(9, reviewed('f9')))
    expect(page.keeper.keeping().pending).toBe(0)
  })

  test('for a while: what waited is written when it works again', async () => {
    const browser = new Browser()
    let isDown = true
    const { JournalDatabase } = await import('../../../src/journal/web/journal-database.ts')
    const page = openedPage(browser, 'p', {
      openDatabase: (...told) => (isDown ? refused() : JournalDatabase.open(...told)),
    })
    await page.keeper.start()
    page.keeper.append(event(1, reviewed('f1')))
    await new Promise((resolve) => setTimeout(resolve, 50))
    isDown = false
    page.keeper.append(event(2, reviewed('f2')))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(page.keeper.keeping()).toEqual({ troubles: [], pending: 0 })
    expect(ids((await page.keeper.opened()?.contents(new Set()))?.loose ?? [])).toEqual(['p-120', 'p-60'])
  })
})

test('a page that a newer version took the database from writes nothing any more', async () => {
  const browser = new Browser()
  const page = await session(browser, 'p', reviews(2))
  const before = Object.fromEntries(browser.storage.values)
  const request = browser.factory.open('retain/journal', 99)
  await new Promise((resolve) => {
    request.addEventListener('success', resolve)
  })
  page.keeper.append(event(5, reviewed('f5')))
  await settled(page.keeper)
  expect(page.keeper.keeping()).toEqual({ troubles: [{ kind: 'outdated' }], pending: 1 })
  expect(Object.fromEntries(browser.storage.values)).toEqual(before)
})

test('whatever is lost, cut or garbled in one place at a time, no event is lost', async () => {
  const step = fc.record({
    count: fc.integer({ min: 0, max: 60 }),
    harm: fc.constantFrom('none', 'clear local', 'clear database', 'drop a key', 'cut a key', 'garble a key'),
    place: fc.nat(),
    tidies: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const browser = new Browser()
      const all: JournalEvent[] = []
      for (const [index, { count, harm, place, tidies }] of steps.entries()) {
        const events = reviews(count, `w${index}`, index * 1_000)
        all.push(...events)
        const page = await session(browser, `w${index}`, events)
        if (tidies) await page.keeper.tidy()
        page.close()
        const keys = [...browser.storage.values.keys()].filter((key) => !key.endsWith('format'))
        const key = keys[place % Math.max(1, keys.length)] ?? ''
        const text = browser.storage.values.get(key) ?? ''
        if (harm === 'clear local') browser.storage.values.clear()
        if (harm === 'clear database') browser.clearDatabases()
        if (harm === 'drop a key') browser.storage.values.delete(key)
        if (harm === 'cut a key' && key !== '')
          browser.storage.values.set(key, text.slice(0, place % (text.length + 1)))
        if (harm === 'garble a key' && key !== '') {
          const at = place % Math.max(1, text.length)
          browser.storage.values.set(key, `${text.slice(0, at)}\u4321${text.slice(at + 1)}`)
        }
        const healer = await session(browser, `healer${index}`, [])
        expect(ids(healer.known())).toEqual(ids(all))
        healer.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('events of any kind come back from either place', async () => {
  await fc.assert(
    fc.asyncProperty(journals, fc.boolean(), async (all, isLocalLost) => {
      const browser = new Browser()
      const odd = all.map((one) => ({ ...one, id: eventIdOf(one.id) }))
      ;(await session(browser, 'p', odd)).close()
      if (isLocalLost) browser.storage.values.clear()
      else browser.clearDatabases()
      const page = await session(browser, 'q', [])
      const byId = new Map(page.known().map((one) => [one.id, one]))
      expect(all.map(({ id }) => byId.get(id))).toEqual(all)
    }),
    { numRuns: 60 },
  )
}, 60_000)
