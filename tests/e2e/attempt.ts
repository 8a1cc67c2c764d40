import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { journalOf } from './visit.ts'

/** Whether a link says by itself which notes its questions are from. */
const IS_NARROW = /(?:^|&)(?:topic|fact)=|(?:^|&)mode=exam/

/**
 * Starts the attempt that a link describes; it stands at its first item afterwards. A practice is of one topic where the
 * link names none: making the questions of a whole course takes a second.
 */
export async function startAttempt(page: Page, query: string, address = ''): Promise<void> {
  await page.goto(`${address}/quiz/new?${IS_NARROW.test(query) ? query : `topic=aif-c01/domain-4&${query}`}`)
  await atItem(page, 1)
}

export async function atItem(page: Page, index: number): Promise<void> {
  await expect(page.getByTestId('item')).toHaveAttribute('data-index', String(index))
}

/** What an item says, with its options in the order in which they are shown. */
export async function readItems(page: Page, count: number): Promise<readonly string[]> {
  const texts: string[] = []
  for (let index = 1; index <= count; index += 1) {
    await atItem(page, index)
    texts.push(await page.getByTestId('item').innerText())
    if (index < count) await page.keyboard.press('ArrowRight')
  }
  return texts
}

/** Answers the item in front, whatever its type, by keyboard alone. The answer need not be right. */
export async function answerItem(page: Page): Promise<void> {
  const item = page.getByTestId('item')
  const before = await answeredTotal(page)
  const selects = item.getByRole('combobox')
  if ((await selects.count()) > 0) {
    for (const select of await selects.all()) {
      await select.focus()
      await page.keyboard.press('ArrowDown')
    }
    // Inside a list the arrows choose; outside they turn to the next item.
    await selects.last().blur()
  } else if ((await item.getByRole('button', { name: 'Move down' }).count()) > 0) {
    await item.getByRole('button', { name: 'Move down' }).first().focus()
    await page.keyboard.press('Enter')
  } else {
    await page.keyboard.press('a')
  }
  await expect(page.getByTestId('answered-total')).toHaveText(`${before + 1} answered`)
}

export async function answeredTotal(page: Page): Promise<number> {
  return Number.parseInt(await page.getByTestId('answered-total').innerText(), 10)
}

/** Goes by the navigator to the review, and hands in. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Navigator' }).press('Enter')
  await page.getByRole('dialog', { name: 'Navigator' }).getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByTestId('score')).toBeVisible()
}

export async function msLeft(page: Page): Promise<number> {
  return Number(await page.getByTestId('time-left').getAttribute('data-ms'))
}

/** When the attempt began, as the journal tells it. */
export async function startOfAttempt(page: Page): Promise<number> {
  const start = (await journalOf(page)).find(({ kind }) => kind === 'attempt-started')
  return start?.at ?? Number.NaN
}

/** Starts a practice of all questions of a type in a topic, and goes to the first one that stands beside the notes. */
export async function openAuthored(page: Page, type: string, address = ''): Promise<void> {
  await startAttempt(page, `count=500&type=${type}&seed=5&mode=practice`, address)
  const start = (await journalOf(page)).find(({ kind }) => kind === 'attempt-started')
  const items: readonly unknown[] = Array.isArray(start?.['items']) ? start['items'] : []
  const index = items.findIndex((id) => String(id).includes('#items/'))
  expect(index).toBeGreaterThanOrEqual(0)
  await page.getByRole('button', { name: 'Navigator' }).click()
  await page.getByRole('button', { name: new RegExp(`^Item ${index + 1}, `) }).click()
  await atItem(page, index + 1)
}

/** Hands in the same form twice, the first question answered, and opens the attempts. */
export async function finishedAttempts(page: Page): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await startAttempt(page, 'count=4&minutes=15&seed=7&mode=exam')
    await answerItem(page)
    await handIn(page)
  }
  await page.goto('/quiz/history')
  await expect(page.getByRole('region', { name: 'Finished' }).getByRole('listitem')).toHaveCount(2)
}
