// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cardIdOf } from '../../src/model/ids.ts'
import { open } from './opened.tsx'

const side = () => screen.getByTestId('card').getAttribute('data-side')
const front = () => screen.getByTestId('card').textContent

async function openCards(limit: number, setting: Parameters<typeof open>[1] = {}) {
  const opened = open(`/cards?limit=${limit}`, setting)
  await screen.findByTestId('card')
  return opened
}

test('a card shows its answer when asked, and the next card comes when it is graded', async () => {
  const { user, journal } = await openCards(2)
  expect(front()).toBe('Encryption · Managed byAWS owned key')
  await user.click(screen.getByRole('button', { name: 'Show answer' }))
  expect(side()).toBe('back')
  expect(screen.getByText('AWS alone')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Good/ }))
  expect(screen.getByText('1 done, 1 to go')).toBeTruthy()
  expect(side()).toBe('front')
  expect(front()).toContain('Control')
  expect(journal.getState().learned.reviews).toBe(1)
})

test('the keys do all of it: Space, a number, U', async () => {
  const { user, journal } = await openCards(2)
  await user.keyboard(' ')
  expect(side()).toBe('back')
  await user.keyboard('4')
  expect(screen.getByText('1 done, 1 to go')).toBeTruthy()
  await user.keyboard('u')
  expect(screen.getByText('0 done, 2 to go')).toBeTruthy()
  expect(journal.getState().learned.memories.size).toBe(0)
})

test('a number grades nothing while the answer is not shown', async () => {
  const { user, journal } = await openCards(2)
  await user.keyboard('3')
  expect(screen.getByText('0 done, 2 to go')).toBeTruthy()
  expect(journal.getState().learned.reviews).toBe(0)
})

test('a grade that was taken back shows the same card again with its answer', async () => {
  const { user } = await openCards(2)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo' }).disabled).toBe(true)
  await user.keyboard(' 1')
  expect(front()).toContain('Control')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(front()).toContain('Managed by')
  expect(side()).toBe('back')
  expect(screen.getByText('The last grade was taken back.')).toBeTruthy()
})

test('a card not recalled comes again in the same session', async () => {
  const { user } = await openCards(2)
  await user.keyboard(' 1')
  expect(screen.getByText('1 done, 2 to go')).toBeTruthy()
  await user.keyboard(' 3')
  // The same fact, asked the other way round.
  expect(front()).toBe('Encryption · Key type, by its Managed byAWS alone')
  await user.keyboard(' 3')
  expect(screen.getByRole('heading', { level: 1, name: 'Session finished' })).toBeTruthy()
})

test('the end counts the grades and offers a quiz about what was missed', async () => {
  const { user } = await openCards(1)
  await user.keyboard(' 1')
  await user.keyboard(' 4')
  expect(screen.getByText(/^One fact asked/)).toBeTruthy()
  const grades = within(screen.getByRole('region', { name: 'Grades' }))
  const counted = ['again', 'hard', 'good', 'easy'].map(
    (grade) => grades.getByText(grade).parentElement?.querySelector('dd')?.textContent,
  )
  expect(counted).toEqual(['1', '0', '0', '1'])
  expect(screen.getByRole('link', { name: 'Quiz the one you missed' }).getAttribute('href')).toMatch(
    /^\/quiz\/new\?fact=.*&mode=practice$/,
  )
})

test('the last grade can be taken back at the end, too', async () => {
  const { user } = await openCards(1)
  await user.keyboard(' 3')
  await user.click(await screen.findByRole('button', { name: 'Undo the last grade' }))
  expect(side()).toBe('back')
  expect(screen.getByText('0 done, 1 to go')).toBeTruthy()
})

test('each grade says when the fact would come back, the better the later', async () => {
  const { user } = await openCards(1)
  await user.keyboard(' ')
  const days = ['Again', 'Hard', 'Good', 'Easy'].map((name) => {
    const [, count = '', unit = ''] = /(\d+) (day|week)/.exec(grade(name)) ?? []
    return Number(count) * (unit === 'week' ? 7 : 1)
  })
  expect(days[0]).toBe(1)
  expect(days).toEqual(days.toSorted((one, other) => one - other))
  expect(days[3]).toBeGreaterThan(days[2] ?? 0)
})

test('a fact already asked today is practice, and its grades say so', async () => {
  const { user } = await openCards(1)
  await user.keyboard(' 1')
  await user.keyboard(' ')
  expect(['Again', 'Hard', 'Good', 'Easy'].map(grade)).toEqual([
    'Againpractice',
    'Hardpractice',
    'Goodpractice',
    'Easypractice',
  ])
})

const grade = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) }).textContent ?? ''

test('what a footnote says against an answer stands beside the answer', async () => {
  const { user } = await openCards(6)
  for (let card = 1; card < 6; card += 1) await user.keyboard(' 3')
  expect(front()).toBe('Encryption · ControlCustomer managed key')
  expect(screen.queryByText(/gives as much/)).toBeNull()
  await user.keyboard(' ')
  expect(screen.getByText(/gives as much/)).toBeTruthy()
})

test('with nothing due and nothing new, the page says so and leads on', async () => {
  open('/cards', {
    past: ({ facts }) =>
      facts.map(({ id }) => ({ kind: 'reviewed', fact: id, card: cardIdOf('c'), grade: 'easy', daysAgo: 0 })),
  })
  expect(await screen.findByRole('heading', { level: 1, name: 'Done for today' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Change the daily limits' }).getAttribute('href')).toBe('/settings')
})

test('a card that the notes no longer hold is not asked', async () => {
  open('/cards?fact=aif-c01%2Fkeys%23gone')
  expect(await screen.findByRole('heading', { level: 1, name: 'No card here' })).toBeTruthy()
})

test('all cards are listed with the day they are due', async () => {
  open('/cards/browse', {
    past: ({ facts }) =>
      facts
        .slice(0, 1)
        .map(({ id }) => ({ kind: 'reviewed', fact: id, card: cardIdOf('c'), grade: 'again', daysAgo: 0 })),
  })
  const [first, , third] = await screen.findAllByRole('listitem')
  expect(first?.textContent).toContain('Due tomorrow')
  expect(third?.textContent).toContain('New')
})

test('what was missed is asked as cards, by an address that is short however much it is', async () => {
  const { user } = open('/quiz/new?count=5&seed=7&mode=exam')
  await screen.findByTestId('item')
  await user.click(screen.getByRole('button', { name: 'Navigator' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Review' }))
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  const cards = await screen.findByRole('link', { name: 'See it as cards' })
  expect(cards.getAttribute('href')?.length).toBeLessThan(60)
  await user.click(cards)
  await screen.findByTestId('card')
})
