import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { handIn, startAttempt } from './attempt.ts'
import { headingOf, revealCard, test } from './visit.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

/** The narrowest target for a finger, in CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24

/** How much wider than the screen the page is, and which controls a finger would miss. */
async function expectFits(page: Page): Promise<void> {
  const found = await page.evaluate((target) => {
    const isInText = (control: Element) =>
      [...(control.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim() !== '',
      )
    const small = [...document.querySelectorAll<HTMLElement>('a, button, input, select, summary')]
      .filter((control) => control.checkVisibility() && !isInText(control) && !control.matches('[href="#main"]'))
      // A label is part of the target of its control.
      .map((control) => ({
        name: control.outerHTML,
        box: (control.closest('label') ?? control).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && (box.width < target || box.height < target))
      .map(({ name, box }) => `${name.slice(0, 200)}: ${Math.round(box.width)} × ${Math.round(box.height)}`)
    return { wider: Math.max(0, document.documentElement.scrollWidth - window.innerWidth), small }
  }, TARGET)
  expect.soft({ at: page.url(), ...found }).toEqual({ at: page.url(), wider: 0, small: [] })
}

test('no screen has to be moved sideways on a phone, and every control can be hit', async ({ page }) => {
  for (const path of [
    '/',
    '/study',
    '/about',
    '/study/domain-2',
    '/study/domain-4',
    '/study/domain-5',
    '/cards',
    '/cards/browse',
    '/quiz',
    '/search?q=iam',
  ]) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectFits(page)
  }
  for (const path of ['/progress', '/import', '/settings', '/nowhere', '/quiz/nowhere']) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectFits(page)
  }
  await page.goto('/cards')
  await revealCard(page)
  await expectFits(page)
  for (const type of ['choice', 'response', 'ordering', 'matching']) {
    await startAttempt(page, `count=3&type=${type}&seed=5&minutes=9`)
    await expectFits(page)
  }
  await handIn(page)
  for (const summary of await page.locator('summary').all()) await summary.click()
  await expectFits(page)
})

const LONG_CODE = 'print("a line of code that is a good deal longer than a phone is wide, and then some")'
const BANK = `# Bank\n\n### Question 1\n\nWhat happens?\n\n\`\`\`py\n${LONG_CODE}\n\`\`\`\n\n- A. It prints\n- B. It fails\n- C. It waits\n- D. It ends\n\n**Answer: A**\n`

test('code that a question is about is scrolled in its place, in the preview, in the quiz and in the result', async ({
  page,
}) => {
  await page.goto('/import')
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Notes', { exact: true }).fill(BANK)
  await page.getByRole('button', { name: 'See what they become' }).click()
  const exhibit = page.getByRole('region', { name: 'What the question is about' })
  await expect(exhibit).toContainText(LONG_CODE)
  await expectFits(page)
  await page.getByRole('button', { name: 'Keep this course' }).click()
  await expect(page.getByText('What these notes become')).toBeHidden()
  await startAttempt(page, 'topic=pasted/pasted&count=1')
  await expect(exhibit).toBeVisible()
  await expectFits(page)
  await handIn(page)
  await page.locator('summary').click()
  await expect(exhibit).toBeVisible()
  await expectFits(page)
})

test('a wide table is read on a phone without moving it sideways', async ({ page }) => {
  await page.goto('/study/domain-5#training-time-attacks')
  const cells = page.getByRole('table', { name: 'Training-Time Attacks' }).getByRole('cell')
  await expect(cells.filter({ hasText: 'Adversarial testing' })).toBeInViewport()
  for (const cell of await cells.all()) {
    const box = await cell.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  }
  const frames = page.locator('div:has(> table)')
  const scrolled = await frames.evaluateAll(
    (all) => all.filter((frame) => frame.scrollWidth > frame.clientWidth).length,
  )
  expect(scrolled).toBe(0)
})
