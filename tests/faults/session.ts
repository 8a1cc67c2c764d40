import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** What a page that reviews by itself has told. */
export interface Acknowledged {
  /** Reviews that the page has shown as kept. */
  count: number
  /** Reviews that were begun. */
  begun: number
}

/** Enough new cards a day for a session that does not end. */
const MANY =
  '{"kind":"setting-changed","setting":{"name":"newPerDay","value":500},"id":"before-1","at":1790000000000,"offset":0}'

/** Takes down what pages tell. The telling is awaited by the page: what it has told, it has told before it goes on. */
export async function acknowledgements(context: BrowserContext): Promise<Acknowledged> {
  const told: Acknowledged = { count: 0, begun: 0 }
  await context.exposeFunction('tellBegun', () => {
    told.begun += 1
  })
  await context.exposeFunction('tellKept', () => {
    told.count += 1
  })
  return told
}

/** Opens a session that has cards enough. */
export async function openSession(page: Page, address = ''): Promise<void> {
  await page.goto(`${address}/settings`)
  await page.evaluate((line) => localStorage.setItem('retain/journal/before/0', `${line}\n`), MANY)
  await page.goto(`${address}/cards?limit=500`)
  await expect(page.getByTestId('card')).toBeVisible()
}

declare global {
  function tellBegun(): Promise<void>
  function tellKept(): Promise<void>
}

/** Grades card after card by keyboard, as fast as the page allows, waiting each time until it says “Kept”. */
export async function reviewOn(page: Page, count: number): Promise<void> {
  await page.evaluate(async (most) => {
    const card = () => document.querySelector<HTMLElement>('[data-testid=card]')
    const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve))
    }
    for (let done = 0; done < most; done += 1) {
      await until(() => card()?.dataset['side'] === 'front')
      press(' ')
      await until(() => card()?.dataset['side'] === 'back')
      await globalThis.tellBegun()
      press('3')
      await until(() => card()?.dataset['side'] !== 'back')
      await until(() => document.querySelector<HTMLElement>('[data-testid=kept]')?.dataset['pending'] === '0')
      await globalThis.tellKept()
    }
  }, count)
}

/** The reviews that a page finds, once what was lost in one place has come back from the other. */
export async function reviewsFound(page: Page, address = '', atLeast = 0): Promise<number> {
  await page.goto(`${address}/progress`)
  const total = page.getByTestId('reviews-total')
  // Until it is right, or five seconds have passed: a figure that stays too small is what the test is about.
  await expect
    .poll(async () => Number(await total.innerText()), { timeout: 5_000 })
    .toBeGreaterThanOrEqual(atLeast)
    .catch(() => undefined)
  return Number(await total.innerText())
}
