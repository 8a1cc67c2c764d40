import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startAttempt } from './attempt.ts'
import { gradeCard, test } from './visit.ts'

async function study(page: Page, cards: number): Promise<void> {
  await page.goto('/cards')
  for (let card = 0; card < cards; card += 1) await gradeCard(page, 3)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
}

async function downloaded(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.goto('/settings')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download a backup' }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function reviewsTotal(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Progress' }).click()
  return page.getByTestId('reviews-total').innerText()
}

test('a backup is downloaded, and brings everything back in another browser', async ({ page, browser }) => {
  await study(page, 3)
  await startAttempt(page, 'count=2&seed=7')
  const { name, bytes } = await downloaded(page)
  expect(name).toMatch(/^retain-backup-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(bytes.toString())).toMatchObject({ format: 'retain-backup', version: 1 })
  await expect(page.getByText(/The last one was made on .*; no card was graded since/)).toBeVisible()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await study(other, 1)
  await other.goto('/settings')
  await other.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/json', buffer: bytes })
  await expect(other.getByText('New in it: 3 graded cards and 1 quiz.')).toBeVisible()
  await other.getByRole('button', { name: 'Merge: add what is missing' }).click()
  await expect(other.getByText('Merged: what was in the backup is here as well.')).toBeVisible()
  expect(await reviewsTotal(other)).toBe('4')
  await other.reload()
  await expect(other.getByTestId('reviews-total')).toHaveText('4')

  // Again: nothing is new. Then back to the backup alone, and back from it.
  await other.goto('/settings')
  await other.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/json', buffer: bytes })
  await expect(other.getByText('It has nothing new.')).toBeVisible()
  await other.getByRole('button', { name: 'Restore: go back to it' }).click()
  await expect(other.getByText('Restored: everything is as it was in the backup.')).toBeVisible()
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByText('Taken back: everything is as it was before.')).toBeVisible()
  expect(await reviewsTotal(other)).toBe('4')
  await elsewhere.close()
})

test('a large backup is packed, and read again', async ({ page }) => {
  await page.goto('/settings')
  await page.evaluate(() => {
    const lines = Array.from({ length: 2_000 }, (_, index) => {
      const fact = `aif-c01/domain-5#somewhere/relation/attribute/subject-${index}`
      const [id, at] = [`long-ago-${index + 1}`, 1_790_000_000_000 + index * 60_000]
      return JSON.stringify({ kind: 'reviewed', fact, card: `${fact}~forward`, grade: 'good', id, at, offset: 0 })
    })
    localStorage.setItem('retain/journal/long-ago/0', `${lines.join('\n')}\n`)
  })
  await page.reload()
  const { name, bytes } = await downloaded(page)
  expect(name).toMatch(/\.json\.gz$/)
  const backup: { readonly events: readonly unknown[] } = JSON.parse(gunzipSync(bytes).toString())
  expect(backup.events).toHaveLength(2_000)
  await page.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/gzip', buffer: bytes })
  await expect(page.getByText('It has nothing new.')).toBeVisible()
})

test('a hostile file is refused with a reason, and changes nothing', async ({ page }) => {
  await study(page, 1)
  await page.goto('/settings')
  const files = [
    { name: 'deep.json', text: '['.repeat(1_000_000), why: 'it is not JSON' },
    { name: 'proto.json', text: '{"__proto__":{"format":"retain-backup"}}', why: 'no backup of Retain' },
    { name: 'script.json', text: '<script>alert(1)</script>', why: 'it is not JSON' },
    { name: 'types.json', text: '{"format":"retain-backup","version":"1","events":{}}', why: 'no backup of Retain' },
    { name: 'newer.json', text: '{"format":"retain-backup","version":9,"made":"","events":[]}', why: 'newer version' },
    { name: 'broken.json.gz', text: '\u001f\u008bnothing', why: 'it cannot be unpacked' },
  ]
  for (const { name, text, why } of files) {
    const buffer = Buffer.from(text, 'latin1')
    await page.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/json', buffer })
    await expect(page.getByText(why)).toBeVisible()
    await expect(page.getByText('Nothing was changed.')).toBeVisible()
  }
  expect(await reviewsTotal(page)).toBe('1')
})

test('the copy of the day is there, and what was damaged is found, named and taken out', async ({ page }) => {
  await study(page, 2)
  await page.reload()
  await page.goto('/settings')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Copies in this browser (1)')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByText('Copies in this browser (1)').click()
  await page.getByRole('button', { name: /^Look at \d{4}/ }).click()
  await expect(page.getByText('It has nothing new.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText('All is well.')).toBeVisible()
  await page.evaluate(() => localStorage.setItem('retain/journal/torn/0', '2\nabc {"kind":"reviewed"\n'))
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText('1 record in retain/journal/torn/0 (localStorage) cannot be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the damaged pieces out' }).click()
  await expect(page.getByText('All is well.')).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('retain/journal/torn/0'))).toBeNull()
  expect(await reviewsTotal(page)).toBe('2')
})
