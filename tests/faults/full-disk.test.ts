import { expect, test } from '@playwright/test'
import { ROUNDS, tell } from './rounds.ts'
import { acknowledgements, openSession, reviewOn, reviewsFound } from './session.ts'

/** Every byte when it is tried in full; else some of them. */
const STEP = ROUNDS >= 50 ? 2 : 50
const LAST = 500

test('at each end of the room in localStorage, nothing is lost and nothing old is harmed', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext()
  await acknowledgements(context)
  const page = await context.newPage()
  await openSession(page, baseURL)
  await reviewOn(page, 2)
  const before = await page.evaluate(() => ({ ...localStorage }))
  const rooms = Array.from({ length: Math.ceil(LAST / STEP) }, (_, index) => LAST - index * STEP)
  for (const room of rooms) {
    await page.evaluate((left) => {
      // What is to be left is what is free of the quota now, but for the filler.
      localStorage.removeItem('filler')
      const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)
      localStorage.setItem('filler', 'x'.repeat(5_242_880 - used - 'filler'.length - left))
    }, room)
    await reviewOn(page, 1)
  }
  const after = await page.evaluate(() => ({ ...localStorage }))
  for (const [key, text] of Object.entries(before)) expect(after[key]?.startsWith(text)).toBe(true)
  const total = rooms.length + 2
  expect(await reviewsFound(page, baseURL, total)).toBe(total)
  tell(`Full localStorage: ${rooms.length} sizes of the last ${LAST} units, 0 answers lost`)
  await context.close()
})
