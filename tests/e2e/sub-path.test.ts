import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { handIn } from './attempt.ts'
import { serveFolder } from '../../src/node/static-server.ts'
import type { StaticServer } from '../../src/node/static-server.ts'
import { gradeCard, headingOf, storedIn, test } from './visit.ts'

const DIST = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist')
let server: StaticServer

test.beforeAll(async () => {
  server = await serveFolder(DIST, '/some/where/')
})

test.afterAll(() => {
  server.close()
})

test('the built app runs under any path of a plain server, and asks nobody else', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(server.address)
  await expect(headingOf(page)).toHaveText('Study notes in, exam readiness out')
  for (const place of ['Study', 'Cards', 'Quiz', 'Progress', 'Settings', 'Today']) {
    await page.getByRole('link', { name: place, exact: true }).click()
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(headingOf(page)).toBeVisible()
  }
  await page.keyboard.press('/')
  await page.keyboard.type('macie')
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`^${server.address}study/domain-5#`))
  expect(asked.filter((url) => !url.startsWith(server.address))).toEqual([])
})

test('under a path of its own, every address can be opened directly and loaded again', async ({ page }) => {
  for (const [path, title] of [
    ['study', 'Study'],
    ['study/', 'Study'],
    ['study/domain-5', 'Domain 5: Security, Compliance, and Governance for AI Solutions'],
    ['cards/browse', 'All cards'],
    ['quiz.html', 'Quiz'],
    ['index.html', 'Study notes in, exam readiness out'],
    ['search?q=iam', 'Search'],
    ['settings', 'Settings'],
    ['quiz/never-was', 'No such attempt'],
    ['study/domain-99', 'No such topic'],
    ['nowhere', 'No such page'],
    ['no/such/place', 'No such page'],
  ] as const) {
    await page.goto(server.address + path)
    await expect(headingOf(page)).toHaveText(title)
    await expect(page.getByRole('link', { name: 'Retain' })).toHaveAttribute('href', /^\/some\/where\/?$/)
  }
  await page.goto(`${server.address}cards?limit=2`)
  await gradeCard(page, 3)
  await page.reload()
  await expect(page.getByText('0 done, 2 to go')).toBeVisible()

  await page.goto(`${server.address}quiz/new?count=3&minutes=5&seed=7`)
  await expect(page.getByTestId('item')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.reload()
  await expect(page.getByTestId('item')).toHaveAttribute('data-index', '2')
  await handIn(page)
  await page.reload()
  await expect(page.getByTestId('score')).toBeVisible()
  const keys = Object.keys(await storedIn(page))
  expect(keys.filter((key) => !key.startsWith('retain/'))).toEqual([])
})
