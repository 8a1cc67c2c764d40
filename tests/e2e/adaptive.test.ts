import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { atItem, handIn, startAttempt } from './attempt.ts'
import { journalOf, recalled, storedIn, test } from './visit.ts'

const KNOWN = 'aif-c01/domain-5#key-terms/term/means/guardduty'
const NEW = 'aif-c01/domain-5#key-terms/term/means/nat-gateway'

const factLink = (...facts: readonly string[]) => facts.map((fact) => `fact=${encodeURIComponent(fact)}`).join('&')

const field = (page: Page) => page.getByTestId('item').getByRole('textbox')

/** How far below the card the last row of buttons lies. */
async function heightBelowCard(page: Page): Promise<number> {
  const card = await page.getByTestId('card').boundingBox()
  const undo = await page.getByRole('button', { name: 'Undo' }).boundingBox()
  return (undo?.y ?? Number.NaN) - (card?.y ?? Number.NaN) - (card?.height ?? Number.NaN)
}

test('in practice a new fact has three options; in an exam, and against the clock, four', async ({ page }) => {
  for (const [query, options] of [
    ['mode=practice', 3],
    ['mode=exam', 4],
    ['mode=practice&minutes=5', 4],
  ] as const) {
    await startAttempt(page, `${factLink(NEW)}&type=choice&count=1&${query}`)
    await expect(page.getByTestId('item').getByRole('radio')).toHaveCount(options)
  }
})

test('a fact that I know well is asked by its name; misspelt it counts, and a reload keeps it', async ({ page }) => {
  await recalled(page, KNOWN, 18, 14, 2)
  await startAttempt(page, `${factLink(KNOWN, NEW)}&type=choice&count=2&seed=2&mode=practice`)
  if ((await field(page).count()) === 0) await page.keyboard.press('ArrowRight')
  await expect(field(page)).toBeFocused()
  await expect(page.getByTestId('item').getByRole('radio')).toHaveCount(0)
  const index = Number(await page.getByTestId('item').getAttribute('data-index'))
  await page.keyboard.type('amazon gaurd duty')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByTestId('answered-total')).toHaveText('1 answered')

  await page.reload()
  await atItem(page, index)
  await expect(field(page)).toHaveValue('amazon gaurd duty')
  await field(page).press('Enter')
  await expect(page.getByText(/^Right, but it is spelt “GuardDuty”\.$/)).toBeVisible()
  const key = page.getByTestId('item').getByRole('listitem').filter({ hasText: 'Right answer' })
  await expect(key.getByRole('link', { name: /^Notes, line \d+$/ })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Checked' })).toBeFocused()

  await page.reload()
  await expect(page.getByText(/^Right, but it is spelt/)).toBeVisible()
  await expect(field(page)).toHaveValue('amazon gaurd duty')
  await handIn(page)
  await expect(page.getByTestId('score')).toHaveText('1 of 2 right')
  await page.getByText(`${index}. Right`).click()
  await expect(page.getByText('You typed “amazon gaurd duty”.')).toBeVisible()
  const checked = (await journalOf(page)).find(({ kind }) => kind === 'checked')
  expect(checked).toMatchObject({ outcome: { facts: [KNOWN], correct: true, guess: 0 } })
  expect(Object.keys(await storedIn(page)).filter((key) => !key.startsWith('retain/'))).toEqual([])
})

test('the name of something else is wrong, and said to be something else', async ({ page }) => {
  await recalled(page, KNOWN, 18, 14, 2)
  await startAttempt(page, `${factLink(KNOWN)}&type=choice&count=1&mode=practice`)
  await page.keyboard.type('Macie')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not right. “Macie” is something else in these notes.')).toBeVisible()
})

test('an exam asks with four options also what I know well', async ({ page }) => {
  await recalled(page, KNOWN, 18, 14, 2)
  await startAttempt(page, `${factLink(KNOWN)}&type=choice&count=1&mode=exam`)
  await expect(page.getByTestId('item').getByRole('radio')).toHaveCount(4)
})

test('on a card, T opens a field for the name; the verdict suggests a grade, and nothing moves', async ({ page }) => {
  await recalled(page, KNOWN, 5)
  await page.goto(`/cards?${factLink(KNOWN)}`)
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  const before = await heightBelowCard(page)
  await page.keyboard.type('gaurdduty')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Right, but it is spelt “GuardDuty”. Suggested grade: Good.')).toBeVisible()
  expect(await heightBelowCard(page)).toBeCloseTo(before, 0)
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Session finished')
  expect((await journalOf(page)).filter(({ kind }) => kind === 'reviewed')).toHaveLength(2)
})
