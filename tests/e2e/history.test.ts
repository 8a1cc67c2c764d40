import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { answerItem, finishedAttempts, handIn, startAttempt } from './attempt.ts'
import { headingOf, journalOf, test } from './visit.ts'

test('an attempt is deleted and put back by keyboard alone, also after a reload', async ({ page }) => {
  await finishedAttempts(page)
  const rows = page.getByRole('region', { name: 'Finished' }).getByRole('listitem')
  await page.getByRole('button', { name: 'Delete the attempt of' }).first().press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(rows.first().getByRole('link')).toBeFocused()
  await page.getByRole('button', { name: 'Delete the attempt of' }).first().press('Enter')
  await expect(rows).toHaveCount(1)
  await page.reload()
  await expect(rows).toHaveCount(1)
  await page.goto('/quiz')
  await expect(page.getByRole('region', { name: 'Finished' }).getByRole('listitem')).toHaveCount(1)
})

test('two attempts are compared, and the way back leads to all of them', async ({ page }) => {
  await finishedAttempts(page)
  for (const tick of await page.getByRole('checkbox').all()) await tick.press(' ')
  await page.getByRole('button', { name: 'Compare two' }).press('Enter')
  await expect(headingOf(page)).toHaveText('Two attempts compared')
  await expect(page.getByText('4 questions in both; 4 turned out as before.')).toBeVisible()
  await page.goBack()
  await expect(headingOf(page)).toHaveText('Attempts')
})

test('the screens of the attempts are never wider than a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await finishedAttempts(page)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('region', { name: 'Finished' }).getByRole('link').first().click()
  await expect(page.getByTestId('score')).toBeVisible()
  expect(await overflow()).toBeLessThanOrEqual(0)
})

test('facts of a list are made due, which is undone, and the result is saved', async ({ page }) => {
  await startAttempt(page, 'count=20&minutes=15&seed=7&mode=exam')
  await answerItem(page)
  await handIn(page)
  await page.getByRole('button', { name: 'Make these due' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^\d+ facts? (is|are) due now\.$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Make these due' })).toBeFocused()
  expect((await journalOf(page)).map(({ kind }) => kind).slice(-2)).toEqual(['made-due', 'undone'])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^retain-result-\d{4}-\d\d-\d\d\.md$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^# Result of /)
  expect(text.match(/^- Right answer: /gm)).toHaveLength(20)
})

test('on paper stand the result and every explanation, and nothing to press', async ({ page }) => {
  await startAttempt(page, 'count=2&minutes=15&seed=7&mode=exam')
  await handIn(page)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Not answered: no credit, as in the exam.')).toHaveCount(2)
  await expect(page.getByText('Not answered: no credit, as in the exam.').last()).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
})
