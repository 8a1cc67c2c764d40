import { expect } from '@playwright/test'
import { startAttempt } from './attempt.ts'
import { headingOf, test } from './visit.ts'

test('a misspelt word finds its term, from every screen and by either key', async ({ page }) => {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await startAttempt(page, 'count=3&seed=7')
  for (const path of [page.url(), '/', '/study/domain-5', '/cards', '/settings']) {
    await page.goto(path)
    await expect(headingOf(page)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('gard duty')
    const first = dialog.getByRole('listitem').first()
    await expect(first).toContainText('GuardDuty')
    await expect(first.locator('mark').first()).toHaveText(/guard\s*duty/i)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('searchbox', { name: 'Search the notes' })).toBeFocused()
    await page.keyboard.press('Escape')
  }
})

test('the arrows choose a hit and Enter opens its row in the notes', async ({ page }) => {
  await page.goto('/')
  await expect(headingOf(page)).toBeVisible()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await dialog.getByRole('searchbox').fill('prompt injection')
  const hits = dialog.locator('[data-hit]')
  await expect(hits.nth(2)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  const address = (await hits.nth(1).getAttribute('href')) ?? ''
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(new RegExp(`${address.slice(address.indexOf('#'))}$`))
  const target = page.locator('[data-target]')
  await expect(target).toBeInViewport()
  await expect(target).toBeFocused()

  await page.keyboard.press('Control+k')
  await dialog.getByRole('searchbox').fill('macie')
  await expect(hits.first()).toContainText('Macie')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-target]')).toContainText(/Macie|Severity|PII/)
})

test('a hit is asked as a card and as a question', async ({ page }) => {
  await page.goto('/search?q=data+poisoning')
  await page.getByRole('link', { name: 'Card: Data Poisoning' }).first().click()
  await expect(page.getByTestId('card')).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Question: Data Poisoning' }).first().click()
  await expect(page.getByTestId('item')).toHaveAttribute('data-item', /data-poisoning/)
})

test('the address holds the query, so that a search can be kept', async ({ page }) => {
  await page.goto('/search?q=least%20privilege')
  const box = page.getByRole('main').getByRole('searchbox', { name: 'Search the notes' })
  await expect(box).toHaveValue('least privilege')
  await expect(page.getByRole('listitem').first()).toContainText('Least Privilege')
  await box.fill('hipaa')
  await expect(page).toHaveURL(/\/search\?q=hipaa$/)
  await expect(page.getByRole('listitem').first()).toContainText('HIPAA')
  await page.reload()
  await expect(box).toHaveValue('hipaa')
  await expect(page.getByRole('listitem').first()).toContainText('HIPAA')

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('encryption')
  await page.getByRole('dialog').getByRole('link', { name: 'All hits for “encryption”' }).click()
  await expect(box).toHaveValue('encryption')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a query that is nearly a word of the notes is met with that word', async ({ page }) => {
  await page.goto('/search?q=clowdtrial')
  await page.getByRole('button', { name: /^Did you mean “cloudtrail”\?$/i }).click()
  await expect(page).toHaveURL(/q=cloudtrail$/i)
  await expect(page.getByRole('listitem').first()).toContainText('CloudTrail')
})

test('a query that nothing answers says so', async ({ page }) => {
  await page.goto('/search?q=zzzxqy')
  await expect(page.getByText('Nothing in the notes for “zzzxqy”.')).toBeVisible()
})

test('leaving the search by Escape gives the focus back to where I was', async ({ page }) => {
  await page.goto('/study')
  await page
    .getByRole('region', { name: /^Domain 5/ })
    .getByText(/^\d+ sections/)
    .click()
  const link = page.getByRole('list').getByRole('link', { name: /6\.1 Training-Time Attacks/ })
  await link.focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('iam')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(link).toBeFocused()

  const button = page.getByRole('button', { name: 'Search' })
  await button.click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})
