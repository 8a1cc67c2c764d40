// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { attemptId, itemIdOf } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { open } from './opened.tsx'
import { BLUEPRINT, pastAttempt } from './past-attempt.ts'

const dated = (daysAgo: number) => new RegExp(`^2?\\d? ?.*${24 - daysAgo}.*2026`)
const finished = () => within(screen.getByRole('region', { name: 'Finished' }))
const links = () =>
  finished()
    .getAllByRole('link')
    .map(({ textContent }) => textContent)
/** The words of a part, with plain blanks. */
const words = (part: Element | null) => part?.textContent.replaceAll('\u{a0}', ' ')
const opened = () => screen.findByRole('heading', { level: 1, name: 'Attempts' })

/** Two attempts at the same two questions, the first of which turned; and one that was left. */
const three = (topic: Topic) => [
  ...pastAttempt(topic, [{ correct: false, domain: 5, confidence: 'sure' }, { domain: 5 }], {
    name: 'old',
    daysAgo: 3,
    spent: 90_000,
  }),
  ...pastAttempt(topic, [{ domain: 5 }, { domain: 5 }], { name: 'new', daysAgo: 2, settings: { minutes: 4 } }),
  ...pastAttempt(topic, [{}, {}], { name: 'left', daysAgo: 1, isRunning: true, settings: { mode: 'practice' } }),
]

test('without any attempt it says so, and leads on', async () => {
  const { user } = open('/quiz/history')
  await opened()
  expect(screen.getByText(/There is no attempt yet/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Take a quiz' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Quiz' })).toBeTruthy()
})

test('what is not finished stands first, then every result with its kind and time, the newest first', async () => {
  const { user, place } = open('/quiz/history', { past: three })
  await opened()
  const regions = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(regions).toEqual(['Not finished', 'By domain', 'Finished'])
  expect(links().map((text) => text?.replace(/^.*: /, ''))).toEqual(['2 of 2 right', '1 of 2 right'])
  expect(links()[0]).toMatch(dated(2))
  const rows = finished().getAllByRole('listitem')
  expect(rows.map((row) => words(row.querySelector('p')))).toEqual([
    'Exam, 2 questions, 4 min · 1 min',
    'Exam, 2 questions, no limit · 1 min 30 s',
  ])
  await user.click(screen.getByRole('link', { name: /^Continue: .*0 of 2 answered, no limit$/ }))
  await screen.findByTestId('item')
  expect(place()).toBe('/quiz/left')
})

test('the domains are told attempt by attempt, the oldest first', async () => {
  open('/quiz/history', { past: three, blueprint: BLUEPRINT })
  await opened()
  const table = within(screen.getByRole('table', { name: 'Right answers, the last 2 attempts, the oldest first' }))
  const rows = table.getAllByRole('row').map((row) => [...row.children].map(words))
  expect(rows[0]).toEqual(['Attempt', 'All', 'Domain 5'])
  expect(rows.slice(1).map(([, ...cells]) => cells)).toEqual([
    ['1 of 2', '1 of 2'],
    ['2 of 2', '2 of 2'],
  ])
  expect(screen.getByText('Domain 5: Security')).toBeTruthy()
})

test('two attempts are compared, the older one first, with the questions that turned', async () => {
  const { user, place } = open('/quiz/history', { past: three })
  await opened()
  const ticks = () => finished().getAllByRole('checkbox', { name: /^Compare the attempt of / })
  const compare = () => user.click(screen.getByRole('button', { name: 'Compare two' }))
  await compare()
  expect(screen.getByText('Choose two attempts to compare; none is chosen.')).toBeTruthy()
  for (const tick of ticks()) await user.click(tick)
  expect(screen.getByText('2 chosen')).toBeTruthy()
  await compare()
  expect(await screen.findByRole('heading', { level: 1, name: 'Two attempts compared' })).toBeTruthy()
  expect(place()).toBe('/quiz/history?compare=old&compare=new')
  const rows = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(words))
  expect(rows).toEqual([
    ['Kind', 'Exam, 2 questions, no limit', 'Exam, 2 questions, 4 min'],
    ['Score', '1 of 2 (50 %)', '2 of 2 (100 %)'],
    ['Domain 5', '1 of 2 (50 %)', '2 of 2 (100 %)'],
    ['Time used', '1 min 30 s', '1 min'],
    ['Time a question', '45 s', '30 s'],
    ['Sure, and right', '0 of 1 (0 %)', 'none'],
    ['Not said, and right', '1 of 1 (100 %)', '2 of 2 (100 %)'],
  ])
  expect(screen.getByText('2 questions in both; 1 turned out as before.')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 3, name: 'Not right before, right since (1)' })).toBeTruthy()
  expect(screen.queryByRole('heading', { level: 3, name: /^Right before/ })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'All attempts' }))
  await opened()
})

test('an address that compares what this browser does not know says so', async () => {
  open('/quiz/history?compare=old&compare=never', { past: three })
  expect(await screen.findByRole('heading', { level: 1, name: 'No such attempt' })).toBeTruthy()
})

test('an attempt is deleted from every list, what was learnt in it stays, and it can be put back', async () => {
  const { user, journal } = open('/quiz/history', { past: three })
  await opened()
  const before = [...journal.getState().learned.memories]
  const [newest] = finished().getAllByRole('button', { name: /^Delete the attempt of / })
  if (newest === undefined) throw new Error('Expected an attempt to delete')
  await user.click(newest)
  expect(links()).toHaveLength(1)
  expect(screen.getByText(/was deleted from this list\. What you learnt in it stays\.$/).getAttribute('role')).toBe(
    'status',
  )
  expect([...journal.getState().learned.memories]).toEqual(before)
  const undo = screen.getByRole('button', { name: 'Undo' })
  expect(document.activeElement).toBe(undo)
  await user.click(undo)
  expect(links()).toHaveLength(2)
  expect(document.activeElement?.textContent).toBe(links()[0])
})

test('the last attempt can be put back, too', async () => {
  const { user } = open('/quiz/history', { past: (topic) => pastAttempt(topic, [{}]) })
  await opened()
  expect(screen.queryByRole('button', { name: 'Compare two' })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Delete the attempt of / }))
  expect(screen.getByText(/There is no attempt yet/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(links()).toHaveLength(1)
})

test('a deleted attempt is not listed at the quiz’s set-up or under Progress', async () => {
  const past = (topic: Topic) => [
    ...three(topic),
    { kind: 'attempt-removed' as const, attempt: attemptId('new'), removed: true, daysAgo: 0 },
  ]
  const { user } = open('/progress', { past })
  const quizzes = within(await screen.findByRole('region', { name: 'Quizzes' }))
  expect(quizzes.getAllByRole('link').map(({ textContent }) => textContent)).toHaveLength(2)
  await user.click(quizzes.getByRole('link', { name: 'All attempts' }))
  await opened()
  expect(links()).toHaveLength(1)
})

test('attempts at courses that are gone are listed with what they reached', async () => {
  const item = itemIdOf('gone/topic#x/1')
  open('/quiz/history', { past: (topic) => pastAttempt(topic, [{ item, domain: 2 }]), blueprint: BLUEPRINT })
  await opened()
  expect(links()[0]).toMatch(/: 1 of 1 right$/)
  expect(screen.queryByRole('table')).toBeNull()
})
