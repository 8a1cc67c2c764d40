import { expect } from '@playwright/test'
import { answerItem, handIn, openAuthored } from './attempt.ts'
import { test } from './visit.ts'

for (const type of ['choice', 'response', 'ordering', 'matching']) {
  test(`a question of the type ${type} that stands beside the notes is asked and explained`, async ({ page }) => {
    await openAuthored(page, type)
    await answerItem(page)
    await page.getByRole('button', { name: 'Check' }).click()
    const explained = page.getByRole('status').filter({ hasText: 'Notes, line' })
    await expect(explained).toBeVisible()
    const notes = explained.getByRole('link', { name: /^Notes, line \d+$/ })
    expect(await notes.count()).toBeGreaterThanOrEqual(1)
    const references = explained.getByRole('list', { name: 'References' }).getByRole('link')
    for (const reference of await references.all()) {
      await expect(reference).toHaveAttribute('href', /^https:\/\//)
      await expect(reference).toHaveAttribute('rel', /noopener/)
    }
    // The place in the notes is there.
    const [, anchor = ''] = (await notes.first().getAttribute('href'))?.split('#') ?? []
    await notes.first().click()
    await expect(page.locator(`[id="${anchor}"]`)).toBeVisible()
  })
}

test('a question beside the notes that was missed is practised again, also after a reload', async ({ page }) => {
  await openAuthored(page, 'matching')
  const stem = await page.getByTestId('item').locator('legend, p').first().innerText()
  await handIn(page)
  await page.getByRole('link', { name: 'Practise what you missed' }).click()
  await expect(page.getByTestId('item')).toBeVisible()
  await openAuthoredOf(page, stem)
  await page.reload()
  await expect(page.getByTestId('item')).toContainText(stem)
})

async function openAuthoredOf(page: Parameters<typeof openAuthored>[0], stem: string): Promise<void> {
  const total = Number(/of (\d+)/.exec(await page.getByText(/^Item 1 of/).innerText())?.[1])
  for (let index = 1; index < total; index += 1) {
    if ((await page.getByTestId('item').innerText()).includes(stem)) return
    await page.keyboard.press('ArrowRight')
    await expect(page.getByTestId('item')).toHaveAttribute('data-index', String(index + 1))
  }
}

test('who only reads fetches no questions', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto('/study/domain-5')
  await expect(page.getByRole('table').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(fetched.filter((path) => path.includes('domain-5-'))).toHaveLength(1)
  expect(fetched.filter((path) => path.includes('/items-'))).toEqual([])
  await page.goto('/quiz/new?count=3&seed=1')
  await expect(page.getByTestId('item')).toBeVisible()
  expect(fetched.filter((path) => path.includes('/items-')).length).toBeGreaterThan(0)
})
