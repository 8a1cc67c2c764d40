// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cardIdOf } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { open } from './opened.tsx'

const past = ({ facts }: Topic) =>
  facts.slice(0, 3).map(({ id }, place) => ({
    kind: 'reviewed' as const,
    fact: id,
    card: cardIdOf('c'),
    grade: 'again' as const,
    daysAgo: place === 0 ? 3 : 1,
  }))

/** The bars as they are spoken: the day, then its count. */
function spoken(region: string): readonly string[] {
  const bars = within(screen.getByRole('region', { name: region })).getAllByRole('listitem')
  return bars.map((bar) => bar.getAttribute('title') ?? '')
}

test('the cards graded are counted, all told and day by day', async () => {
  open('/progress', { past })
  expect((await screen.findByTestId('reviews-total')).textContent).toBe('3')
  const bars = spoken('Cards graded, last 14 days')
  expect(bars).toHaveLength(14)
  expect(bars.map((bar) => bar.replace(/.*: /, ''))).toEqual('0 0 0 0 0 0 0 0 0 0 1 0 2 0'.split(' '))
  expect(bars.at(-1)).toContain('Tuesday')
})

test('what is overdue counts for today', async () => {
  open('/progress', { past })
  await screen.findByTestId('reviews-total')
  const counts = spoken('Facts due, next 14 days').map((bar) => bar.replace(/.*: /, ''))
  expect(counts[0]).toBe('3')
  expect(counts.slice(1).every((count) => count === '0')).toBe(true)
})

test('each topic says how much of it was met', async () => {
  open('/progress', { past })
  expect(await screen.findByText('3 of 13 met, 0 strong, 3 due')).toBeTruthy()
  expect(screen.getByText('No quiz handed in yet.')).toBeTruthy()
})
