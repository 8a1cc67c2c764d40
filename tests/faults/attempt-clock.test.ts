import process from 'node:process'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { clockError, eventsIn, startExam, startOf } from './exam.ts'
import { KillableBrowser, pause } from './killable-browser.ts'
import { tell } from './rounds.ts'
import { setWallClock, setWallClockUnseen, wallClock } from './wall-clock.ts'

const PRECISION = 50
const AWAY = 10_000
const HOUR = 3_600_000

/** What a page that was put aside does not do makes no time pass more slowly. */
async function expectRight(page: Page, startedAt: number, after: string): Promise<void> {
  await expect(page.getByTestId('time-left')).toBeVisible()
  const error = await clockError(page, startedAt)
  tell(`Exam clock after: ${after}: off by ${error.toFixed(1)} ms`)
  expect(Math.abs(error), after).toBeLessThanOrEqual(PRECISION)
}

/** Waits until the page wrote down that the clock was set, for the so-manieth time. */
async function clockRead(page: Page, times: number): Promise<void> {
  await expect
    .poll(async () => (await eventsIn(page)).filter(({ kind }) => kind === 'clock-read').length)
    .toBeGreaterThanOrEqual(times)
}

test('an exam in a tab behind another one, and in one that gets no turn, has the right time', async ({ baseURL }) => {
  const browser = new KillableBrowser()
  try {
    const page = await (await browser.open()).newPage()
    await startExam(page, baseURL)
    const startedAt = await startOf(page)
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      document.addEventListener('visibilitychange', () => seen.push(document.visibilityState))
    })
    const context = await browser.hide(AWAY)
    const shown = context.pages().find((each) => each.url() === page.url()) ?? page
    expect(await shown.evaluate(() => Reflect.get(globalThis, 'seen')[0])).toBe('hidden')
    await shown.bringToFront()
    await expectRight(shown, startedAt, `hidden for ${AWAY} ms`)

    const devtools = await context.browser()?.newBrowserCDPSession()
    const { processInfo = [] } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {}
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
    expect(renderers.length).toBeGreaterThan(0)
    for (const id of renderers) process.kill(id, 'SIGSTOP')
    await pause(AWAY)
    for (const id of renderers) process.kill(id, 'SIGCONT')
    await expectRight(shown, startedAt, `stopped for ${AWAY} ms`)
  } finally {
    await browser.remove()
  }
})

test('an exam that was reloaded, and closed for a while, has the right time', async ({ context, baseURL }) => {
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  const startedAt = await startOf(page)
  await expectRight(page, startedAt, 'the start')
  await page.reload()
  await expectRight(page, startedAt, 'a reload')
  await page.close()
  await pause(3_000)
  const again = await context.newPage()
  await again.goto(address)
  await expectRight(again, startedAt, '3 s closed')
})

test('the wall clock set by an hour, on and back, changes nothing', async ({ context, baseURL }) => {
  await wallClock(context)
  const page = await context.newPage()
  await startExam(page, baseURL)
  const startedAt = await startOf(page)
  for (const [place, by] of [HOUR, 0, -HOUR].entries()) {
    await setWallClock(page, by)
    await clockRead(page, place + 1)
    await expectRight(page, startedAt, `wall clock at ${by / HOUR} h`)
    await page.keyboard.press('b')
    await page.reload()
    await expectRight(page, startedAt, `wall clock at ${by / HOUR} h, reload`)
    await expect(page.getByTestId('answered-total')).toHaveAttribute('data-count', '1')
  }
})

test.describe('in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('summer time ends in the middle of an exam', async ({ context, baseURL }) => {
    await wallClock(context)
    const by = Date.parse('2026-10-25T00:59:57Z') - Date.now()
    await setWallClockUnseen(context, by, baseURL)
    const page = await context.newPage()
    const address = await startExam(page, baseURL)
    const startedAt = (await startOf(page)) - by
    await expect.poll(() => page.evaluate(() => new Date().getTimezoneOffset())).toBe(-60)
    await expectRight(page, startedAt, 'the end of summer time')
    await page.goto(address)
    await expectRight(page, startedAt, 'the end of summer time, reload')
  })
})
