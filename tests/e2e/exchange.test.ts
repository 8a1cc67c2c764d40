import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { headingOf, revealCard, test } from './visit.ts'

const FROM_ANKI = `#separator:tab
#html:true
#notetype column:1
#deck column:2
Basic\tPorts\tWhich port has <b>SSH</b>?\t22<script>document.title = 'taken'</script>
Basic (and reversed card)\tPorts\tDNS\tNames &rarr; addresses<img src="https://example.com/x.png">
Cloze\tPorts\t{{c1::HTTPS}} is HTTP over TLS\t
`

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('I take my cards, facts, questions and history to other tools', async ({ page }) => {
  await page.goto('/cards')
  await revealCard(page)
  await page.keyboard.press('3')
  await page.goto('/settings')

  const anki = await saved(page, 'Cards for Anki (.apkg)')
  expect(anki.name).toMatch(/\.apkg$/)
  const { media, ...files } = unzipSync(anki.bytes)
  expect(strFromU8(media ?? new Uint8Array())).toBe('{}')
  expect(strFromU8(files['collection.anki2']?.subarray(0, 15) ?? new Uint8Array())).toBe('SQLite format 3')

  const text = await saved(page, 'Cards for Anki (text)')
  expect(text.bytes.toString()).toMatch(/^#separator:tab\n#html:true\n/)
  const facts = await saved(page, 'Facts (CSV)')
  expect(facts.bytes.toString()).toMatch(/^id,kind,topic,/)
  const questions = await saved(page, 'Questions for Moodle (GIFT)')
  expect(questions.bytes.toString()).toMatch(/^\$CATEGORY: /)
  const history = await saved(page, 'What you did here (CSV)')
  expect(history.bytes.toString().trim().split('\r\n')).toHaveLength(2)
  expect(history.bytes.toString()).toContain('reviewed')
})

test('cards that Anki exported are a course, and nothing in them runs or is fetched', async ({ page }) => {
  await page.goto('/import')
  await page
    .getByLabel('Files of notes')
    .setInputFiles({ name: 'Ports.txt', mimeType: 'text/plain', buffer: Buffer.from(FROM_ANKI) })
  await expect(page.getByRole('heading', { name: 'What these notes become' })).toBeVisible()
  await expect(page.getByText('One picture or sound was left out: notes are text alone.')).toBeVisible()
  await page.getByLabel('Name of the course').fill('From Anki')
  await page.getByRole('button', { name: 'Keep this course' }).click()
  await expect(headingOf(page)).toHaveText('Study')

  await page.getByRole('link', { name: 'Ports', exact: true }).first().click()
  await expect(page.getByRole('cell', { name: 'Which port has SSH?', exact: true })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Names → addresses', exact: true })).toBeVisible()
  await expect(page.getByText('HTTPS is HTTP over TLS')).toBeVisible()
  await expect(page).not.toHaveTitle('taken')

  await page.goto('/cards?topic=ports')
  await expect(page.getByTestId('card')).toContainText('Which port has SSH?')
  await revealCard(page)
  await expect(page.getByTestId('card')).toContainText('22')

  await page.goto('/settings')
  const course = page.getByRole('combobox', { name: 'Course' })
  await page.setViewportSize({ width: 360, height: 800 })
  // The longest title makes the choice no wider than the screen, and a finger can hit it.
  const { x = 360, width = 360, height = 0 } = (await course.boundingBox()) ?? {}
  expect(x + width).toBeLessThanOrEqual(360)
  expect(height).toBeGreaterThanOrEqual(44)
  await course.selectOption('From Anki')
  const facts = await saved(page, 'Facts (CSV)')
  expect(facts.name).toBe('from-anki-facts.csv')

  // What was saved can be dropped like notes.
  await page.goto('/import')
  await page
    .getByLabel('Files of notes')
    .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: facts.bytes })
  await expect(page.getByRole('heading', { name: 'What these notes become' })).toBeVisible()
  await expect(page.getByText('Which port has SSH?').first()).toBeVisible()
})
