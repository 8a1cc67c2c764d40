import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { pack } from '../../../src/journal/pack/pack.ts'
import { JournalCare, keptDays } from '../../../src/journal/web/journal-care.ts'
import { event, reviewed } from '../events.ts'
import { Browser, ids, openedPage, reviews, session } from './kept-page.ts'

const dayOf = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)

async function cared(browser: Browser, writer = 'carer') {
  const page = await session(browser, writer, [])
  return { page, care: new JournalCare(page.local, page.keeper.opened()) }
}

describe('the check', () => {
  test('finds nothing where nothing is wrong', async () => {
    const browser = new Browser()
    ;(await session(browser, 'p', reviews(40))).close()
    const { care } = await cared(browser)
    expect(await care.check(browser.open)).toMatchObject({ events: 40, damages: [], putBack: 0, hasTwoCopies: true })
  })

  test('finds damage wherever it is; the repair takes it out, keeps it, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom('x', '\u4321', '\n'), async (place, sign) => {
        const browser = new Browser()
        ;(await session(browser, 'p', reviews(60))).close()
        const keys = [...browser.storage.values.keys()].filter((key) => key.startsWith('retain/journal/'))
        const key = keys[place % keys.length] ?? ''
        const text = browser.storage.values.get(key) ?? ''
        const at = place % text.length
        const harmed = text.slice(0, at) + sign + text.slice(at + 1)
        browser.storage.values.set(key, harmed)
        const { page, care } = await cared(browser)
        const { damages } = await care.check(browser.open)
        expect(damages).toHaveLength(harmed === text ? 0 : 1)
        await care.repair(damages)
        expect(await care.check(browser.open)).toMatchObject({ events: 60, damages: [] })
        page.close()
        expect(ids(openedPage(browser, 'reader').known())).toEqual(ids(reviews(60)))
      }),
      { numRuns: 30 },
    )
  })

  test('leaves alone what a newer version wrote', async () => {
    const browser = new Browser()
    browser.storage.values.set('retain/journal/q/0', '9\nof a later version\n')
    const { care } = await cared(browser)
    const { damages } = await care.check(browser.open)
    expect(damages).toMatchObject([{ place: 'local', name: 'retain/journal/q/0', records: 1, isNewer: true }])
    await care.repair(damages)
    expect(browser.storage.values.get('retain/journal/q/0')).toBe('9\nof a later version\n')
  })
})

const packed = (events: readonly JournalEvent[]) => () => Promise.resolve(pack(events))

describe('copies of the journal', () => {
  test('are made once a day, and can be read', async () => {
    const { care } = await cared(new Browser())
    await care.takeSnapshot(dayOf(1), packed(reviews(3)))
    await care.takeSnapshot(dayOf(1), packed([...reviews(3), event(9, reviewed('later'))]))
    await care.takeSnapshot(dayOf(2), packed(reviews(5)))
    expect(await care.snapshotDays()).toEqual([dayOf(2), dayOf(1)])
    expect(await care.snapshot(dayOf(1))).toEqual(pack(reviews(3)))
    expect(await care.snapshot(dayOf(7))).toBeNull()
  })

  test('of a year leave seven days and four weeks before them', async () => {
    const { care } = await cared(new Browser())
    for (let day = 0; day < 365; day += 1) await care.takeSnapshot(dayOf(day), packed(reviews(1)))
    const days = await care.snapshotDays()
    expect(days.slice(0, 7)).toEqual(Array.from({ length: 7 }, (_, index) => dayOf(364 - index)))
    expect(days).toHaveLength(11)
    const weeks = days.slice(7).map((day) => Date.parse(day) / 604_800_000)
    for (const [index, week] of weeks.entries()) if (index > 0) expect((weeks[index - 1] ?? 0) - week).toBeCloseTo(1)
  })

  test('are never more than eleven, and always the last seven, whichever days the app was used on', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 60 }), (numbers) => {
        const days = numbers.map(dayOf).toSorted()
        const kept = keptDays(days)
        expect(kept.length).toBeLessThanOrEqual(11)
        for (const day of days.slice(-7)) expect(kept).toContain(day)
      }),
    )
  })
})
