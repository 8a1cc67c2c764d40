// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { attemptId, itemIdOf, optionIdOf } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { open } from './opened.tsx'
import { BLUEPRINT, pastAttempt } from './past-attempt.ts'

const past = (...rest: [Parameters<typeof pastAttempt>[1], Parameters<typeof pastAttempt>[2]?]) => ({
  past: (topic: Topic) => pastAttempt(topic, ...rest),
})

/** An attempt of so many questions, the first ones right; of one domain. */
const many = (right: number, count: number, domain = 5) =>
  Array.from({ length: count }, (_, index) => ({ correct: index < right, domain }))

const exam = () => within(screen.getByRole('region', { name: 'What it says about the exam' }))
/** The words of a part, with plain blanks. */
const words = (part: Element) => part.textContent.replaceAll('\u{a0}', ' ')
const shown = () => screen.getAllByRole('group').filter(({ tagName }) => tagName === 'DETAILS').length

test('questions that did not count are named after the end, and are not in the score', async () => {
  const gone = itemIdOf('aif-c01/keys#gone/x')
  open('/quiz/past/result', past([{}, { correct: false }, { item: gone }], { settings: { unscored: [gone] } }))
  const score = await screen.findByTestId('score')
  expect(score.textContent).toBe('1 of 2 right')
  expect(score.dataset).toMatchObject({ correct: '1', count: '2' })
  expect(screen.getByText('1 of these 3 did not count, as in the exam; of those 1 was right.')).toBeTruthy()
})

test('each domain says how many were right, and how little that tells', async () => {
  open('/quiz/past/result', { ...past([...many(7, 9), ...many(1, 1, 1)]), blueprint: BLUEPRINT })
  await screen.findByTestId('score')
  const rows = exam().getAllByRole('row').slice(1).map(words)
  expect(rows).toEqual([
    'Domain 1: Basics1 of 1, likely between 21 % and 100 %',
    'Domain 5: Security7 of 9, likely between 45 % and 94 %',
  ])
  expect(exam().queryByText(/say nothing about the rest/)).toBeNull()
})

test('the chance to pass is a range, called an estimate, with what it does not speak of', async () => {
  open('/quiz/past/result', { ...past(many(16, 22)), blueprint: BLUEPRINT })
  await screen.findByTestId('score')
  expect(
    exam().getByText('These questions are about Domain 5 alone, 14 % of the exam: they say nothing about the rest.'),
  ).toBeTruthy()
  expect(exam().getByText(/^Chance to pass, if the exam asked like this: between \d+ % and \d+ %\.$/)).toBeTruthy()
  expect(exam().getByText(/^This is an estimate\..*33 to 36 of 50/)).toBeTruthy()
})

test('after few questions no chance to pass is given, and it says why', async () => {
  open('/quiz/past/result', { ...past(many(5, 19)), blueprint: BLUEPRINT })
  await screen.findByTestId('score')
  expect(exam().getByText(/19 questions that count are too few/)).toBeTruthy()
  expect(exam().queryByText(/if the exam asked like this/)).toBeNull()
})

test('an attempt from before domains were written down says that they are not known', async () => {
  open('/quiz/past/result', { ...past([{}, {}]), blueprint: BLUEPRINT })
  await screen.findByTestId('score')
  expect(exam().getByText('Which domain of the exam these questions belong to is not known.')).toBeTruthy()
})

test('questions of no domain stand in no row, and are told', async () => {
  open('/quiz/past/result', { ...past([...many(2, 3), {}, {}]), blueprint: BLUEPRINT })
  await screen.findByTestId('score')
  expect(exam().getAllByRole('row')).toHaveLength(2)
  expect(exam().getByText('Of 2 questions the domain is not known.')).toBeTruthy()
})

test('notes without an exam say nothing about one', async () => {
  open('/quiz/past/result', past([{}, {}]))
  await screen.findByTestId('score')
  expect(screen.queryByRole('region', { name: 'What it says about the exam' })).toBeNull()
})

test('how sure I was stands against how it turned out, and leads to what I believed wrongly', async () => {
  const { user } = open(
    '/quiz/past/result',
    past([{ confidence: 'guess' }, { correct: false, confidence: 'sure' }, {}, { confidence: 'sure' }]),
  )
  await screen.findByTestId('score')
  const table = within(screen.getByRole('table', { name: /How sure you were/ }))
  const rows = table.getAllByRole('row').map((row) => [...row.children].map(words).join(' '))
  expect(rows).toEqual([
    'You said Right Not right Share right',
    'Sure 1 1 50 %',
    'A guess 1 0 100 %',
    'Not said 1 0 100 %',
  ])
  await user.click(screen.getByRole('button', { name: 'Lucky (1)' }))
  expect(shown()).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Sure but wrong (1)' }))
  expect(screen.getByText('2. Not right')).toBeTruthy()
  expect(screen.getByText(/you were sure/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^(Flagged|Slow)/ })).toBeNull()
})

