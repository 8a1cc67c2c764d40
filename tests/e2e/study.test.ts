import { expect } from '@playwright/test'
import { headingOf, revealCard, gradeCard, test } from './visit.ts'

test('the contents say how far I am in each section', async ({ page }) => {
  await page.goto('/study')
  const domain = page.getByRole('region', { name: /^Domain 5/ })
  const sections = domain.getByRole('list').getByRole('link')
  await domain.getByText(/^\d+ sections/).click()
  await expect(sections.filter({ hasText: '6.1 Training-Time Attacks' })).toContainText(/0 \/ \d+/)
  await expect(domain.getByText(/^0 of \d+ facts met, 0 strong/)).toBeVisible()

  await page.goto('/cards?topic=domain-5&limit=3')
  for (const grade of [3, 3, 4] as const) await gradeCard(page, grade)
  await page.getByRole('link', { name: 'Study', exact: true }).click()
  await expect(domain.getByText(/^3 of \d+ facts met/)).toBeVisible()
  await domain.getByText(/^\d+ sections/).click()
  const met = sections.filter({ hasText: '1.1 Shared Responsibility Model for AI' })
  await expect(met).toContainText(/3 \/ \d+/)
  await expect(met.getByRole('img', { name: /^Shared Responsibility Model for AI: 3 of \d+ facts seen/ })).toBeVisible()

  await sections.filter({ hasText: '6.1 Training-Time Attacks' }).click()
  await expect(page.getByRole('heading', { name: '6.1 Training-Time Attacks' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '6.1 Training-Time Attacks' })).toBeInViewport()
})

test('every objective of the exam leads to the places in the notes that speak of it', async ({ page }) => {
  await page.goto('/study')
  const map = page.getByRole('region', { name: 'The exam guide, objective by objective' })
  await expect(map.getByText('69 of 69 objectives covered')).toBeVisible()
  for (const domain of await map.locator('summary').all()) {
    await domain.click()
    const [, covered, all] = / (\d+) of (\d+)$/.exec(await domain.innerText()) ?? []
    expect(covered).toBe(all)
  }
  await expect(map.getByRole('heading', { level: 3 })).toHaveCount(14)
  const place = map.getByRole('listitem').filter({ hasText: '3.1.3' }).getByRole('link').first()
  const name = await place.innerText()
  await place.click()
  await expect(page).toHaveURL(/\/study\/domain-3#/)
  await expect(page.getByRole('heading', { name, exact: true })).toBeFocused()
})

test('a course says what it covers and what is disputed, and who made it', async ({ page }) => {
  await page.goto('/study')
  await page.getByRole('link', { name: /^What this course covers/ }).click()
  await expect(headingOf(page)).toHaveText('About the courses')
  await expect(page.getByText('This course is independent.', { exact: false })).toBeVisible()
  await expect(page.getByTestId('covered')).toHaveText('69 of 69')
  await page.getByText(/^Statements that a source contradicts/).click()
  await expect(page.getByText(/since 2026 retention is a mode set per Region/)).toBeVisible()
})

test('a link to a section opens it there, and a reload stays there', async ({ page }) => {
  const heading = page.getByRole('heading', { name: '6.2 Inference-Time Attacks' })
  await page.goto('/study/domain-5#inference-time-attacks')
  await expect(heading).toBeInViewport()
  await expect(heading).toBeFocused()
  await page.reload()
  await expect(heading).toBeInViewport()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: '5.1 VPC Endpoints' }).click()
  await expect(page.getByRole('heading', { name: '5.1 VPC Endpoints' })).toBeInViewport()
  await page.goBack()
  await expect(heading).toBeInViewport()
})

test('a link to a row opens it there, and a reload stays there', async ({ page }) => {
  await page.goto('/study/domain-5')
  const cell = page.getByRole('cell', { name: /^Malicious user input overrides/ })
  const anchor = (await cell.getAttribute('id')) ?? ''
  await page.goto('/study')
  await page.goto(`/study/domain-5#${anchor}`)
  await expect(cell).toBeInViewport()
  await expect(cell).toBeFocused()
  await page.reload()
  await expect(cell).toBeInViewport()
  await expect(cell).toHaveAttribute('data-target', '')
})

test('a column is covered, looked at cell by cell, and uncovered', async ({ page }) => {
  await page.goto('/study/domain-5#training-time-attacks')
  const table = page.getByRole('table', { name: 'Training-Time Attacks' })
  const bar = page.getByRole('group', { name: 'Cover a column of Training-Time Attacks' })
  const description = bar.getByRole('button', { name: 'Description' })
  const shown = table.getByRole('cell', { name: /^A hidden trigger is embedded/ })
  await expect(shown).toBeVisible()

  await description.click()
  await expect(description).toHaveAttribute('aria-pressed', 'true')
  await expect(shown).toHaveCount(0)
  const covers = table.getByRole('button', { name: 'Show Description' })
  await expect(covers).toHaveCount(4)
  await covers.nth(1).press('Enter')
  await expect(shown).toBeVisible()
  await expect(covers).toHaveCount(3)
  await expect(table.getByRole('row', { name: /Backdoor Attack/ })).toBeVisible()

  await bar.getByRole('button', { name: 'Attack', exact: true }).click()
  await expect(covers).toHaveCount(0)
  await expect(table.getByRole('button', { name: 'Show Attack' })).toHaveCount(4)
  await bar.getByRole('button', { name: 'Attack', exact: true }).click()
  await expect(table.getByRole('button', { name: /^Show/ })).toHaveCount(0)
})

test('a row of a table is asked as a card and as a question', async ({ page }) => {
  await page.goto('/study/domain-5#training-time-attacks')
  const row = page.getByRole('row', { name: /Backdoor Attack/ })
  await row.getByRole('link', { name: 'Card: Backdoor Attack' }).click()
  await expect(headingOf(page)).toHaveText('Cards')
  await revealCard(page)
  await expect(page.getByTestId('card')).toContainText('Backdoor Attack')
  await expect(page.getByTestId('card')).toContainText('Training-Time Attacks')

  await page.goBack()
  await expect(row).toBeInViewport()
  await row.getByRole('link', { name: 'Question: Backdoor Attack' }).click()
  await expect(page.getByTestId('item')).toContainText(/Backdoor Attack|hidden trigger|Adversarial testing/)
  await expect(page.getByTestId('item')).toHaveAttribute('data-item', /backdoor-attack/)
})

test('notes in the margin open where they are marked', async ({ page }) => {
  await page.goto('/study/domain-5#training-time-attacks')
  const mark = page.getByRole('row', { name: /Model Inversion/ }).getByRole('link', { name: /Disputed, never asked/ })
  await mark.click()
  const note = page.locator('[data-target]')
  await expect(note).toBeInViewport()
  await expect(note).toContainText('Wrong group')
})
