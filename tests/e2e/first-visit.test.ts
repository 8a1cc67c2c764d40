import { expect } from '@playwright/test'
import { headingOf, storedIn, test } from './visit.ts'

test('the first screen explains itself in three lines, and one click starts a session', async ({ page }) => {
  await page.goto('/')
  const lines = page.getByRole('main').getByRole('list').first().getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(0)).toContainText(/^Recall\. [\d,]+ facts from the notes/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await storedIn(page)).toEqual({})

  await page.getByRole('link', { name: 'Start with 10 cards' }).click()
  await expect(page.getByTestId('card')).toHaveAttribute('data-side', 'front')
  await expect(page.getByText('0 done, 10 to go')).toBeVisible()
})

test('one click from the first screen starts a timed quiz', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'See what I know: a quiz' }).click()
  await expect(page.getByText('Item 1 of 10')).toBeVisible()
  await expect(page.getByTestId('time-left')).toHaveText(/^1[45]:\d\d$/)
})

test('once something was done, the first screen says what to do today', async ({ page }) => {
  await page.goto('/cards?limit=1')
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(headingOf(page)).toHaveText('Today')
  const cards = page.getByRole('region', { name: 'Cards' })
  await expect(cards).toContainText('One card done today.')
  await expect(cards).toContainText('new14')
  await cards.getByRole('link', { name: 'Learn new facts' }).click()
  await expect(page.getByText('0 done, 14 to go')).toBeVisible()
})

test('the colours that I choose stay, and override those of the device', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/settings')
  const light = await paper()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(paper).not.toBe(light)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect(await paper()).not.toBe(light)
  await page.getByRole('radio', { name: 'As the device has it' }).check()
  await expect.poll(paper).toBe(light)
})
