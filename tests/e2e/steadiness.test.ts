import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { atItem, startAttempt } from './attempt.ts'
import { headingOf, revealCard, test } from './visit.ts'

/** The layout shifts of the page so far, also those that followed a key or a click, with what moved. */
function shiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = []
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) found.push(JSON.stringify(entry.toJSON()))
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // What was buffered is told at once; what the last frame moved, a frame later.
        requestAnimationFrame(() => setTimeout(() => resolve(found), 100))
      }),
  )
}

for (const [width, height] of [
  [360, 740],
  [1280, 800],
] as const) {
  test(`nothing moves while a screen arrives, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const path of [
      '/',
      '/study',
      '/study/domain-5',
      '/about',
      '/cards',
      '/quiz',
      '/progress',
      '/search?q=iam',
      '/settings',
    ]) {
      await page.goto(path)
      await expect(headingOf(page)).toBeVisible()
      expect({ path, shifts: await shiftsOf(page) }).toEqual({ path, shifts: [] })
    }
    await page.goto('/study/domain-5')
    await expect(page.getByRole('link', { name: /^Question: / }).first()).toBeVisible()
    expect(await shiftsOf(page)).toEqual([])
  })

  test(`the controls of a card stay where they are when it is turned, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/cards')
    const show = page.getByRole('button', { name: 'Show answer' })
    const undo = page.getByRole('button', { name: 'Undo' })
    const [before, undoBefore] = [await show.boundingBox(), await undo.boundingBox()]
    await revealCard(page)
    const grades = page.getByRole('group', { name: 'How well did you recall it?' })
    expect((await grades.boundingBox())?.y).toBeCloseTo(before?.y ?? Number.NaN, 0)
    expect((await undo.boundingBox())?.y).toBeCloseTo(undoBefore?.y ?? Number.NaN, 0)
    expect(await shiftsOf(page)).toEqual([])
    await page.keyboard.press('3')
    await expect(page.getByTestId('card')).toHaveAttribute('data-side', 'front')
    expect((await show.boundingBox())?.y).toBeCloseTo(before?.y ?? Number.NaN, 0)
  })

  test(`however long cards are, the controls stay and the answer comes into view, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/cards?topic=domain-5')
    const show = page.getByRole('button', { name: 'Show answer' })
    const grades = page.getByRole('group', { name: 'How well did you recall it?' })
    const first = await show.boundingBox()
    let longest = 0
    for (let card = 0; card < 14; card += 1) {
      expect((await show.boundingBox())?.y).toBe(first?.y)
      await revealCard(page)
      expect((await grades.boundingBox())?.y).toBe(first?.y)
      const link = await page.getByRole('link', { name: 'Open in the notes' }).boundingBox()
      expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThan(first?.y ?? 0)
      longest = Math.max(longest, await page.evaluate(() => document.documentElement.scrollHeight))
      await page.keyboard.press('4')
      await expect(page.getByTestId('card')).toHaveAttribute('data-side', 'front')
    }
    // On a phone, some of them do not fit the window.
    expect(longest > height).toBe(width < 768)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  })

  test(`the controls of a quiz stay where they are from question to question, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await startAttempt(page, 'count=9&minutes=9&seed=7')
    const places: string[] = []
    for (const index of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await atItem(page, index)
      const next = await page.getByRole('button', { name: 'Next' }).boundingBox()
      const flag = await page.getByRole('button', { name: 'Flag' }).boundingBox()
      const sure = await page.getByRole('button', { name: 'Sure', exact: true }).boundingBox()
      places.push(`${next?.x} ${next?.y} ${flag?.x} ${flag?.y} ${sure?.x} ${sure?.y}`)
      await page.getByRole('button', { name: 'Next' }).click()
    }
    expect(places).toEqual(places.map(() => places[0]))
  })

  test(`nothing moves when something is said of a question, or by the clock, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.clock.install({ time: new Date('2026-11-24T10:00:00Z') })
    await startAttempt(page, 'count=5&type=choice&minutes=9&seed=7')
    // The page's head says for the first time that something is kept.
    await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
    const before = await shiftsOf(page)
    for (const key of ['b', 'Shift+C', 's', 'f', 'h', 'h', 'Shift+C', 'f']) await page.keyboard.press(key)
    await page.clock.fastForward(4 * 60_000 + 1_000)
    await expect(page.getByText('5 minutes left.')).toBeVisible()
    await page.clock.fastForward(10_000)
    await expect(page.getByText('5 minutes left.')).toHaveCount(0)
    expect(await page.evaluate(() => document.activeElement?.closest('[role=status]') ?? null)).toBeNull()
    expect(await shiftsOf(page)).toEqual(before)
  })
}
