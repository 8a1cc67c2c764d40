// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { generateItems } from '../../src/engines/items/generate-items.ts'
import { attemptId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { itemsNamed } from '../../src/stores/item-bank.ts'
import { MapStorage, open } from './opened.tsx'

type Opened = ReturnType<typeof open>

const MINUTE = 60_000

function attemptOf({ journal }: Opened) {
  const [attempt] = journal.getState().learned.attempts.values()
  if (attempt === undefined) throw new Error('Expected an attempt to have begun')
  return attempt
}

function itemsOf({ topic }: Opened, { items }: ReturnType<typeof attemptOf>): readonly Item[] {
  return [...itemsNamed(items, [topic]).values()]
}

async function start(address: string): Promise<Opened> {
  const opened = open(address)
  await screen.findByTestId('item')
  return opened
}

/** How often the attempt was handed in, as it is kept. */
function timesHandedIn(storage: Opened['storage']): number {
  const lines = storage instanceof MapStorage ? [...storage.map.values()].join('') : ''
  return lines.split('"kind":"handed-in"').length - 1
}

const answered = () => screen.getByTestId('answered-total').textContent
const option = (place: number) => screen.getAllByRole<HTMLInputElement>('radio')[place]

test('a quiz is set up as it was chosen: how many, which types, how long, told when', async () => {
  const opened = open('/quiz')
  const { user, place } = opened
  const set = (name: string) => within(screen.getByRole('group', { name }))
  await user.click(await screen.findByRole('radio', { name: '5' }))
  for (const type of ['Multiple choice', 'Multiple response', 'Ordering']) {
    await user.click(set('Types').getByRole('checkbox', { name: type }))
  }
  await user.click(set('Answers').getByRole('radio', { name: /Only at the end/ }))
  expect(set('Time').getByRole('radio', { name: '7 minutes, the exam’s pace', checked: true })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Start' }))
  await screen.findByTestId('item')
  const attempt = attemptOf(opened)
  expect(attempt.settings).toMatchObject({ mode: 'practice', feedback: 'at-end', minutes: 7 })
  expect(itemsOf(opened, attempt).map(({ type }) => type)).toEqual(['matching', 'matching'])
  expect(place()).toBe(`/quiz/${attempt.id}`)
})

test('minutes of one’s own are taken', async () => {
  const opened = open('/quiz')
  const { user } = opened
  await user.click(await screen.findByRole('radio', { name: 'Minutes of my own' }))
  const minutes = screen.getByRole('spinbutton', { name: 'Minutes' })
  await user.clear(minutes)
  await user.type(minutes, '3')
  await user.click(screen.getByRole('button', { name: 'Start' }))
  await screen.findByTestId('item')
  expect(attemptOf(opened).settings.minutes).toBe(3)
})

test('the same address gives the same questions', async () => {
  const first = await start('/quiz/new?count=4&seed=11')
  const items = attemptOf(first).items
  document.body.replaceChildren()
  const second = await start('/quiz/new?count=4&seed=11')
  expect(attemptOf(second).items).toEqual(items)
  document.body.replaceChildren()
  const third = await start('/quiz/new?count=4&seed=12')
  expect(attemptOf(third).items).not.toEqual(items)
})

test('a choice that no question fits says so', async () => {
  open('/quiz/new?type=ordering')
  expect(await screen.findByRole('heading', { level: 1, name: 'No question here' })).toBeTruthy()
})

test('an answer is counted, and kept on the way to the next question and back', async () => {
  const { user } = await start('/quiz/new?count=3&seed=7&type=choice')
  expect(answered()).toBe('0 answered')
  await user.click(screen.getByRole('radio', { name: option(1)?.closest('label')?.textContent?.slice(1) ?? '' }))
  expect(answered()).toBe('1 answered')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getByTestId('item').dataset['index']).toBe('2')
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Previous' }))
  expect(option(1)?.checked).toBe(true)
})

test('letters and numbers choose, F flags, the arrows turn', async () => {
  const { user } = await start('/quiz/new?count=3&seed=7&type=choice')
  await user.keyboard('c')
  expect(option(2)?.checked).toBe(true)
  await user.keyboard('1')
  expect(option(0)?.checked).toBe(true)
  await user.keyboard('f')
  expect(screen.getByRole('button', { name: 'Flagged', pressed: true })).toBeTruthy()
  await user.click(screen.getByText(/^Item 1 of/))
  await user.keyboard('{ArrowRight}')
  expect(screen.getByTestId('item').dataset['index']).toBe('2')
})

test('checking an answer explains every option and locks the question', async () => {
  const opened = await start('/quiz/new?count=3&seed=7&type=choice')
  const { user } = opened
  const [item] = itemsOf(opened, attemptOf(opened))
  const right = item?.options.find(({ correct }) => correct)?.text ?? ''
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check' }).disabled).toBe(true)
  await user.click(screen.getByRole('radio', { name: right }))
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(screen.getByText('Right.')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: /^Notes, line \d+$/ })).toHaveLength(3)
  expect(screen.getByText('Your answer, right')).toBeTruthy()
  expect(option(0)?.matches(':disabled')).toBe(true)
  const checked = screen.getByRole('button', { name: 'Checked' })
  expect(checked.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(checked)
})

