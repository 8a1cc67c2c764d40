import { expect, test } from '@playwright/test'
import { ROUNDS, tell } from './rounds.ts'
import { acknowledgements, openSession, reviewOn, reviewsFound } from './session.ts'

const SEEDS = Math.max(1, Math.round(ROUNDS * 0.4))
const REVIEWS = 200

test(`two tabs, ${REVIEWS} answers each, ${SEEDS} times: none lost, none doubled`, async ({ browser, baseURL }) => {
  const delays: number[] = []
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const context = await browser.newContext()
    await acknowledgements(context)
    const [one, other] = [await context.newPage(), await context.newPage()]
    await openSession(one, baseURL)
    await other.goto(`${baseURL}/cards?limit=500`)
    await Promise.all([reviewOn(one, REVIEWS), reviewOn(other, REVIEWS)])

    // Both know of all answers of both, without a reload.
    for (const page of [one, other]) {
      await page.getByRole('link', { name: 'Progress' }).click()
      await expect(page.getByTestId('reviews-total')).toHaveText(String(2 * REVIEWS))
    }
    delays.push(...(await delaysBetween(one, other, baseURL)))
    expect(await reviewsFound(await context.newPage(), baseURL, 2 * REVIEWS)).toBe(2 * REVIEWS + DELAYS)
    await context.close()
  }
  const sorted = delays.toSorted((a, b) => a - b)
  const [median, slow, worst] = [0.5, 0.95, 1].map((part) => sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN)
  tell(
    `Two tabs: ${SEEDS} × 2 × ${REVIEWS} answers, 0 lost, 0 doubled; seen in the other after ${median} ms, at most ${worst} ms`,
  )
  expect(median).toBeLessThanOrEqual(100)
  // One in twenty may meet a pause of the machine.
  expect(slow).toBeLessThanOrEqual(200)
})

const DELAYS = 10
type Tab = Parameters<typeof openSession>[0]

/** How long after a grade is given in one tab the other one shows it: on one machine, so by one clock. */
async function delaysBetween(one: Tab, other: Tab, address = ''): Promise<readonly number[]> {
  await one.goto(`${address}/cards?limit=500`)
  await other.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    const total = document.querySelector('[data-testid=reviews-total]')
    if (total !== null)
      new MutationObserver(() => seen.push(Date.now())).observe(total, {
        subtree: true,
        characterData: true,
        childList: true,
      })
  })
  const given: number[] = []
  for (let review = 0; review < DELAYS; review += 1) {
    await expect(one.getByTestId('card')).toHaveAttribute('data-side', 'front')
    given.push(
      await one.evaluate(async () => {
        const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        press(' ')
        while (document.querySelector<HTMLElement>('[data-testid=card]')?.dataset['side'] !== 'back') {
          await new Promise((resolve) => setTimeout(resolve))
        }
        const at = Date.now()
        press('3')
        return at
      }),
    )
    await expect.poll(() => other.evaluate(() => Reflect.get(globalThis, 'seen').length)).toBe(review + 1)
  }
  const seen: readonly number[] = await other.evaluate(() => Reflect.get(globalThis, 'seen'))
  return seen.map((at, index) => at - (given[index] ?? 0))
}
