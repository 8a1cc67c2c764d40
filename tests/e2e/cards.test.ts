import { expect } from '@playwright/test'
import { gradeCard, headingOf, journalOf, revealCard, storedIn, test } from './visit.ts'

test('ten cards graded by keyboard alone are still counted after a reload', async ({ page }) => {
  await page.goto('/cards?limit=10')
  for (const grade of [3, 4, 2, 1, 3, 3, 4, 3, 2, 3] as const) await gradeCard(page, grade)
  await expect(page.getByText('10 done, 1 to go')).toBeVisible()

  await page.reload()
  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText('10')
  await page.reload()
  await expect(page.getByTestId('reviews-total')).toHaveText('10')
  await expect(page.getByRole('group').or(page.locator('dl')).first()).toContainText('facts met10')

  const reviews = (await journalOf(page)).filter(({ kind }) => kind === 'reviewed')
  expect(reviews.map(({ grade }) => grade)).toEqual([
    'good',
    'easy',
    'hard',
    'again',
    'good',
    'good',
    'easy',
    'good',
    'hard',
    'good',
  ])
  expect(Object.keys(await storedIn(page)).filter((key) => !key.startsWith('retain/'))).toEqual([])
})

test('a grade is taken back with U: the count goes down and the card lies on its back again', async ({ page }) => {
  await page.goto('/cards')
  const card = page.getByTestId('card')
  await gradeCard(page, 3)
  await expect(page.getByText('1 done, 14 to go')).toBeVisible()
  const front = await card.locator('p').nth(1).innerText()
  await gradeCard(page, 1)
  await expect(page.getByText('2 done, 14 to go')).toBeVisible()
  await expect(card).not.toContainText(front)

  await page.keyboard.press('u')
  await expect(page.getByText('1 done, 14 to go')).toBeVisible()
  await expect(page.getByText('The last grade was taken back.')).toBeVisible()
  await expect(card).toHaveAttribute('data-side', 'back')
  await expect(card).toContainText(front)
  await page.keyboard.press('3')
  await expect(page.getByText('2 done, 13 to go')).toBeVisible()

  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText('2')
})

test('each grade says when the fact would come back, and the fact comes back then', async ({ page }) => {
  await page.goto('/cards')
  await page.getByRole('button', { name: 'Show answer' }).click()
  const grades = page.getByRole('group', { name: 'How well did you recall it?' }).getByRole('button')
  await expect(grades).toHaveText([/^Again1 day$/, /^Hard\d+ days?$/, /^Good\d+ days?$/, /^Easy\d+ (days|weeks)$/])
  const days = /\d+/.exec(await grades.nth(2).innerText())?.[0]
  const answer = await page.getByTestId('card').locator('p').nth(2).innerText()
  await grades.nth(2).click()

  await page.goto('/cards/browse')
  await expect(page.getByRole('listitem').filter({ hasText: answer }).first()).toContainText(`Due in ${days} days`)
})

test('a card opens the very row of the notes that it was made from', async ({ page }) => {
  await page.goto('/cards')
  await revealCard(page)
  // As far as the gap, where the card asks for one.
  const [asked = ''] = (await page.getByTestId('card').locator('p').nth(1).innerText()).split(' […]')
  await page.getByRole('link', { name: 'Open in the notes' }).click()
  await expect(page).toHaveURL(/\/study\/domain-\d#.+/)
  const target = page.locator('[data-target]')
  await expect(target).toBeInViewport()
  // What was asked may stand in another cell of the row.
  const row = page.locator('tr, li, [role=note]').filter({ has: target }).or(target)
  await expect(row.filter({ hasText: asked }).first()).toBeVisible()
  await expect(target).toBeFocused()
})

test('the daily limit of new facts that I set holds for the next session', async ({ page }) => {
  await page.goto('/settings')
  const limit = page.getByRole('spinbutton', { name: 'New facts, at most' })
  await expect(limit).toHaveValue('15')
  await limit.fill('3')
  await limit.press('Enter')

  await page.goto('/cards')
  await expect(page.getByText('0 done, 3 to go')).toBeVisible()
  for (const grade of [3, 3, 3] as const) await gradeCard(page, grade)
  await expect(headingOf(page)).toHaveText('Session finished')
  await page.goto('/cards')
  await expect(headingOf(page)).toHaveText('Done for today')

  await page.getByRole('link', { name: 'Change the daily limits' }).click()
  await expect(limit).toHaveValue('3')
  await limit.fill('5')
  await limit.blur()
  await page.getByRole('link', { name: 'Cards', exact: true }).click()
  await expect(page.getByText('0 done, 2 to go')).toBeVisible()
})

test('a finished session says how it went, and asks again what I missed', async ({ page }) => {
  await page.goto('/cards?limit=2')
  await gradeCard(page, 1)
  await gradeCard(page, 4)
  await gradeCard(page, 3)
  await expect(headingOf(page)).toHaveText('Session finished')
  await expect(page.getByText('2 facts asked')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Grades' })).toContainText('again1hard0good1easy1')
  await page.getByRole('button', { name: 'Undo the last grade' }).click()
  await expect(page.getByTestId('card')).toHaveAttribute('data-side', 'back')
  await page.keyboard.press('3')
  await page.getByRole('link', { name: 'Quiz the one you missed' }).click()
  await expect(headingOf(page)).toHaveText(/^(Quiz|No question here)$/)
})
