import { expect } from '@playwright/test'
import { answerItem, atItem, handIn, readItems, startAttempt } from './attempt.ts'
import { headingOf, journalOf, test } from './visit.ts'

test('I set up a quiz and it is as I asked', async ({ page }) => {
  await page.goto('/quiz')
  await page.getByRole('radio', { name: '5', exact: true }).check()
  await page.getByRole('radio', { name: 'Minutes of my own' }).check()
  await page.getByRole('spinbutton', { name: 'Minutes' }).fill('7')
  await page.getByRole('radio', { name: 'Only at the end, as in the exam' }).check()
  await page.getByRole('checkbox', { name: 'Ordering' }).uncheck()
  await page.getByRole('checkbox', { name: 'Matching' }).uncheck()
  await page.getByRole('button', { name: 'Start' }).click()

  await expect(headingOf(page)).toHaveText('Quiz')
  await expect(page.getByText('Item 1 of 5')).toBeVisible()
  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^0[67]:\d\d$/)
  await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0)
  const texts = await readItems(page, 5)
  expect(texts.filter((text) => text.includes('Move'))).toEqual([])
  await expect(page.getByTestId('item').getByRole('combobox')).toHaveCount(0)
})

test('the same link gives the same questions in the same order', async ({ page }) => {
  await startAttempt(page, 'count=10&minutes=15&seed=7')
  const first = await readItems(page, 10)
  const address = page.url()
  await startAttempt(page, 'count=10&minutes=15&seed=7')
  expect(page.url()).not.toBe(address)
  expect(await readItems(page, 10)).toEqual(first)
  expect(new Set(first).size).toBe(10)

  await startAttempt(page, 'count=10&minutes=15&seed=8')
  expect(await readItems(page, 10)).not.toEqual(first)
})

