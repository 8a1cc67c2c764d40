import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { answerOn, eventsIn, handIns, LIMIT, startExam, startOf, toldIn } from './exam.ts'
import { tell } from './rounds.ts'
import { setWallClock, setWallClockUnseen, wallClock } from './wall-clock.ts'

/** The app looks every ten seconds for attempts whose time ran out unseen. */
const SEEN_WITHIN = 25_000
const START = new Date('2026-11-24T10:00:00Z')

/** One result: the same in the journal and wherever it is shown. Gives the number of right answers. */
async function oneResult(pages: readonly Page[], address: string, why: string): Promise<number> {
  const right: number[] = []
  for (const page of pages) {
    await page.goto(`${address}/result`)
    const score = page.getByTestId('score')
    await expect(score).toHaveAttribute('data-count', '20')
    right.push(Number(await score.getAttribute('data-correct')))
    const [end, ...others] = await handIns(page)
    expect(others).toEqual([])
    expect(end?.['why']).toBe(why)
    const outcomes: unknown = end?.['outcomes']
    const graded: readonly unknown[] = Array.isArray(outcomes) ? outcomes : []
    expect(graded.filter((outcome) => JSON.stringify(outcome).includes('"correct":true'))).toHaveLength(right[0] ?? -1)
  }
  expect(new Set(right).size).toBe(1)
  return right[0] ?? Number.NaN
}

/** How many items are answered, as the journal has it. */
async function answered(page: Page): Promise<number> {
  const events = await eventsIn(page)
  return new Set(events.flatMap(({ kind, item }) => (kind === 'answered' ? [item] : []))).size
}

test('over its deadline with no page open, an exam is handed in by whichever page is opened', async ({
  context,
  baseURL,
}) => {
  await wallClock(context)
  await toldIn(context)
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  await answerOn(page, 5)
  await page.close()
  await setWallClockUnseen(context, LIMIT, baseURL)
  const other = await context.newPage()
  await other.goto(`${baseURL}/`)
  await expect.poll(async () => (await handIns(other)).length, { timeout: SEEN_WITHIN }).toBe(1)
  expect(await answered(other)).toBe(5)
  await oneResult([other], address, 'time')
})

test('over its deadline while I look at something else, an exam is handed in', async ({ context, baseURL }) => {
  await wallClock(context)
  await toldIn(context)
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  await answerOn(page, 3)
  await page.goto(`${baseURL}/progress`)
  await setWallClock(page, LIMIT)
  await expect.poll(async () => (await handIns(page)).length, { timeout: SEEN_WITHIN }).toBe(1)
  expect(await answered(page)).toBe(3)
  await oneResult([page], address, 'time')
})

/** An exam whose clock stands still a while before its end. */
async function examNearEnd(context: BrowserContext, page: Page, left: number, address = ''): Promise<string> {
  await context.clock.install({ time: START })
  const exam = await startExam(page, address)
  await context.clock.pauseAt((await startOf(page)) + LIMIT - left)
  await expect(page.getByTestId('time-left')).toHaveAttribute('data-ms', String(left))
  return exam
}

test('answered at the last second and closed, an exam counts the answer', async ({ context, baseURL }) => {
  const page = await context.newPage()
  const address = await examNearEnd(context, page, 1_000, baseURL)
  await expect(page.getByTestId('time-left')).toHaveText('00:01')
  await page.keyboard.press('a')
  await expect(page.getByTestId('item').getByRole('radio').first()).toBeChecked()
  await page.close()
  // Pages do not begin while their clock stands still.
  await context.clock.resume()
  await context.clock.fastForward(1_000)
  const again = await context.newPage()
  await again.goto(address)
  await oneResult([again], address, 'time')
  expect(await answered(again)).toBe(1)
})

test('reloaded at 0:00, an exam is handed in once', async ({ context, baseURL }) => {
  const page = await context.newPage()
  const address = await examNearEnd(context, page, 300, baseURL)
  await page.keyboard.press('a')
  await Promise.all([context.clock.fastForward(300), page.reload()])
  await context.clock.resume()
  await oneResult([page], address, 'time')
  await page.reload()
  await oneResult([page], address, 'time')
  expect(await answered(page)).toBe(1)
})

test('two tabs that both see the time run out make one result', async ({ context, baseURL }) => {
  await context.clock.install({ time: START })
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  await page.keyboard.press('a')
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByTestId('answered-total')).toHaveAttribute('data-count', '1')
  await other.getByRole('button', { name: 'Take over here' }).click()
  await expect(other.getByTestId('item').getByRole('radio').first()).toBeEnabled()
  await other.keyboard.press('b')
  await expect(page.getByTestId('item').getByRole('radio').nth(1)).toBeChecked()
  // One sees the end, the other that it is long over: both hand in.
  await context.clock.fastForward(2 * LIMIT)
  const shown: (string | null)[] = []
  for (const tab of [page, other]) {
    await expect(tab.getByTestId('score')).toHaveAttribute('data-count', '20')
    shown.push(await tab.getByTestId('score').getAttribute('data-correct'))
  }
  const third = await context.newPage()
  for (const tab of [page, other, third]) {
    await tab.goto(`${address}/result`)
    shown.push(await tab.getByTestId('score').getAttribute('data-correct'))
    expect(await answered(tab)).toBe(1)
  }
  expect(new Set(shown).size).toBe(1)
  const ends = await handIns(third)
  expect(new Set(ends.map(({ outcomes }) => JSON.stringify(outcomes))).size).toBe(1)
  tell(`Two tabs at the end of the time: ${ends.length} handed in, 1 result`)
})

test('when the tab that has an exam crashes, the other one goes on with it', async ({ context, baseURL }) => {
  await toldIn(context)
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByTestId('item').getByRole('radio').first()).toBeDisabled()
  await answerOn(page, 4)
  const devtools = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await expect(other.getByTestId('item').getByRole('radio').first()).toBeEnabled()
  await expect(other.getByTestId('answered-total')).toHaveAttribute('data-count', '4')
  await other.keyboard.press('c')
  await expect(other.getByTestId('answered-total')).toHaveAttribute('data-count', '5')
})
