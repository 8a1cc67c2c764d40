// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cardsOf } from '../../src/engines/cards/cards-of-fact.ts'
import { generateItems } from '../../src/engines/items/generate-items.ts'
import type { EventBody } from '../../src/journal/event.ts'
import type { Fact } from '../../src/model/fact.ts'
import { attemptId, cardIdOf } from '../../src/model/ids.ts'
import type { Grade } from '../../src/model/memory.ts'
import type { Topic } from '../../src/model/topic.ts'
import { open } from './opened.tsx'

function graded(fact: Fact | undefined, grade: Grade): EventBody {
  if (fact === undefined) throw new Error('Expected the notes to have such a fact')
  return { kind: 'reviewed', fact: fact.id, card: cardsOf(fact, [])[0]?.id ?? cardIdOf('none'), grade }
}

/** The number above a word such as “due”. */
function countOf(word: string): string | null | undefined {
  return screen.getByText(word).parentElement?.querySelector('dd')?.textContent
}

test('a first visit says how much there is, and starts ten cards in one click', async () => {
  const { user, place } = open('/')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Study notes in, exam readiness out')
  expect(screen.getByText(/13 facts from the notes/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Start with 10 cards' }))
  await waitFor(() => expect(place()).toBe('/cards?limit=10'))
  expect(await screen.findByText('0 done, 10 to go')).toBeTruthy()
})

test('a day shows what is due and what is new', async () => {
  const { user, place } = open('/', {
    past: ({ facts }) => [
      { ...graded(facts[0], 'again'), daysAgo: 9 },
      { ...graded(facts[1], 'easy'), daysAgo: 0 },
    ],
  })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Today')
  expect(countOf('due')).toBe('1')
  expect(countOf('new')).toBe('11')
  expect(screen.getByText('One card done today.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Review now' }))
  await waitFor(() => expect(place()).toBe('/cards'))
  expect(await screen.findByText('0 done, 12 to go')).toBeTruthy()
})

test('no more new facts are offered than the daily limit leaves', () => {
  open('/', {
    past: ({ facts }) => [
      { kind: 'setting-changed', setting: { name: 'newPerDay', value: 3 }, daysAgo: 1 },
      { ...graded(facts[0], 'easy'), daysAgo: 0 },
    ],
  })
  expect(countOf('new')).toBe('2')
  expect(screen.getByRole('link', { name: 'Learn new facts' })).toBeTruthy()
})

test('when all is recalled, the day says so and offers a quiz', async () => {
  const { user, place } = open('/', {
    past: ({ facts }) => facts.map((fact) => ({ ...graded(fact, 'good'), daysAgo: 0 })),
  })
  expect(screen.getByRole('heading', { name: 'Nothing left to recall today' })).toBeTruthy()
  expect(screen.getByText(/13 cards done today/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Take a quiz' }))
  await waitFor(() => expect(place()).toBe('/quiz'))
})

function quizOf(topic: Topic): EventBody {
  const [first, ...rest] = generateItems(topic.facts).slice(0, 4)
  if (first === undefined) throw new Error('Expected the notes to give questions')
  return {
    kind: 'attempt-started',
    attempt: attemptId('mine'),
    items: [first, ...rest].map(({ id }) => id),
    settings: { mode: 'practice', minutes: null, seed: 1 },
  }
}

test('a quiz that was left can be gone on with', async () => {
  const { user, place } = open('/', { past: (topic) => [{ ...quizOf(topic), daysAgo: 1 }] })
  const goOn = within(screen.getByRole('region', { name: 'Go on' }))
  await user.click(goOn.getByRole('link', { name: /^Quiz of .*: 0 of 4 answered, no limit$/ }))
  await waitFor(() => expect(place()).toBe('/quiz/mine'))
})

test('the first section with a fact not met yet is the next to read', async () => {
  open('/', {
    past: ({ facts }) => facts.slice(0, 9).map((fact) => ({ ...graded(fact, 'good'), daysAgo: 1 })),
  })
  const next = screen.getByRole('link', { name: 'Read on in Keys and roles' })
  await waitFor(() => expect(next.getAttribute('href')).toBe('/study/keys#terms'))
})

test('when much would be lost, a day reminds me of a backup; one silences it', async () => {
  const { journal } = open('/', {
    past: ({ facts }) =>
      Array.from({ length: 200 }, (_, index) => ({ ...graded(facts[index % 5], 'good'), daysAgo: 1 })),
  })
  expect(screen.getByText(/^200 graded cards are in this browser alone/)).toBeTruthy()
  journal.getState().record({ kind: 'backed-up' })
  await waitFor(() => expect(screen.queryByText(/in this browser alone/)).toBeNull())
})
