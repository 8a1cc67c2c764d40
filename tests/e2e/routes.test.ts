import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { handIn, startAttempt } from './attempt.ts'
import { headingOf, test } from './visit.ts'

const ROUTES = [
  ['/', 'Study notes in, exam readiness out'],
  ['/study', 'Study'],
  ['/study/domain-5', 'Domain 5: Security, Compliance, and Governance for AI Solutions'],
  ['/cards', 'Cards'],
  ['/cards/browse', 'All cards'],
  ['/quiz', 'Quiz'],
  ['/quiz/history', 'Attempts'],
  ['/search?q=iam', 'Search'],
  ['/progress', 'Progress'],
  ['/import', 'Notes of your own'],
  ['/settings', 'Settings'],
  ['/about', 'About the courses'],
] as const

/** One main heading, named as the document; the landmarks; the page knows its language. */
async function expectWellFormed(page: Page, title: string): Promise<void> {
  await expect(headingOf(page)).toHaveText(title)
  await expect(page).toHaveTitle(`${title} · Retain`)
  await expect(page.getByRole('banner')).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('main').locator('h1')).toHaveCount(1)
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
}

test('every screen has its one heading, its title and its landmarks', async ({ page }) => {
  for (const [path, title] of ROUTES) {
    await page.goto(path)
    await expectWellFormed(page, title)
  }
  await startAttempt(page, 'count=2&seed=1&mode=exam')
  await expectWellFormed(page, 'Exam')
  await handIn(page)
  await expectWellFormed(page, 'Result')
  await page.reload()
  await expectWellFormed(page, 'Result')
})

for (const [path, title] of [
  ['/no/such/place', 'No such page'],
  ['/study/domain-99', 'No such topic'],
  ['/quiz/never-was', 'No such attempt'],
  ['/quiz/never-was/result', 'No such attempt'],
  ['/quiz/history?compare=never-was&compare=nor-this', 'No such attempt'],
] as const) {
  test(`an address that leads nowhere says so and leads back: ${path}`, async ({ page }) => {
    await page.goto(path)
    await expectWellFormed(page, title)
    await page.getByRole('link', { name: 'Back to today' }).click()
    await expectWellFormed(page, 'Study notes in, exam readiness out')
  })
}

test('an address with a slash at its end, or in odd letters, still leads to its screen or says that it does not', async ({
  page,
}) => {
  await page.goto('/study/')
  await expectWellFormed(page, 'Study')
  await page.goto('/study/domain-5/')
  await expectWellFormed(page, ROUTES[2][1])
  await page.goto('/study/domain-5#100%25-no%20such-row')
  await expectWellFormed(page, ROUTES[2][1])
  await page.goto('/study/domain-5#100%')
  await expectWellFormed(page, ROUTES[2][1])
  await page.goto('/cards?limit=-3&fact=')
  await expect(headingOf(page)).toBeVisible()
  await page.goto('/quiz/new?count=many&minutes=soon&seed=x&type=riddle')
  await expectWellFormed(page, 'This link is not quite right')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(4)
  await page.getByRole('button', { name: 'Start without it' }).click()
  await expect(page.getByTestId('item')).toBeVisible()
  await page.goto('/quiz/new?count=5&topic=no-such-topic')
  await expectWellFormed(page, 'This link is not quite right')
  await page.getByRole('link', { name: 'Set up a quiz' }).click()
  await expect(headingOf(page)).toHaveText('Quiz')
  await page.goto('/quiz/no-such-attempt')
  await expect(headingOf(page)).toBeVisible()
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})
