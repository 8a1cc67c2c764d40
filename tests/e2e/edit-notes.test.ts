import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { openAuthored } from './attempt.ts'
import { freePort } from './free-port.ts'
import { headingOf, revealCard, test } from './visit.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

// One server for all of this file.
test.describe.configure({ mode: 'default' })

let address: string
let folder: string
let server: ChildProcess

// The notes are looked for where the server is started: in a copy, which may be edited.
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retain-'))
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true })
  const port = String(await freePort())
  address = `http://127.0.0.1:${port}`
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const argv = [vite, ROOT, '--config', join(ROOT, 'vite.config.ts'), '--host', '127.0.0.1', '--port', port]
  server = spawn(process.execPath, [...argv, '--strictPort'], { cwd: folder, stdio: 'ignore' })
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
})

test.afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

function edit(from: string, to: string, path = 'domain-5.md'): void {
  const file = join(folder, 'content/aif-c01', path)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`Expected the notes to say “${from}”`)
  writeFileSync(file, text.replace(from, to))
}

test('while I write notes, the open page follows, and keeps what I was doing', async ({ page, complaints }) => {
  await page.goto(`${address}/study/domain-5#training-time-attacks`)
  await expect(headingOf(page)).toContainText('Domain 5', { timeout: 30_000 })
  const cover = page
    .getByRole('group', { name: 'Cover a column of Training-Time Attacks' })
    .getByRole('button', { name: 'Defense' })
  await cover.click()
  await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''))

  edit('A hidden trigger is embedded', 'A trigger that nobody sees is embedded')
  await expect(page.getByRole('cell', { name: /^A trigger that nobody sees is embedded/ })).toBeVisible()
  await expect(cover).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Show Defense' })).toHaveCount(4)
  await expect(page.locator('html')).toHaveAttribute('data-not-reloaded', '')

  edit('A trigger that nobody sees', 'A trigger[^nowhere] that nobody sees')
  await expect(page.locator('vite-error-overlay')).toBeAttached()
  edit('A trigger[^nowhere] that nobody sees', 'A trigger that nobody sees')
  await expect(page.locator('vite-error-overlay')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-not-reloaded', '')
  await expect(cover).toHaveAttribute('aria-pressed', 'true')
  complaints.splice(0)
})

test('a card under my eyes takes an edit and stays on its back', async ({ page }) => {
  const fact = 'aif-c01/domain-5#training-time-attacks/relation/description/data-poisoning'
  await page.goto(`${address}/cards?fact=${encodeURIComponent(fact)}`)
  await expect(page.getByTestId('card')).toBeVisible({ timeout: 30_000 })
  await revealCard(page)
  await expect(page.getByTestId('card')).toContainText('Malicious samples are injected')
  edit('Malicious samples are injected', 'Bad samples are slipped')
  await expect(page.getByTestId('card')).toContainText('Bad samples are slipped')
  await expect(page.getByTestId('card')).toHaveAttribute('data-side', 'back')
})

test('an answer under my eyes, of a question beside the notes, takes an edit', async ({ page }) => {
  await openAuthored(page, 'ordering&topic=domain-5', address)
  const item = page.getByTestId('item')
  const shown = await item.innerText()
  const text = readFileSync(join(folder, 'content/aif-c01/items/domain-5.md'), 'utf8')
  const steps = [...text.matchAll(/^\d\. (.+)$/gm)].map(([, step = '']) => step)
  const step = steps.find((each) => shown.includes(each)) ?? ''
  expect(step).not.toBe('')
  edit(`. ${step}\n`, '. A step in other words\n', 'items/domain-5.md')
  await expect(item).toContainText('A step in other words')
})
