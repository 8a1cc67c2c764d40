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
      // Fill all of it, then free as much as is to be left.
      localStorage.removeItem('filler')
      let [low, high] = [0, 5_242_880]
      while (low < high) {
        const size = Math.ceil((low + high) / 2)
        try {
          localStorage.setItem('filler', 'x'.repeat(size))
          low = size
        } catch {
          high = size - 1
        }
      }
      localStorage.setItem('filler', 'x'.repeat(Math.max(0, low - left)))
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
