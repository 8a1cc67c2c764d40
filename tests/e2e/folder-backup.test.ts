import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { gradeCard, test } from './visit.ts'

/** The picker is the browser's own; in its place a folder that no dialog is needed for, on the same kind of handle. */
async function withFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle('synced', { create: true })
      },
    })
  })
}

function fileIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('synced', { create: true })
    const read = async () =>
      (await (await folder.getFileHandle('retain-backup.json', { create: true })).getFile()).text()
    // The app may replace the file while it is read here.
    return read().catch(read)
  })
}

/** As a file-sync service does that carries what another device wrote. */
async function putFile(page: Page, text: string): Promise<void> {
  await page.evaluate(async (content) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('synced', { create: true })
    const writable = await (await folder.getFileHandle('retain-backup.json', { create: true })).createWritable()
    await writable.write(content)
    await writable.close()
  }, text)
}

const cardsIn = (text: string): number => text.split('"kind":"reviewed"').length - 1

async function reviewsTotal(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Progress' }).click()
  return page.getByTestId('reviews-total').innerText()
}

async function study(page: Page, cards: number): Promise<void> {
  await page.goto('/cards')
  for (let card = 0; card < cards; card += 1) await gradeCard(page, 3)
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
}

test('a backup in a folder is kept up to date, and takes in what another device did', async ({ page, browser }) => {
  await withFolder(page)
  await study(page, 2)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Choose a folder…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The backup in “synced” was up to date at')).toBeVisible()
  expect(cardsIn(await fileIn(page))).toBe(2)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Bring it up to date now' })).toBeFocused()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await withFolder(other)
  await study(other, 3)
  await putFile(other, await fileIn(page))
  await other.goto('/settings')
  await other.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(other.getByText('The backup in “synced” was up to date at')).toBeVisible()
  expect(await reviewsTotal(other)).toBe('5')
  const both = await fileIn(other)
  expect(cardsIn(both)).toBe(5)
  await elsewhere.close()

  // The file comes back by the shared folder; the next visit takes it in by itself, and adds what was done since.
  await study(page, 1)
  await putFile(page, both)
  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText('6')
  await expect.poll(async () => cardsIn(await fileIn(page))).toBe(6)
})

test('a file that is no backup is left as it is; and the folder is forgotten when one asks for it', async ({
  page,
}) => {
  await withFolder(page)
  await study(page, 1)
  await putFile(page, 'a letter')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText('is no backup that this version can read, so it was left as it is')).toBeVisible()
  expect(await fileIn(page)).toBe('a letter')

  await putFile(page, '')
  await page.getByRole('button', { name: 'Bring it up to date now' }).click()
  await expect(page.getByText('The backup in “synced” was up to date at')).toBeVisible()
  expect(cardsIn(await fileIn(page))).toBe(1)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  await study(page, 1)
  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  expect(cardsIn(await fileIn(page))).toBe(1)
})
