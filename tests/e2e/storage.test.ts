import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerItem, startAttempt } from './attempt.ts'
import { gradeCard, headingOf, journalOf, storedIn, test } from './visit.ts'

async function reviewsTotal(page: Page): Promise<string> {
  await page.goto('/progress')
  return page.getByTestId('reviews-total').innerText()
}

/** Before the page begins: what a browser does that refuses localStorage, or databases. */
async function refuse(page: Page, what: 'localStorage' | 'indexedDB'): Promise<void> {
  await page.addInitScript((name) => {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  }, what)
}

test('with all storage switched off the app still runs, and says that nothing is kept', async ({ page }) => {
  await refuse(page, 'localStorage')
  await refuse(page, 'indexedDB')
  await page.goto('/')
  await expect(page.getByText('Your browser does not let this page store anything.')).toBeVisible()
  await page.getByRole('link', { name: 'Start with 10 cards' }).click()
  await gradeCard(page, 3)
  await gradeCard(page, 3)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '2')
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByTestId('reviews-total')).toHaveText('2')
  await startAttempt(page, 'count=2&seed=7')
  await answerItem(page)
})

test('with localStorage switched off, answers are kept in the database and come back from there', async ({ page }) => {
  await refuse(page, 'localStorage')
  await page.goto('/cards?limit=3')
  await gradeCard(page, 3)
  await expect(page.getByText('They are kept in the second one, and appear a moment after the page.')).toBeVisible()
  await expect(page.getByTestId('kept')).toHaveText(/Kept/)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  await page.reload()
  expect(await reviewsTotal(page)).toBe('1')
})

test('without a database answers are kept in localStorage, and the page says what that means', async ({ page }) => {
  await refuse(page, 'indexedDB')
  await page.goto('/cards?limit=3')
  await gradeCard(page, 3)
  await expect(page.getByText('the last seconds could be lost if the browser crashes')).toBeVisible()
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  expect(await reviewsTotal(page)).toBe('1')
})

test('when localStorage is full the answers are kept all the same, and the page says where', async ({ page }) => {
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
  await expect(page.getByText('has no room for the copy of your answers that is read first')).toBeVisible()
  await gradeCard(page, 4)
  await expect(page.getByText('2 done, 13 to go')).toBeVisible()
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  expect(await reviewsTotal(page)).toBe('2')

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other/1048576/')) localStorage.removeItem(key)
  })
  await page.getByRole('link', { name: 'Cards', exact: true }).click()
  await gradeCard(page, 3)
  await expect(page.getByText('has no room for')).toHaveCount(0)
  expect(await reviewsTotal(page)).toBe('3')
})

test('what cannot be read is said, set aside and never written over; all else is there', async ({ page }) => {
  await page.goto('/cards?limit=3')
  await gradeCard(page, 3)
  const [kept = ''] = Object.entries(await storedIn(page)).flatMap(([key, text]) =>
    key.startsWith('retain/journal/') ? [text] : [],
  )
  const line = kept.split('\n').find((text) => text.includes('{')) ?? ''
  const json = line.slice(line.indexOf('{'))
  const damaged = {
    // As the first version wrote it: no format, no checksums.
    'retain/journal/torn/0': `${json.slice(0, 40)}\n${json.replace(/"id":"/, '"id":"copy-')}\n`,
    'retain/journal/altered/0': `2\n${line.replace('"good"', '"easy"').replace(/"id":"/, '"id":"altered-')}\n`,
    'retain/journal/later/0': '{"id":"z-1","at":1,"offset":0,"kind":"dreamt"}\n',
    'retain/journal/noise/0': '\u0000garbage',
    'retain/pack/5-abc': 'no pack at all',
    'retain/unheard-of': 'of a later version',
  }
  await page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value)
  }, damaged)

  await page.reload()
  await expect(page.getByText('5 stored records could not be read')).toBeVisible()
  await gradeCard(page, 3)
  await page.reload()
  await expect(page.getByText('5 stored records could not be read')).toBeVisible()
  expect(await storedIn(page)).toMatchObject(damaged)
  expect(await reviewsTotal(page)).toBe('3')
})

test('a page that a newer version of the app overtakes writes nothing any more, and says so', async ({ page }) => {
  await page.goto('/cards')
  await gradeCard(page, 3)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  await page.evaluate(() => localStorage.setItem('retain/format', '99'))
  const before = await storedIn(page)
  await gradeCard(page, 3)
  await expect(page.getByText('A newer version of Retain is in use in this browser.')).toBeVisible()
  expect(await storedIn(page)).toEqual(before)
  await page.reload()
  await expect(page.getByText('A newer version of Retain is in use in this browser.')).toBeVisible()
  expect(await storedIn(page)).toEqual(before)
  expect(await reviewsTotal(page)).toBe('1')
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
