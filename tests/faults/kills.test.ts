import { expect, test } from '@playwright/test'
import { KillableBrowser, pause } from './killable-browser.ts'
import { ROUNDS, tell } from './rounds.ts'
import { acknowledgements, openSession, reviewOn, reviewsFound } from './session.ts'
import { reviewOnTwin, serveTwin } from './twin-page.ts'

/** Between the first answers and a short session. */
const [SOONEST, LATEST] = [300, 2_500]

/** The same instants in every run. */
function* instants(count: number): Generator<number> {
  for (let round = 0; round < count; round += 1) {
    yield SOONEST + ((round * 0.618_034) % 1) * (LATEST - SOONEST)
  }
}

/** What is in flight when the browser dies never answers. */
function abandoned(work: Promise<unknown>): void {
  void work.catch(() => undefined)
}

test(`${ROUNDS} killed browsers: no answer that was shown as kept is lost`, async ({ baseURL }) => {
  const losses: number[] = []
  let answers = 0
  for (const instant of instants(ROUNDS)) {
    const browser = new KillableBrowser()
    try {
      const context = await browser.open()
      const told = await acknowledgements(context)
      const page = await context.newPage()
      await openSession(page, baseURL)
      abandoned(reviewOn(page, 280))
      await pause(instant)
      await browser.kill()
      const { count, begun } = told
      const again = await (await browser.open()).newPage()
      const found = await reviewsFound(again, baseURL, count)
      losses.push(Math.max(0, count - found))
      answers += count
      expect(found).toBeGreaterThanOrEqual(count)
      expect(found).toBeLessThanOrEqual(begun)
      expect(begun - count).toBeLessThanOrEqual(1)
    } finally {
      await browser.remove()
    }
  }
  tell(`Killed browsers: ${ROUNDS}, answers shown as kept: ${answers}, of these lost: ${sum(losses)}`)
  expect(sum(losses)).toBe(0)
})

test('a twin on zustand’s persist loses answers in the same kills', async () => {
  const twin = await serveTwin()
  const rounds = Math.min(ROUNDS, 10)
  let [lost, answers] = [0, 0]
  try {
    for (const instant of instants(rounds)) {
      const browser = new KillableBrowser()
      try {
        const context = await browser.open()
        const told = await acknowledgements(context)
        const page = await context.newPage()
        await page.goto(twin.address)
        abandoned(reviewOnTwin(page))
        await pause(instant)
        await browser.kill()
        const again = await (await browser.open()).newPage()
        await again.goto(twin.address)
        const found = await again.evaluate(() => globalThis.twinReviews())
        lost += Math.max(0, told.count - found)
        answers += told.count
      } finally {
        await browser.remove()
      }
    }
  } finally {
    twin.close()
  }
  tell(`The twin: killed browsers: ${rounds}, answers taken: ${answers}, of these lost: ${lost}`)
  // Should it ever lose nothing, the kills have become too gentle to prove anything.
  expect(lost).toBeGreaterThan(0)
})

test(`${ROUNDS} crashed tabs: no answer that was shown as kept is lost`, async ({ browser, baseURL }) => {
  let [lost, answers] = [0, 0]
  for (const instant of instants(ROUNDS)) {
    const context = await browser.newContext()
    const told = await acknowledgements(context)
    const page = await context.newPage()
    await openSession(page, baseURL)
    abandoned(reviewOn(page, 280))
    await pause(instant / 2)
    const devtools = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    abandoned(devtools.send('Page.crash'))
    await crashed
    const { count, begun } = told
    const found = await reviewsFound(await context.newPage(), baseURL, count)
    lost += Math.max(0, count - found)
    answers += count
    expect(found).toBeGreaterThanOrEqual(count)
    expect(found).toBeLessThanOrEqual(begun)
    await context.close()
  }
  tell(`Crashed tabs: ${ROUNDS}, answers shown as kept: ${answers}, of these lost: ${lost}`)
  expect(lost).toBe(0)
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
