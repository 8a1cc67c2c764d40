import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerOn, clockError, eventsIn, startExam, startOf, toldIn } from './exam.ts'
import type { Told } from './exam.ts'
import { KillableBrowser, pause } from './killable-browser.ts'
import { ROUNDS, tell } from './rounds.ts'

/** From the first answers to a dozen of them. */
const [SOONEST, LATEST] = [200, 1_500]
const PRECISION = 50

/** What is in flight when the browser dies never answers. */
function abandoned(work: Promise<unknown>): void {
  void work.catch(() => undefined)
}

test(`${ROUNDS} exams in browsers that are killed: each goes on where it was`, async ({ baseURL }) => {
  const errors: number[] = []
  let answers = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = new KillableBrowser()
    try {
      const context = await browser.open()
      const told = await toldIn(context)
      const page = await context.newPage()
      const address = await startExam(page, baseURL)
      abandoned(answerOn(page, 500))
      await expect.poll(() => told.kept, { intervals: [10] }).toBeGreaterThan(0)
      await pause(SOONEST + ((round * 0.618_034) % 1) * (LATEST - SOONEST))
      await browser.kill()
      const again = await (await browser.open()).newPage()
      errors.push(await goesOn(again, address, told))
      answers += told.kept
    } finally {
      await browser.remove()
    }
  }
  const worst = Math.max(...errors.map(Math.abs))
  tell(
    `Exams in killed browsers: ${ROUNDS}, steps shown as kept: ${answers}, lost: 0; clock off by ${worst.toFixed(1)} ms`,
  )
})

test('an exam in a tab that crashes goes on where it was', async ({ context, baseURL }) => {
  const told = await toldIn(context)
  const page = await context.newPage()
  const address = await startExam(page, baseURL)
  abandoned(answerOn(page, 500))
  await expect.poll(() => told.kept, { intervals: [10] }).toBeGreaterThan(10)
  const devtools = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  abandoned(devtools.send('Page.crash'))
  await crashed
  const error = await goesOn(await context.newPage(), address, told)
  tell(`An exam in a crashed tab: ${told.kept} steps kept, clock off by ${error.toFixed(1)} ms`)
})

/** Everything that was shown as kept is there, the last item is in front, and the time is right. Tells how right. */
async function goesOn(page: Page, address: string, { begun, kept }: Told): Promise<number> {
  await page.goto(address)
  const item = page.getByTestId('item')
  await expect(item).toBeVisible()
  const wanted = new Map(begun.slice(0, kept).map((step) => [step.item, step]))
  // What came after that may be there or not.
  const open = new Set(begun.slice(kept).map((step) => step.item))
  expect(begun.length - kept).toBeLessThanOrEqual(1)
  const total = page.getByTestId('answered-total')
  await expect.poll(async () => Number(await total.getAttribute('data-count'))).toBeGreaterThanOrEqual(wanted.size)
  expect(Number(await total.getAttribute('data-count'))).toBeLessThanOrEqual(new Set([...wanted.keys(), ...open]).size)

  const events = await eventsIn(page)
  for (const [name, step] of wanted) {
    if (open.has(name)) continue
    const ofItem = events.filter((event) => event['item'] === name)
    expect(ofItem.findLast(({ kind }) => kind === 'answered')?.['chosen']).toEqual([step.chosen])
    expect(ofItem.findLast(({ kind }) => kind === 'flagged')?.['flagged'] ?? false).toBe(step.isFlagged)
  }
  // The one in front, or the one that was about to be.
  const [last, before] = [begun.at(-1), begun.at(-2)]
  expect([last?.item, before?.item, ...(await besides(page, last?.item ?? ''))]).toContain(
    await item.getAttribute('data-item'),
  )
  const error = await clockError(page, await startOf(page))
  expect(Math.abs(error)).toBeLessThanOrEqual(PRECISION)
  return error
}

/** The items on both sides of one. */
async function besides(page: Page, item: string): Promise<readonly string[]> {
  const items: unknown = (await eventsIn(page)).find(({ kind }) => kind === 'attempt-started')?.['items']
  const names = Array.isArray(items) ? items.map(String) : []
  const place = names.indexOf(item)
  return names.slice(Math.max(0, place - 1), place + 2)
}