test('where nothing was rated there is no table of it', async () => {
  open('/quiz/past/result', past([{}, {}]))
  await screen.findByTestId('score')
  expect(screen.queryByRole('table')).toBeNull()
})

test('the pace is told, and slow questions are a list', async () => {
  const attempt = attemptId('past')
  const { user } = open(
    '/quiz/past/result',
    past([{}, {}], {
      settings: { minutes: 4 },
      spent: 200_000,
      done: (items) => items.slice(1).map((item) => ({ kind: 'visited', attempt, item, spent: 190_000 })),
    }),
  )
  await screen.findByTestId('score')
  expect(screen.getByText('Time used: 3 min 20 s of 4 min.')).toBeTruthy()
  expect(
    screen.getByText('1 min 40 s a question; the time allows 2 min. 1 question took more than half as much again.'),
  ).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Slow (1)' }))
  expect(screen.getByText('3 min 10 s')).toBeTruthy()
})

test('a changed answer is told with what the change did', async () => {
  const { user } = open('/quiz/new?count=1&seed=7&type=choice&mode=exam')
  await screen.findByTestId('item')
  await user.keyboard('a')
  await user.keyboard('b')
  await user.keyboard('r')
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  await screen.findByTestId('score')
  expect(screen.getByText(/^You changed an answer once: 1 .*\. \d+ % of your changes helped\.$/)).toBeTruthy()
})

test('a list is practised: its facts are asked, as the address says', async () => {
  const { user } = open('/quiz/past/result', past([{ confidence: 'guess' }, { correct: false }]))
  await screen.findByTestId('score')
  await user.click(screen.getByRole('button', { name: 'Lucky (1)' }))
  expect(screen.getByRole('link', { name: 'Practise these' }).getAttribute('href')).toBe(
    '/quiz/new?missed=past&list=lucky&mode=practice',
  )
  await user.click(screen.getByRole('button', { name: 'Not right (1)' }))
  await user.click(screen.getByRole('link', { name: 'Practise these' }))
  expect(await screen.findByTestId('item')).toBeTruthy()
})

test('a list is made due, and that can be taken back', async () => {
  const { user, journal } = open('/quiz/past/result', past([{}, {}, { correct: false }], { daysAgo: 0 }))
  await screen.findByTestId('score')
  const memories = () => new Map([...journal.getState().learned.memories].map(([fact, { dueOn }]) => [fact, dueOn]))
  const before = memories()
  await user.click(screen.getByRole('button', { name: 'Make these due' }))
  const told = screen.getByText(/^\d+ facts are due now\.$/)
  expect(told.getAttribute('role')).toBe('status')
  expect(new Set(memories().values()).size).toBe(1)
  expect(memories()).not.toEqual(before)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(memories()).toEqual(before)
  expect(screen.getByText(/^Taken back/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Make these due' }))
})

test('on paper every explanation is open, and closed again afterwards', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    window.dispatchEvent(new Event('beforeprint'))
    expect(document.querySelectorAll('details[open]')).toHaveLength(2)
    window.dispatchEvent(new Event('afterprint'))
  })
  const { user } = open('/quiz/past/result', past([{}, {}]))
  await screen.findByTestId('score')
  await user.click(screen.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalledOnce()
  expect(document.querySelectorAll('details[open]')).toHaveLength(0)
})

test('a question that no notes hold any more says so', async () => {
  open('/quiz/past/result', past([{}, { item: itemIdOf('aif-c01/keys#gone/y') }]))
  await screen.findByTestId('score')
  expect(screen.getByText('Item 2: the notes it was made from have changed.')).toBeTruthy()
})

test('the result is saved as a text of its own', async () => {
  const saved: Blob[] = []
  const made = vi.fn((blob: Blob) => `blob:${saved.push(blob)}`)
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined })
  const attempt = attemptId('past')
  const { user } = open('/quiz/past/result', {
    ...past([{ domain: 5 }, { correct: false, domain: 5 }], {
      done: ([first]) =>
        first === undefined ? [] : [{ kind: 'answered', attempt, item: first, chosen: [optionIdOf('none')], spent: 1 }],
    }),
    blueprint: BLUEPRINT,
  })
  await screen.findByTestId('score')
  await user.click(screen.getByRole('button', { name: 'Save as a file' }))
  const text = ((await saved[0]?.text()) ?? '').replaceAll('\u{a0}', ' ')
  expect(text).toMatch(/^# Result of /)
  expect(text).toContain('**1 of 2 right.** 50 % of the questions.')
  expect(text).toContain('- Domain 5: Security: 1 of 2, likely between')
  expect(text).toContain('- Your answer: none')
  expect(text.match(/^- Right answer: .+$/gm)).toHaveLength(2)
  expect(text).toMatch(/^- .+ \(not right\): .+$/m)
})
