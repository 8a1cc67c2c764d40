// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { open } from './opened.tsx'
import { BLUEPRINT, pastAttempt } from './past-attempt.ts'

/** An exam that the few notes of these tests can fill. */
const SHORT = { ...BLUEPRINT, items: 8, scoredItems: 6, minutes: 80 }

type Opened = ReturnType<typeof open>

function settingsOf({ journal }: Opened) {
  const log = [...journal.getState().learned.attempts.values()].at(-1)
  if (log === undefined) throw new Error('Expected an attempt to have begun')
  return log.settings
}

test('an exam is rehearsed as it is: its questions, its time, some that do not count, nothing told before the end', async () => {
  const opened = open('/quiz', { blueprint: SHORT })
  const exam = within(await screen.findByRole('region', { name: 'Exam rehearsal, AIF-C01' }))
  expect(
    exam.getByRole('radio', { name: /^8 questions, 80 minutes, as in the exam: 2 do not count/, checked: true }),
  ).toBeTruthy()
  await opened.user.click(exam.getByRole('button', { name: 'Begin the exam' }))
  await screen.findByTestId('item')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Exam')
  expect(settingsOf(opened)).toMatchObject({ mode: 'exam', feedback: 'at-end', wanted: 8, extraTime: 'none' })
})

test('or with the questions that count alone, and with extra time, which is proposed again', async () => {
  const opened = open('/quiz', { blueprint: SHORT })
  const exam = within(await screen.findByRole('region', { name: 'Exam rehearsal, AIF-C01' }))
  await opened.user.selectOptions(exam.getByRole('combobox'), 'Half as much again')
  await opened.user.click(exam.getByRole('radio', { name: '6 questions that all count, 90 minutes' }))
  await opened.user.click(exam.getByRole('button', { name: 'Begin the exam' }))
  await screen.findByTestId('item')
  expect(settingsOf(opened)).toMatchObject({ wanted: 6, extraTime: 'times-1.5', unscored: [] })
  await opened.user.click(screen.getByRole('link', { name: 'Quiz' }))
  const again = within(await screen.findByRole('region', { name: 'Exam rehearsal, AIF-C01' }))
  expect(again.getByRole<HTMLSelectElement>('combobox').value).toBe('times-1.5')
})

test('ten quick questions are one click away, without a clock', async () => {
  const opened = open('/quiz')
  await opened.user.click(await screen.findByRole('link', { name: 'Quick ten' }))
  await screen.findByTestId('item')
  expect(settingsOf(opened)).toMatchObject({ mode: 'practice', feedback: 'at-once', minutes: null, wanted: 10 })
})

test('the screen says at once how many questions fit what was chosen', async () => {
  const { user } = open('/quiz', { past: (topic) => pastAttempt(topic, [{ correct: false }, {}]) })
  await screen.findByText(/^\d+ questions fit\.$/)
  await user.click(screen.getByRole('radio', { name: 'Not right the last time' }))
  expect(await screen.findByText('1 question fits; the quiz is shorter.')).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Flagged the last time' }))
  expect(await screen.findByText('No question fits. Choose something wider.')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start' }).disabled).toBe(true)
})

test('questions are drilled from one section, each with a limit of its own', async () => {
  const opened = open('/quiz')
  const from = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Questions from' })
  const sections = await screen.findAllByRole('option', { name: /\(\d+\)$/ })
  const last = sections.at(-1)?.getAttribute('value') ?? ''
  expect(last).toMatch(/^section=/)
  await opened.user.selectOptions(from, last)
  await opened.user.click(screen.getByRole('radio', { name: 'A limit for each question' }))
  await opened.user.click(screen.getByRole('button', { name: 'Start' }))
  await screen.findByTestId('item')
  expect(settingsOf(opened)).toMatchObject({ secondsPerItem: 60, minutes: null, mode: 'practice' })
})

test('a link that cannot be followed says why before anything begins, and leads on', async () => {
  const opened = open('/quiz/new?count=9999&seed=x&type=choice')
  expect(await screen.findByRole('heading', { name: 'This link is not quite right' })).toBeTruthy()
  expect(screen.getByText('“count=9999” is no whole number from 1 to 500.')).toBeTruthy()
  expect(screen.getByText(/“seed=x”/)).toBeTruthy()
  expect(opened.journal.getState().learned.attempts.size).toBe(0)
  await opened.user.click(screen.getByRole('button', { name: 'Start without it' }))
  await screen.findByTestId('item')
  expect(settingsOf(opened).wanted).toBe(10)
})

test('an attempt that this browser does not know is said to be unknown, with a way on', async () => {
  open('/quiz/nobody-knows')
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
  expect(screen.getByRole('main').textContent).toMatch(/attempt/i)
  expect(within(screen.getByRole('main')).getAllByRole('link').length).toBeGreaterThan(0)
})

test('the questions of an attempt are shared by a link that asks the same ones', async () => {
  const opened = open('/quiz/new?count=3&seed=7&type=choice&mode=exam')
  await screen.findByTestId('item')
  await opened.user.keyboard('r')
  await opened.user.click(screen.getByRole('button', { name: 'Hand in' }))
  await opened.user.click(await screen.findByRole('button', { name: 'Share these questions' }))
  const link = await screen.findByRole<HTMLInputElement>('textbox', { name: /A link to the same questions/ })
  const [first] = opened.journal.getState().learned.attempts.values()
  const { pathname, search } = new URL(link.value)
  const other = open(pathname + search)
  await screen.findByTestId('item')
  const [shared] = other.journal.getState().learned.attempts.values()
  expect(shared?.items.toSorted()).toEqual(first?.items.toSorted())
})
