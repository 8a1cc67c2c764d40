import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerItem, atItem } from './attempt.ts'
import { headingOf, journalOf, test } from './visit.ts'

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text)) return
  }
  throw new Error(`Expected the key Tab to lead to ${name}`)
}

test('a whole exam is taken by keyboard alone, and its result tells what it is worth', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/quiz')
  await expect(page.getByText('Questions come from the domains by the exam’s weights', { exact: false })).toBeVisible()
  await tabTo(page, /^Begin the exam$/)
  await page.keyboard.press('Enter')
  await atItem(page, 1)
  await expect(headingOf(page)).toHaveText('Exam')
  await expect(page.getByText('Item 1 of 65')).toBeVisible()
  await expect(page.getByTestId('time-left')).toHaveText(/^1:(?:30:00|29:\d\d)$/)
  await expect(page.getByTestId('item')).not.toContainText(/unscored|does not count/)

  for (let index = 1; index <= 65; index += 1) {
    await atItem(page, index)
    if (index !== 40) await answerItem(page)
    if (index === 2) await page.keyboard.press('f')
    if (index === 3) await page.keyboard.press('g')
    if (index === 4) await page.keyboard.press('s')
    if (index < 65) await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('n')
  await tabTo(page, /^Unseen|^Incomplete/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused()
  await expect(page.getByText(/1 item is not answered/)).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeFocused()
  await page.keyboard.press('Enter')

  const score = page.getByTestId('score')
  await expect(score).toHaveAttribute('data-count', '50')
  await expect(page.getByText(/15 of these 65/)).toBeVisible()
  for (const domain of [1, 2, 3, 4, 5])
    await expect(page.getByText(new RegExp(`Domain ${domain}`)).first()).toBeVisible()
  await expect(page.getByText(/scaled score|your AWS score/i)).toHaveCount(0)
  const ends = (await journalOf(page)).filter(({ kind }) => kind === 'handed-in')
  expect(ends).toHaveLength(1)
  expect(ends[0]?.['outcomes']).toHaveLength(65)

  await page.goto('/quiz')
  await expect(page.getByRole('region', { name: 'Finished' }).getByRole('link').first()).toContainText('of 50 right')
})
