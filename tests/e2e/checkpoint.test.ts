import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { JournalEvent } from '../../src/journal/event.ts'
import { packName } from '../../src/journal/pack/pack-name.ts'
import { pack } from '../../src/journal/pack/pack.ts'
import { textOfBytes } from '../../src/journal/text-of-bytes.ts'
import { cardIdOf, eventId, factIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import { gradeCard, headingOf, storedIn, test } from './visit.ts'

const KEY = 'retain/checkpoint'
const PAST = 2_000
const START = Date.UTC(2026, 0, 1)

/** A history that was packed: 2,000 cards, a minute each. */
async function study(page: Page): Promise<string> {
  const events = Array.from({ length: PAST }, (_, index): JournalEvent => {
    const fact = factIdOf(`gone/topic#section/relation/attribute/${index % 300}`)
    const at = instant(START + index * 60_000)
    return {
      kind: 'reviewed',
      fact,
      card: cardIdOf(`${fact}~forward`),
      grade: 'good',
      id: eventId('past', index + 1),
      at,
      offset: 0,
    }
  })
  const bytes = pack(events)
  const key = `retain/pack/${packName(bytes, events.length)}`
  await page.goto('/progress')
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, textOfBytes(bytes)] as const)
  await page.reload()
  return key
}

const checkpointIn = async (page: Page): Promise<string | undefined> => (await storedIn(page))[KEY]

test('what was counted once is there at the next start, and goes on', async ({ page }) => {
  await study(page)
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST))
  await expect.poll(() => checkpointIn(page)).toBeTruthy()
  const counted = await checkpointIn(page)

  await page.goto('/cards')
  await gradeCard(page, 3)
  await gradeCard(page, 1)
  await page.keyboard.press('u')
  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST + 1))
  await page.reload()
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST + 1))
  expect(await checkpointIn(page)).toBe(counted)
})

test('a pack that is damaged after it was counted is noticed, and written anew from the other place', async ({
  page,
}) => {
  const key = await study(page)
  await expect.poll(() => checkpointIn(page)).toBeTruthy()
  await expect(page.getByTestId('kept')).toHaveAttribute('data-pending', '0')
  await page.evaluate((name) => localStorage.setItem(name, (localStorage.getItem(name) ?? '').slice(0, -99)), key)
  await page.reload()
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST))
  await expect(page.getByText(/stored records? could not be read/)).toBeVisible()
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText(`${PAST} records in 2 pieces`)).toContainText('All is well.')
  await page.goto('/progress')
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST))
})

test('one that another build has left is not used, but made anew', async ({ page }) => {
  await study(page)
  await expect.poll(() => checkpointIn(page)).toBeTruthy()
  const counted = await checkpointIn(page)
  await page.evaluate((name) => localStorage.setItem(name, 'of another build'), KEY)
  await page.reload()
  await expect(headingOf(page)).toBeVisible()
  await expect(page.getByTestId('reviews-total')).toHaveText(String(PAST))
  await expect.poll(() => checkpointIn(page)).toBe(counted)
})
