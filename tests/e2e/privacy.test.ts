import { expect } from '@playwright/test'
import { gradeCard, headingOf, test } from './visit.ts'

const PAGES = [
  '/',
  '/study',
  '/study/domain-5',
  '/cards',
  '/quiz',
  '/search?q=macie',
  '/progress',
  '/import',
  '/settings',
]

test('every page comes with a policy that lets nothing in, and none of them runs against it', async ({ page }) => {
  // A violation is an error in the console, which fails every test.
  for (const address of PAGES) {
    await page.goto(address)
    await expect(headingOf(page)).toBeVisible()
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
  }
})

test('nothing that is no script of the app can be run, and nothing be asked of another server', async ({
  page,
  complaints,
}) => {
  await page.goto('/settings')
  await expect(headingOf(page)).toBeVisible()
  const refused = await page.evaluate(async () => {
    const attempts: readonly (readonly [string, () => unknown])[] = [
      ['HTML from text', () => (document.createElement('div').innerHTML = '<b>x</b>')],
      [
        'a script from elsewhere',
        () => document.createElement('script').setAttribute('src', 'https://example.org/x.js'),
      ],
      ['a worker from elsewhere', () => new Worker('https://example.org/x.js')],
      ['a request to elsewhere', () => fetch('https://example.org/')],
    ]
    const failed: string[] = []
    for (const [name, attempt] of attempts) {
      try {
        await attempt()
      } catch {
        failed.push(name)
      }
    }
    return failed
  })
  expect(refused).toEqual([
    'HTML from text',
    'a script from elsewhere',
    'a worker from elsewhere',
    'a request to elsewhere',
  ])
  await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(4)
  expect(complaints.filter((complaint) => complaint.startsWith('Asked for'))).toEqual([])
  // What was tried on purpose is no defect of the page.
  complaints.length = 0
})

test('erasing removes all that was stored, in every tab', async ({ page, context }) => {
  await page.goto('/cards?limit=2')
  await gradeCard(page, 3)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  const other = await context.newPage()
  await other.goto('/progress')
  await expect(other.getByTestId('reviews-total')).toHaveText('1')

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Erase everything…' }).click()
  await page.getByRole('button', { name: 'Erase it all now' }).click()
  await page.waitForURL(/\/$/)
  await expect(other.getByTestId('reviews-total')).toHaveText('0')
  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText('0')
  const left = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const counts: number[] = []
    for (const { name = '' } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
      for (const store of database.objectStoreNames) {
        counts.push(
          await new Promise<number>((resolve) => {
            const count = database.transaction(store).objectStore(store).count()
            count.addEventListener('success', () => resolve(count.result))
          }),
        )
      }
      database.close()
    }
    return { keys: Object.keys(localStorage), records: counts.reduce((sum, count) => sum + count, 0) }
  })
  expect(left).toEqual({ keys: [], records: 0 })
})
