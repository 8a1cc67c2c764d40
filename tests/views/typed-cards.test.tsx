// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cardIdOf } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { open } from './opened.tsx'

const TERMS = ['least-privilege', 'zero-trust', 'residency']
const LINK = `/cards?${TERMS.map((term) => `fact=${encodeURIComponent(`aif-c01/keys#terms/term/means/${term}`)}`).join('&')}`

/** Each term was asked once, for its meaning; now its name is asked. */
const askedOnce = ({ facts }: Topic) =>
  facts.map(({ id }) => ({ kind: 'reviewed', fact: id, card: cardIdOf('c'), grade: 'good', daysAgo: 5 }) as const)

async function openCards(past: typeof askedOnce | null = askedOnce) {
  const opened = open(LINK, past === null ? {} : { past })
  await screen.findByTestId('card')
  return { ...opened, grades: () => opened.journal.getState().learned.reviews }
}

const side = () => screen.getByTestId('card').getAttribute('data-side')
const field = () => screen.queryByRole<HTMLInputElement>('textbox', { name: 'Your answer' })
const toggle = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Type the answer' })
const suggested = () => document.querySelector('[data-suggested="true"]')?.textContent ?? ''

test('typing is offered where a name is asked for, and stays away until it is wanted', async () => {
  const { user } = await openCards()
  expect(field()).toBeNull()
  expect(toggle().disabled).toBe(false)
  await user.click(toggle())
  expect(field()).toBe(document.activeElement)
  expect(toggle().getAttribute('aria-pressed')).toBe('true')
  await user.click(toggle())
  expect(field()).toBeNull()
  expect(screen.getByRole('button', { name: 'Show answer' })).toBe(document.activeElement)
})

test('where the meaning is asked for, nothing can be typed', async () => {
  const { user } = await openCards(null)
  expect(toggle().disabled).toBe(true)
  await user.keyboard('t')
  expect(field()).toBeNull()
})

test('T opens the field, no letter is a shortcut in it, and Enter shows the card with the verdict', async () => {
  const { user, grades } = await openCards()
  const before = grades()
  await user.keyboard('t')
  await user.keyboard('Least 123 u')
  expect(field()?.value).toBe('Least 123 u')
  expect([side(), grades()]).toEqual(['front', before])
  await user.clear(field() ?? document.body)
  await user.keyboard('LEAST privilege{Enter}')
  expect(side()).toBe('back')
  expect(screen.getByText('Right. Suggested grade: Good.')).toBeTruthy()
  expect(suggested()).toMatch(/^Good/)
  expect(grades()).toBe(before)
})

test('the learner still chooses the grade, and the field is there for the next name', async () => {
  const { user, journal } = await openCards()
  await user.keyboard('t')
  await user.keyboard('least priviledge{Enter}')
  expect(screen.getByText('Right, but it is spelt “Least privilege”. Suggested grade: Good.')).toBeTruthy()
  await user.keyboard('2')
  expect([...journal.getState().learned.memories.values()].some(({ lastGrade }) => lastGrade === 'hard')).toBe(true)
  expect(field()).toBe(document.activeElement)
  expect(field()?.value).toBe('')
  await user.keyboard('least privilege{Enter}')
  expect(
    screen.getByText('Not right. “Least privilege” is something else in these notes. Suggested grade: Again.'),
  ).toBeTruthy()
  expect(suggested()).toMatch(/^Again/)
})

test('nothing typed, or the button pressed with something typed: the answer shows, judged if there is one', async () => {
  const { user } = await openCards()
  await user.keyboard('t')
  await user.keyboard('{Enter}')
  expect(side()).toBe('back')
  expect(suggested()).toBe('')
  await user.keyboard('3')
  await user.keyboard('zero trsut')
  await user.click(screen.getByRole('button', { name: 'Show answer' }))
  expect(screen.getByText('Right, but it is spelt “Zero trust”. Suggested grade: Good.')).toBeTruthy()
  expect(suggested()).toMatch(/^Good/)
})

test('the verdict is announced by a region that was there before it', async () => {
  const { user } = await openCards()
  await user.keyboard('t')
  const region = within(screen.getByTestId('card')).getByRole('status')
  expect(region.textContent).toBe('')
  await user.keyboard('least privilege{Enter}')
  expect(region.isConnected).toBe(true)
  expect(region.textContent).toBe('Right. Suggested grade: Good.')
})
