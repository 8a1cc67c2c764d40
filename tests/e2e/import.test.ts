import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startAttempt } from './attempt.ts'
import { headingOf, revealCard, test } from './visit.ts'

const PORTS = `# Networking basics

> **Exam tip:** “Which port” questions are about **the server’s side**.

| Protocol | Port | Transport |
|---|---|---|
| HTTP | 80 | TCP |
| HTTPS | 443 | TCP |
| SSH | 22 | TCP |
| DNS | 53 | UDP |
| NTP | 123 | UDP |
`

async function choose(
  page: Page,
  ...files: { readonly name: string; readonly text: string | Uint8Array }[]
): Promise<void> {
  await page
    .getByLabel('Files of notes')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })))
}

async function keepPorts(page: Page): Promise<void> {
  await page.goto('/import')
  await choose(page, { name: 'Networking basics.md', text: PORTS })
  await expect(page.getByRole('heading', { name: 'What these notes become' })).toBeVisible()
  await page.getByLabel('Name of the course').fill('Networks')
  await page.getByRole('button', { name: 'Keep this course' }).click()
  await expect(headingOf(page)).toHaveText('Study')
}

test('notes that I bring are a course: to read, recall, quiz and search, also after a reload', async ({ page }) => {
  await keepPorts(page)
  await expect(page.getByRole('link', { name: 'Networking basics', exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'Networking basics', exact: true }).click()
  await expect(headingOf(page)).toHaveText('Networking basics')
  await expect(page.getByRole('cell', { name: '443' })).toBeVisible()

  await page.goto('/cards?topic=networking-basics')
  await revealCard(page)
  await page.keyboard.press('3')
  await page.goto('/progress')
  await expect(page.getByText(/^1 of 11 met/)).toBeVisible()

  await startAttempt(page, 'topic=networking-basics/networking-basics&count=2&type=choice&seed=3')
  await expect(page.getByTestId('item')).toContainText(/port|protocol/i)

  await page.goto('/search?q=htps')
  await page.getByRole('link', { name: 'HTTPS', exact: true }).click()
  await expect(headingOf(page)).toHaveText('Networking basics')
})

test('before I keep notes I see what they become, and what could not be read', async ({ page }) => {
  await page.goto('/import')
  await choose(
    page,
    { name: 'ports.md', text: `${PORTS}\nJust a thought.\n` },
    { name: 'photo.png', text: new Uint8Array([137, 80, 78, 71, 0]) },
  )
  await expect(page.getByText('photo.png')).toBeVisible()
  await expect(page.getByText('Only Markdown and text files are read')).toBeVisible()
  await expect(page.getByRole('region', { name: 'For example' })).toContainText('HTTP')
  await page.getByText('2 explanations').click()
  await expect(page.getByText('ports.md:13:1 no-fact')).toBeVisible()
  await page.getByRole('button', { name: 'Put away' }).click()
  await page.goto('/study')
  await expect(page.getByText('Networking basics')).toBeHidden()
})

test('text that I paste becomes a course too', async ({ page }) => {
  await page.goto('/import')
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Notes', { exact: true }).fill(PORTS)
  await page.getByRole('button', { name: 'See what they become' }).click()
  await expect(page.getByLabel('Name of the course')).toHaveValue('Networking basics')
})

test('a course is updated with its history, saved as the file it came from, removed, and taken back', async ({
  page,
}) => {
  await keepPorts(page)
  await page.goto('/cards?topic=networking-basics')
  await revealCard(page)
  await page.keyboard.press('3')

  await page.goto('/import')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save Networks as a file' }).click()
  expect((await download).suggestedFilename()).toBe('Networking basics.md')

  await page.getByRole('button', { name: 'Update Networks' }).click()
  await page
    .getByLabel('Files of notes')
    .last()
    .setInputFiles({
      name: 'Networking basics.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(`${PORTS}| SMTP | 25 | TCP |\n`),
    })
  await page.getByRole('button', { name: 'Replace the old version' }).click()
  await page.goto('/progress')
  await expect(page.getByText(/^1 of 13 met/)).toBeVisible()

  await page.goto('/import')
  await page.getByRole('button', { name: 'Remove Networks' }).click()
  await expect(page.getByText('“Networks” was removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Remove Networks' })).toBeVisible()
})
