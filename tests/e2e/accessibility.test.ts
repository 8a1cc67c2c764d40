import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { answerItem, finishedAttempts, handIn, openAuthored, startAttempt } from './attempt.ts'
import { headingOf, recalled, revealCard, test } from './visit.ts'

// Looking at a thousand elements three times takes a while on a small machine.
test.describe.configure({ timeout: 180_000 })

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** On a phone and on a desk; the dark colours, which are the same on both, on the phone. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const

/** No rule is broken, in any look. */
async function expectAccessible(page: Page, what: string, looks: readonly Look[] = LOOKS): Promise<void> {
  const found: string[] = []
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    // Colours are all that the dark scheme changes; they are looked at when none is fading into another.
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules('color-contrast')
    ).analyze()
    for (const { id, help, nodes } of violations) {
      const where = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`)
      found.push([`${what}, ${width} px, ${colorScheme}: ${id}: ${help} (${nodes.length})`, ...where].join('\n'))
    }
  }
  expect(found.join('\n\n')).toBe('')
}

interface Look {
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

test('axe finds nothing in the dark on a desk, where the navigation is another', async ({ page }) => {
  for (const path of ['/', '/quiz', '/settings']) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectAccessible(page, path, [{ width: 1280, colorScheme: 'dark' }])
  }
})

for (const path of ['/', '/study', '/about', '/study/domain-5', '/cards/browse', '/search?q=iam', '/nowhere']) {
  test(`axe finds nothing at ${path}`, async ({ page }) => {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectAccessible(page, path)
  })
}

test('axe finds nothing at a card, its back, and the end of the session', async ({ page }) => {
  await page.goto('/cards?limit=1')
  await expect(page.getByTestId('card')).toBeVisible()
  await expectAccessible(page, 'front')
  await revealCard(page)
  await expectAccessible(page, 'back')
  await page.keyboard.press('1')
  await revealCard(page)
  await page.keyboard.press('3')
  await expect(headingOf(page)).toHaveText('Session finished')
  await expectAccessible(page, 'session finished')
  for (const path of ['/', '/progress']) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectAccessible(page, `${path} after cards`)
  }
})

test('axe finds nothing at the quiz’s set-up, the settings, the import and the search', async ({ page }) => {
  for (const path of ['/quiz', '/quiz/history', '/quiz/new?count=0', '/settings', '/import', '/quiz/nowhere']) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await expectAccessible(page, path)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('gard duty')
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('GuardDuty')
  await expectAccessible(page, 'search dialog')
})

for (const type of ['choice', 'response', 'ordering', 'matching']) {
  test(`axe finds nothing at a question of the type ${type}`, async ({ page }) => {
    await startAttempt(page, `count=2&type=${type}&seed=5&minutes=9&mode=practice`)
    await page.keyboard.press('Shift+B')
    await page.keyboard.press('u')
    await expectAccessible(page, type)
    await answerItem(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expectAccessible(page, `${type}, checked`)
  })
}

test('axe finds nothing at the explanation of a question that stands beside the notes', async ({ page }) => {
  await openAuthored(page, 'choice')
  await answerItem(page)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('list', { name: 'References' })).toBeVisible()
  await expectAccessible(page, 'authored, checked')
})

test('axe finds nothing at a name to be typed, on a card and in a question, before and after', async ({ page }) => {
  const fact = 'aif-c01/domain-5#key-terms/term/means/guardduty'
  const link = `fact=${encodeURIComponent(fact)}`
  await recalled(page, fact, 5)
  await page.goto(`/cards?${link}`)
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await expectAccessible(page, 'card to be typed')
  await page.keyboard.type('Macie')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Suggested grade: Again.')).toBeVisible()
  await expectAccessible(page, 'card judged')

  await recalled(page, fact, 18, 14, 2)
  await startAttempt(page, `${link}&type=choice&count=1`)
  await expect(page.getByTestId('item').getByRole('textbox')).toBeFocused()
  await expectAccessible(page, 'typed')
  await page.keyboard.type('guard duti')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Right, but it is spelt “GuardDuty”.')).toBeVisible()
  await expectAccessible(page, 'typed, checked')
})

test('axe finds nothing at the navigator and at the result with all explanations open', async ({ page }) => {
  await startAttempt(page, 'count=10&minutes=15&seed=7&mode=exam')
  await answerItem(page)
  await page.keyboard.press('f')
  await page.getByRole('button', { name: 'Navigator' }).click()
  await expectAccessible(page, 'navigator')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: 'Review' })).toBeFocused()
  await expectAccessible(page, 'review')
  await page.keyboard.press('Escape')
  await handIn(page)
  for (const summary of await page.locator('summary').all()) await summary.click()
  await expectAccessible(page, 'result')
})

test('axe finds nothing at the attempts, at one that was deleted, and at two compared', async ({ page }) => {
  await finishedAttempts(page)
  await expect(page.getByRole('table')).toHaveCount(1)
  await expectAccessible(page, 'attempts')
  for (const tick of await page.getByRole('checkbox').all()) await tick.check()
  await page.getByRole('button', { name: 'Compare two' }).click()
  await expect(headingOf(page)).toHaveText('Two attempts compared')
  await expectAccessible(page, 'compared')
  await page.goBack()
  await page.getByRole('button', { name: 'Delete the attempt of' }).first().click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await expectAccessible(page, 'deleted')
})

test('axe finds nothing where a quiz is paused, looked on at, and short of time', async ({ page, context }) => {
  await page.clock.install({ time: new Date('2026-11-24T10:00:00Z') })
  await startAttempt(page, 'count=5&minutes=9&seed=7&mode=practice')
  await page.keyboard.press('h')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused()
  await expectAccessible(page, 'paused')
  await page.keyboard.press('p')
  await page.clock.fastForward(4 * 60_000 + 1_000)
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
  await expectAccessible(page, 'five minutes left')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('button', { name: 'Take over here' })).toBeVisible()
  await expectAccessible(other, 'looking on')
})
