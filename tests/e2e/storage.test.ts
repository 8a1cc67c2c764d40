import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerItem, startAttempt } from './attempt.ts'
import { gradeCard, headingOf, journalOf, storedIn, test } from './visit.ts'

async function reviewsTotal(page: Page): Promise<string> {
  await page.goto('/progress')
  return page.getByTestId('reviews-total').innerText()
}

test('with storage switched off the app still runs, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await page.goto('/')
  await expect(page.getByText('Your browser does not let this page store anything.')).toBeVisible()
  await page.getByRole('link', { name: 'Start with 10 cards' }).click()
  await gradeCard(page, 3)
  await gradeCard(page, 3)
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByTestId('reviews-total')).toHaveText('2')
  await startAttempt(page, 'count=2&seed=7')
  await answerItem(page)
})

test('when storage is full the app says so, and keeps the answers as soon as there is room', async ({ page }) => {
  await page.goto('/settings')
  await expect(headingOf(page)).toBeVisible()
  await page.evaluate(() => {
    for (let size = 1_048_576; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let part = 0; part < 64; part += 1) localStorage.setItem(`other/${size}/${part}`, 'x'.repeat(size))
      } catch {
        // Full for pieces of this size; smaller ones may still fit.
      }
    }
  })
  await page.getByRole('link', { name: 'Cards', exact: true }).click()
  await gradeCard(page, 3)
  await expect(page.getByText('storage for this site is full: your last answer is not kept yet')).toBeVisible()
  await gradeCard(page, 4)
  await expect(page.getByText('your last 2 answers are not kept yet')).toBeVisible()
  await expect(page.getByText('2 done, 13 to go')).toBeVisible()

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other/1048576/')) localStorage.removeItem(key)
  })
  await gradeCard(page, 3)
  await expect(page.getByText('storage for this site is full')).toHaveCount(0)
  await page.reload()
  expect(await reviewsTotal(page)).toBe('3')
})

test('what cannot be read is said, set aside and never written over; all else is there', async ({ page }) => {
  await page.goto('/cards?limit=3')
  await gradeCard(page, 3)
  const [kept = ''] = Object.values(await storedIn(page))
  const damaged = {
    'retain/journal/torn/0': `${kept.slice(0, 40)}\n${kept.replace(/"id":"/, '"id":"copy-')}`,
    'retain/journal/later/0': '{"id":"z-1","at":1,"offset":0,"kind":"dreamt"}\n',
    'retain/journal/noise/0': '\u0000garbage',
    'retain/unheard-of': 'of a later version',
  }
  await page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value)
  }, damaged)

  await page.reload()
  await expect(page.getByText('3 stored records could not be read')).toBeVisible()
  await gradeCard(page, 3)
  await page.reload()
  await expect(page.getByText('3 stored records could not be read')).toBeVisible()
  const stored = await storedIn(page)
  expect(stored).toMatchObject(damaged)
  expect(stored).toMatchObject({
    'retain/aside/torn/0': damaged['retain/journal/torn/0'],
    'retain/aside/later/0': damaged['retain/journal/later/0'],
    'retain/aside/noise/0': damaged['retain/journal/noise/0'],
  })
  expect(await reviewsTotal(page)).toBe('3')
})

test('two tabs that review at once lose nothing of each other', async ({ page, context }) => {
  const other = await context.newPage()
  await page.goto('/cards')
  await other.goto('/cards')
  for (const tab of [page, other, page, other, other]) {
    await tab.bringToFront()
    await gradeCard(tab, 3)
  }
  for (const tab of [page, other]) {
    await tab.bringToFront()
    await tab.getByRole('link', { name: 'Progress' }).click()
    await expect(tab.getByTestId('reviews-total')).toHaveText('5')
    await tab.reload()
    await expect(tab.getByTestId('reviews-total')).toHaveText('5')
  }
  expect((await journalOf(page)).filter(({ kind }) => kind === 'reviewed')).toHaveLength(5)
})