test('in an exam nothing is explained before the end', async () => {
  const { user } = await start('/quiz/new?count=3&seed=7&type=choice&mode=exam')
  await user.keyboard('a')
  expect(screen.getByRole('heading', { level: 1, name: 'Exam' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Check' })).toBeNull()
})

test('matching is answered by choosing from lists, and needs every pair', async () => {
  const opened = await start('/quiz/new?count=1&seed=7&type=matching')
  const { user } = opened
  const [item] = itemsOf(opened, attemptOf(opened))
  if (item?.type !== 'matching') throw new Error('Expected a matching item')
  for (const prompt of item.prompts.slice(1)) {
    await user.selectOptions(screen.getByRole('combobox', { name: new RegExp(`^${prompt.text}`) }), prompt.answer)
  }
  await user.click(screen.getByRole('button', { name: 'Check' }))
  const [all, right] = [item.prompts.length, item.prompts.length - 1]
  expect(screen.getByText(`${right} of ${all} matched. Every pair is needed for credit.`)).toBeTruthy()
})

test('the navigator tells the state of each item, and leads there', async () => {
  const { user } = await start('/quiz/new?count=3&seed=7&type=choice')
  await user.keyboard('af')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await user.click(screen.getByRole('button', { name: 'Navigator' }))
  const cells = within(screen.getByRole('dialog', { name: 'Navigator' }))
  expect(cells.getByText('2 not answered. 1 flagged.')).toBeTruthy()
  expect(cells.getByRole('button', { name: 'Item 2, incomplete' }).getAttribute('aria-current')).toBe('true')
  expect(cells.getByRole('button', { name: 'Item 3, unseen' })).toBeTruthy()
  await user.click(cells.getByRole('button', { name: 'Item 1, complete, flagged' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByTestId('item').dataset['index']).toBe('1')
})

test('a quiz is handed in by the learner, and the result can be filtered', async () => {
  const opened = await start('/quiz/new?count=3&seed=7&type=choice')
  const { user, place } = opened
  const [first] = itemsOf(opened, attemptOf(opened))
  await user.click(screen.getByRole('radio', { name: first?.options.find(({ correct }) => correct)?.text ?? '' }))
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await user.keyboard('f')
  await user.click(screen.getByRole('button', { name: 'Navigator' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Review' }))
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect((await screen.findByTestId('score')).textContent).toBe('1 of 3 right')
  expect(place()).toMatch(/^\/quiz\/.+\/result$/)
  expect(timesHandedIn(opened.storage)).toBe(1)
  const shown = () => screen.getAllByRole('group').filter(({ tagName }) => tagName === 'DETAILS').length
  expect(shown()).toBe(3)
  await user.click(screen.getByRole('button', { name: 'Not right (2)' }))
  expect(shown()).toBe(2)
  await user.click(screen.getByRole('button', { name: 'Flagged (1)' }))
  expect(shown()).toBe(1)
  expect(screen.getByText('2. Not right')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'All (3)' }))
  expect(shown()).toBe(3)
})

test('when the time is up the quiz is handed in, once, with what was answered', async () => {
  const { user, wait, storage } = await start('/quiz/new?count=3&seed=7&type=choice&minutes=5')
  await user.keyboard('a')
  expect(screen.getByTestId('time-left').textContent).toBe('05:00')
  wait(4 * MINUTE + 30_500)
  await waitFor(() => expect(screen.getByTestId('time-left').textContent).toBe('00:30'))
  wait(MINUTE)
  expect(await screen.findByText(/The time ran out; it was handed in as it stood/)).toBeTruthy()
  expect(screen.getByTestId('score').dataset['count']).toBe('3')
  expect(timesHandedIn(storage)).toBe(1)
})

test('a quiz whose time ran out while nobody was here is handed in, once, when it is opened', async () => {
  const { storage } = open('/quiz/mine', {
    past: (topic) => [
      {
        kind: 'attempt-started',
        attempt: attemptId('mine'),
        items: generateItems(topic.facts)
          .slice(0, 3)
          .map(({ id }) => id),
        settings: { mode: 'practice', minutes: 5, seed: 1 },
        daysAgo: 1,
      },
    ],
  })
  expect((await screen.findByTestId('score')).textContent).toBe('0 of 3 right')
  expect(timesHandedIn(storage)).toBe(1)
})

test('an attempt that this browser does not know is not shown', async () => {
  open('/quiz/somebody-elses')
  expect(await screen.findByRole('heading', { level: 1, name: 'No such attempt' })).toBeTruthy()
})

const BANK = '# Bank\n\n## Who\n\nWho reads?\n\n- [x] I\n- [ ] You\n\nExplanation: Nobody else is here.\n'

test('a question of the notes is explained in their words, with its section', async () => {
  const { user } = open('/quiz/new?count=5&seed=7', { notes: BANK })
  await user.click(await screen.findByRole('radio', { name: 'I' }))
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(screen.getByText('Right.')).toBeTruthy()
  const links = screen.getAllByRole<HTMLAnchorElement>('link', { name: /^Notes, line [78]$/ })
  expect(links.map((link) => new URL(link.href).hash)).toEqual(['#who', '#who'])
  expect(screen.getAllByText(/Nobody else is here\./)).toHaveLength(2)
})

test('where only questions of the notes were missed, they are practised again, and no cards are offered', async () => {
  const { user } = open('/quiz/new?count=5&seed=7&mode=exam', { notes: BANK })
  await user.click(await screen.findByRole('radio', { name: 'You' }))
  await user.click(screen.getByRole('button', { name: 'Navigator' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Review' }))
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  expect((await screen.findByTestId('score')).dataset).toMatchObject({ correct: '0', count: '1' })
  expect(screen.getByRole('link', { name: 'Practise what you missed' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'See it as cards' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Another quiz' })).toBeTruthy()
})
