import { test as base, expect } from '@playwright/test'
import type { ConsoleMessage, Page } from '@playwright/test'
import type { EventStamp } from '../../src/journal/event.ts'
import { inTime } from '../../src/journal/event-order.ts'

interface Watch {
  /** What the browser complained of, and what was asked of other servers. */
  readonly complaints: string[]
}

/** Every test fails when the page complains in the console, throws, or asks another server for anything. */
export const test = base.extend<Watch>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(error.error().message))
      context.on('console', (message) => {
        if (isComplaint(message)) complaints.push(`${message.text()} (${message.location().url})`)
      })
      context.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(`Asked for ${request.url()}`)
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * An address that no server can know in advance (an attempt) comes with status 404, which Chromium remarks on; where
 * it lies deep below nothing, so does the search for the app.
 */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== 'error' && message.type() !== 'warning') return false
  const { pathname } = new URL(message.location().url, 'http://127.0.0.1')
  const isPage = !/\.[a-z0-9]+$/.test(pathname) || pathname.includes('/no/')
  return !(isPage && message.text().startsWith('Failed to load resource'))
}

/** The main heading of the screen. */
export function headingOf(page: Page) {
  return page.getByRole('heading', { level: 1 })
}

/** Everything this site has stored, by key. */
export function storedIn(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => ({ ...localStorage }))
}

/** The events of the journal in the order in which they happened: storage hands out its keys in any order. */
export async function journalOf(page: Page): Promise<readonly StoredEvent[]> {
  const stored = Object.entries(await storedIn(page)).filter(([key]) => key.startsWith('retain/journal/'))
  return stored
    .flatMap(([, text]) => text.split('\n').filter((line) => line.includes('{')))
    .map((line): StoredEvent => JSON.parse(line.slice(line.indexOf('{'))))
    .toSorted(inTime)
}

export interface StoredEvent extends EventStamp {
  readonly kind: string
  readonly [field: string]: unknown
}

/** Shows the answer of the card, by keyboard. */
export async function revealCard(page: Page): Promise<void> {
  const card = page.getByTestId('card')
  await expect(card).toHaveAttribute('data-side', 'front')
  await page.keyboard.press('Space')
  await expect(card).toHaveAttribute('data-side', 'back')
}

/** Shows the answer of the card and grades it, by keyboard. */
export async function gradeCard(page: Page, grade: 1 | 2 | 3 | 4): Promise<void> {
  await revealCard(page)
  await page.keyboard.press(String(grade))
}

const DAY = 86_400_000

/** Stores the journal of somebody who recalled a fact, each time some days ago. */
export async function recalled(page: Page, fact: string, ...daysAgo: readonly number[]): Promise<void> {
  await page.goto('/settings')
  const lines = daysAgo.map((days, index) => {
    const at = Date.now() - days * DAY
    return JSON.stringify({
      kind: 'reviewed',
      fact,
      card: `${fact}~forward`,
      grade: 'good',
      id: `then-${index + 1}`,
      at,
      offset: 0,
    })
  })
  await page.evaluate((text) => localStorage.setItem('retain/journal/then/0', text), `${lines.join('\n')}\n`)
}
