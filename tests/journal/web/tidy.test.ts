import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { encodeChunk } from '../../../src/journal/chunk.ts'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { Browser, ids, openedPage, reviews, session } from './kept-page.ts'

describe('tidying', () => {
  /** Sessions of many answers, so that there is something to pack. */
  async function studied(browser: Browser, days: number, perDay = 200) {
    const all: JournalEvent[] = []
    for (let day = 0; day < days; day += 1) {
      const events = reviews(perDay, `w${day}`, day * 1_000)
      all.push(...events)
      const page = await session(browser, `w${day}`, events)
      await page.keeper.tidy()
      page.close()
    }
    return all
  }

  test('packs what closed pages left, loses nothing, and leaves little', async () => {
    const browser = new Browser()
    const all = await studied(browser, 12)
    const last = await session(browser, 'last', [])
    await last.keeper.tidy()
    expect(ids(openedPage(browser, 'reader').known())).toEqual(ids(all))
    const units = [...browser.storage.values].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    expect(units).toBeLessThan(all.length * 30)
    const packs = [...browser.storage.values.keys()].filter((key) => key.startsWith('retain/pack/'))
    expect(packs.length).toBeLessThanOrEqual(4)
    expect((await last.keeper.opened()?.packNames())?.toSorted()).toEqual(
      packs.map((key) => key.slice('retain/pack/'.length)).toSorted(),
    )
  })

  test('keeps a copy of what an older version wrote before its place is taken', async () => {
    const browser = new Browser()
    const old = reviews(300, 'old')
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('')
    browser.storage.values.set('retain/journal/old/0', old)
    const page = await session(browser, 'p', [])
    expect(page.troubles()).toEqual([])
    await page.keeper.tidy()
    expect(browser.storage.values.has('retain/journal/old/0')).toBe(false)
    const request = browser.factory.open('retain/journal')
    const kept = await new Promise((resolve) => {
      request.addEventListener('success', () => {
        const get = request.result.transaction('aside').objectStore('aside').get('retain/journal/old/0')
        get.addEventListener('success', () => resolve(get.result))
      })
    })
    expect(kept).toBe(old)
    expect(ids(openedPage(browser, 'q').known())).toEqual(ids(reviews(300, 'old')))
  })

  test('leaves alone what has something unreadable in it', async () => {
    const browser = new Browser()
    const damaged = `${encodeChunk(reviews(300, 'old'))}zz {"kind":"dreamt"}\n`
    browser.storage.values.set('retain/journal/old/0', damaged)
    const page = await session(browser, 'p', [])
    await page.keeper.tidy()
    expect(browser.storage.values.get('retain/journal/old/0')).toBe(damaged)
  })
})
