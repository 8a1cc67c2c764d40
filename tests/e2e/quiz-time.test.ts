import { expect } from '@playwright/test'
import { answerItem, atItem, handIn, msLeft, startAttempt, startOfAttempt } from './attempt.ts'
import { headingOf, journalOf, test } from './visit.ts'

const MINUTE = 60_000
/** A clock that is read a moment after the page painted it. */
const TOLERANCE = 1_500

test('closed and opened again, a quiz has its answers, its flags and the right time', async ({ page, context }) => {
  await startAttempt(page, 'count=10&minutes=15&seed=7')
  const address = page.url()
  const startedAt = await startOfAttempt(page)
  for (const index of [1, 2, 3]) {
    await atItem(page, index)
    await answerItem(page)
    if (index === 2) await page.keyboard.press('f')
    await page.keyboard.press('ArrowRight')
  }
  await atItem(page, 4)
  await page.close()
  await new Promise((resolve) => setTimeout(resolve, 2_000))

  const again = await context.newPage()
  await again.goto(address)
  await atItem(again, 4)
  const expected = 15 * MINUTE - (Date.now() - startedAt)
  expect(Math.abs((await msLeft(again)) - expected)).toBeLessThan(TOLERANCE)
  await expect(again.getByTestId('answered-total')).toHaveText('3 answered')
  await again.keyboard.press('n')
  const navigator = again.getByRole('dialog', { name: 'Navigator' })
  await expect(navigator.getByRole('button', { name: /, complete/ })).toHaveCount(3)
  await expect(navigator.getByRole('button', { name: 'Item 2, complete, flagged' })).toBeVisible()
  await again.keyboard.press('Escape')

  await again.goto('/')
  await again.getByRole('link', { name: /^Quiz of .*3 of 10 answered, 15 min left$/ }).click()
  await atItem(again, 4)
})

test('when the time runs out, the quiz is handed in as it stands', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T10:00:00Z') })
  await startAttempt(page, 'count=5&minutes=15&seed=7&mode=exam')
  await answerItem(page)
  await page.clock.fastForward(14 * MINUTE)
  await expect(page.getByTestId('time-left')).toHaveText(/^0[01]:\d\d$/)
  await page.clock.fastForward(MINUTE)
  await expect(page.getByTestId('score')).toHaveAttribute('data-count', '5')
  await expect(page.getByText('The time ran out; it was handed in as it stood.')).toBeVisible()
  await expect(page.getByText('Not answered: no credit, as in the exam.')).toHaveCount(4)
  expect((await journalOf(page)).filter(({ kind }) => kind === 'handed-in')).toHaveLength(1)
})

test('a quiz that was closed over its deadline is handed in as it stood', async ({ page, context }) => {
  await startAttempt(page, 'count=5&minutes=0.05&seed=7')
  const address = page.url()
  await answerItem(page)
  await page.close()
  await new Promise((resolve) => setTimeout(resolve, 0.05 * MINUTE))

  const again = await context.newPage()
  await again.goto(address)
  await expect(again).toHaveURL(`${address}/result`)
  await expect(again.getByText('The time ran out; it was handed in as it stood.')).toBeVisible()
  await expect(again.getByText('Not answered: no credit, as in the exam.')).toHaveCount(4)
  expect((await journalOf(again)).filter(({ kind }) => kind === 'handed-in')).toHaveLength(1)
})

test('a second tab on the same quiz looks on until it takes over', async ({ page, context }) => {
  await startAttempt(page, 'count=5&type=choice&seed=7')
  const other = await context.newPage()
  await other.goto(page.url())
  await atItem(other, 1)
  const lookingOn = 'This attempt is open in another tab. Here you look on.'
  await expect(other.getByText(lookingOn)).toBeVisible()
  await expect(page.getByText(lookingOn)).toHaveCount(0)
  await page.bringToFront()
  await page.keyboard.press('b')
  await expect(other.getByTestId('answered-total')).toHaveText('1 answered')
  await expect(other.getByRole('radio').nth(1)).toBeChecked()
  await page.getByRole('radio').nth(1).focus()

  await other.bringToFront()
  await other.keyboard.press('c')
  await expect(other.getByRole('radio').nth(2)).toBeDisabled()
  await expect(other.getByRole('button', { name: 'Next' })).toBeDisabled()
  await expect(other.getByRole('radio').nth(1)).toBeChecked()
  await other.getByRole('button', { name: 'Take over here' }).press('Enter')
  await expect(other.getByText(lookingOn)).toHaveCount(0)
  await expect(other.getByTestId('item')).toBeFocused()
  await expect(page.getByText(lookingOn)).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take over here')
  await expect(page.getByRole('radio').nth(1)).toBeDisabled()
  await other.keyboard.press('c')
  await expect(page.getByRole('radio').nth(2)).toBeChecked()

  await handIn(other)
  await expect(headingOf(other)).toHaveText('Result')
  await expect(headingOf(page)).toHaveText('Result')
  expect((await journalOf(page)).filter(({ kind }) => kind === 'handed-in')).toHaveLength(1)
})

test('a quiz whose tab was closed goes on in the one that looked on', async ({ page, context }) => {
  await startAttempt(page, 'count=5&type=choice&seed=7')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByText('Here you look on.')).toBeVisible()
  await page.close()
  await expect(other.getByText('Here you look on.')).toHaveCount(0)
  await other.keyboard.press('b')
  await expect(other.getByRole('radio').nth(1)).toBeChecked()
})
