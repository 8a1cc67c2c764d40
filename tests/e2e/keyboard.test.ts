import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { headingOf, test } from './visit.ts'

/** What has the focus, and whether it can be seen that it does. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    // Between the last stop and the first stands the browser itself.
    if (element === null || element === document.body) return { name: '', outline: '', isInside: true }
    // An option of a question is outlined as a whole.
    const label = element.closest('label')
    const own = getComputedStyle(element)
    const { outlineStyle, outlineWidth } = own.outlineStyle === 'none' && label !== null ? getComputedStyle(label) : own
    const box = element.getBoundingClientRect()
    return {
      name: (
        element.getAttribute('aria-label') ??
        element.closest('label, button, a, summary')?.textContent ??
        ''
      ).trim(),
      outline: `${outlineStyle} ${outlineWidth}`,
      isInside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
  })
}

/** Presses Tab until something of that name has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key)
    const stop = await focused(page)
    if (stop.name !== '') expect(stop).toEqual({ name: stop.name, outline: 'solid 2px', isInside: true })
    if (name.test(stop.name)) return
  }
  throw new Error(`Tab never came to ${name.source}`)
}

test('every main screen is reached by Tab and Enter, and its heading takes the focus', async ({ page }) => {
  await page.goto('/')
  await expect(headingOf(page)).toBeVisible()
  for (const [link, title] of [
    [/^Study$/, 'Study'],
    [/^Cards$/, 'Cards'],
    [/^Quiz$/, 'Quiz'],
    [/^Progress$/, 'Progress'],
    [/^Settings$/, 'Settings'],
    [/^Notes of your own$/, 'Notes of your own'],
    [/^Today$/, 'Study notes in, exam readiness out'],
  ] as const) {
    // From the heading of the screen, the ways to the others lie just before.
    await tabTo(page, link, title === 'Notes of your own' ? 'Tab' : 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(headingOf(page)).toHaveText(title)
    // A session of cards hands the focus on to its first button.
    if (title === 'Cards') await expect(page.getByRole('button', { name: 'Show answer' })).toBeFocused()
    else await expect(headingOf(page)).toBeFocused()
  }
})

test('the first stop skips the navigation', async ({ page }) => {
  await page.goto('/study')
  await expect(headingOf(page)).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})

test('a quiz is set up, answered and handed in without a mouse', async ({ page }) => {
  await page.goto('/quiz')
  await expect(headingOf(page)).toBeVisible()
  await page.getByRole('radio', { name: '10', exact: true }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: '5', exact: true })).toBeChecked()
  await tabTo(page, /^Start$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Item 1 of 5')).toBeVisible()
  await expect(headingOf(page)).toBeFocused()
  await tabTo(page, /^Navigator$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Review$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused()
  await tabTo(page, /^Hand in$/)
  await page.keyboard.press('Enter')
  await expect(headingOf(page)).toHaveText('Result')
  await expect(headingOf(page)).toBeFocused()
  await tabTo(page, /^1\. /)
  await page.keyboard.press('Enter')
  await expect(page.locator('details').first()).toHaveAttribute('open', '')
  await tabTo(page, /^Notes, line \d+$/)
})

test('no key is a trap, and single keys leave text fields alone', async ({ page }) => {
  await page.goto('/search')
  const box = page.getByRole('searchbox')
  await expect(box).toBeFocused()
  await page.keyboard.type('1/u n f')
  await expect(box).toHaveValue('1/u n f')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(box).not.toBeFocused()
})