test('options are chosen by letter and by number, questions are flagged and found again', async ({ page }) => {
  await startAttempt(page, 'count=4&type=choice&seed=3')
  const options = page.getByTestId('item').getByRole('radio')
  await page.keyboard.press('b')
  await expect(options.nth(1)).toBeChecked()
  await page.keyboard.press('3')
  await expect(options.nth(2)).toBeChecked()
  await expect(options.nth(1)).not.toBeChecked()
  await expect(page.getByTestId('answered-total')).toHaveText('1 answered')

  await page.keyboard.press('ArrowRight')
  await atItem(page, 2)
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Next' }).click()
  await atItem(page, 3)

  await page.keyboard.press('n')
  const navigator = page.getByRole('dialog', { name: 'Navigator' })
  await expect(navigator).toContainText('3 not answered. 1 flagged.')
  await expect(navigator.getByRole('listitem').getByRole('button')).toHaveCount(4)
  await expect(navigator.getByRole('button', { name: 'Item 1, complete' })).toBeVisible()
  await expect(navigator.getByRole('button', { name: 'Item 3, incomplete' })).toHaveAttribute('aria-current', 'true')
  await expect(navigator.getByRole('button', { name: 'Item 4, unseen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(navigator).toHaveCount(0)
  await page.keyboard.press('n')
  await navigator.getByRole('button', { name: 'Item 2, incomplete, flagged' }).press('Enter')
  await expect(navigator).toBeHidden()
  await atItem(page, 2)
  await page.keyboard.press('ArrowLeft')
  await expect(options.nth(2)).toBeChecked()
})

for (const type of ['choice', 'response', 'ordering', 'matching']) {
  test(`a question of the type ${type} is answered by keyboard, and checked in practice`, async ({ page }) => {
    await startAttempt(page, `count=2&type=${type}&seed=5&mode=practice`)
    const check = page.getByRole('button', { name: 'Check' })
    await expect(check).toBeDisabled()
    await answerItem(page)
    await check.press('Enter')
    const explained = page.getByRole('status').filter({ hasText: /Notes, line \d+/ })
    await expect(explained).toContainText(/^(Right\.|Not right\.|\d of \d)/)
    await expect(page.getByRole('button', { name: 'Checked' })).toBeDisabled()
    await expect(page.getByTestId('item').locator('fieldset').locator('input, select, button').first()).toBeDisabled()
    expect(await explained.getByRole('link', { name: /Notes, line/ }).count()).toBeGreaterThan(0)
    expect(await explained.getByRole('listitem').count()).toBeGreaterThan(1)

    await page.getByRole('button', { name: 'Next' }).press('Enter')
    await atItem(page, 2)
    await answerItem(page)
    await handIn(page)
    await expect(page.getByTestId('score')).toHaveAttribute('data-count', '2')
  })
}

test('the result explains every option of every question, and leads to places in the notes', async ({ page }) => {
  await startAttempt(page, 'count=10&minutes=15&seed=7')
  const shown: number[] = []
  for (let index = 1; index <= 10; index += 1) {
    await atItem(page, index)
    shown.push(await page.getByTestId('item').locator('input, li, select').count())
    if (index !== 4) await answerItem(page)
    if (index < 10) await page.keyboard.press('ArrowRight')
  }
  await handIn(page)
  await expect(headingOf(page)).toHaveText('Result')
  const score = page.getByTestId('score')
  await expect(score).toHaveAttribute('data-count', '10')
  await expect(score).toHaveText(`${await score.getAttribute('data-correct')} of 10 right`)

  const items = page.locator('details')
  await expect(items).toHaveCount(10)
  await expect(items.filter({ hasText: 'Not answered: no credit' })).toHaveCount(1)
  const places = new Set<string>()
  for (const [index, item] of (await items.all()).entries()) {
    await item.locator('summary').click()
    // References lead out of the notes.
    const options = item.locator('ul:not([aria-label=References]) > li')
    // A matching item may offer options that fit no prompt; the result explains those too.
    expect(await options.count()).toBeGreaterThanOrEqual(shown[index] ?? Number.NaN)
    for (const option of await options.all()) {
      expect((await option.innerText()).length).toBeGreaterThan('Notes, line 10'.length + 10)
    }
    const links = await item.getByRole('link', { name: /^Notes, line \d+$/ }).all()
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      const href = (await link.getAttribute('href')) ?? ''
      expect(href).toMatch(/^\/study\/domain-\d#./)
      places.add(decodeURIComponent(href))
    }
  }
  await items
    .nth(3)
    .getByRole('link', { name: /Notes, line/ })
    .first()
    .click()
  await expect(page.locator('[data-target]')).toBeInViewport()
  for (const topic of new Set([...places].map((place) => place.split('#')[0] ?? ''))) {
    await page.goto(topic)
    await expect(page.getByRole('article')).toBeVisible()
    const wanted = [...places]
      .filter((place) => place.startsWith(`${topic}#`))
      .map((place) => place.split('#')[1] ?? '')
    const missing = await page.evaluate((all) => all.filter((id) => document.getElementById(id) === null), wanted)
    expect(missing).toEqual([])
  }
})

test('handing in twice quickly gives one result, and going back does not open the quiz again', async ({ page }) => {
  await page.goto('/quiz')
  await page.getByRole('button', { name: 'Start' }).click()
  await atItem(page, 1)
  const address = page.url()
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Hand in' }).dblclick()
  await expect(page).toHaveURL(`${address}/result`)
  await expect(page.getByTestId('score')).toHaveAttribute('data-correct', '0')
  expect((await journalOf(page)).filter(({ kind }) => kind === 'handed-in')).toHaveLength(1)

  await page.goBack()
  await expect(headingOf(page)).toHaveText('Quiz')
  await expect(page).toHaveURL(/\/quiz$/)
  await expect(page.getByRole('region', { name: 'Finished' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Not finished' })).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByTestId('score')).toBeVisible()
  await page.goto('/progress')
  await expect(page.getByRole('region', { name: 'Quizzes' }).getByRole('listitem')).toHaveCount(1)
})

test('a choice that the notes have no question for says so, and leads back', async ({ page }) => {
  await page.goto('/quiz/new?count=10&domain=4&task=5.1')
  await expect(headingOf(page)).toHaveText('No question here')
  await page.getByRole('link', { name: 'Choose something else' }).click()
  await expect(headingOf(page)).toHaveText('Quiz')
})
