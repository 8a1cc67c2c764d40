// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cardIdOf } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'
import { MapStorage, open } from './opened.tsx'

/** One term was recalled three times, the last time two days ago: it holds for weeks. */
function strong({ facts }: Topic) {
  const fact = facts.find(({ subject }) => subject === 'Least privilege')
  if (fact === undefined) throw new Error('Expected the term in the notes')
  return [18, 14, 2].map((daysAgo) => {
    return { kind: 'reviewed', fact: fact.id, card: cardIdOf('c'), grade: 'good', daysAgo } as const
  })
}

const FACT = encodeURIComponent('aif-c01/keys#terms/term/means/least-privilege')

async function start(query: string, setting: Parameters<typeof open>[1] = { past: strong }) {
  const opened = open(`/quiz/new?${query}`, setting)
  await screen.findByTestId('item')
  return opened
}

/** Practice of the one strong fact, with other questions behind it. */
async function startTyped() {
  const opened = await start(`fact=${FACT}&count=1`)
  return { ...opened, field: screen.getByRole<HTMLInputElement>('textbox') }
}

const answers = (storage: unknown): readonly string[] => {
  const lines = storage instanceof MapStorage ? [...storage.map.values()].join('').split('\n') : []
  return lines.filter((line) => line.includes('"kind":"answered"'))
}

test('in practice a new fact has three options, in an exam four', async () => {
  await start('count=1&type=choice&seed=3', {})
  expect(screen.getAllByRole('radio')).toHaveLength(3)
  document.body.replaceChildren()
  await start('count=1&type=choice&seed=3&mode=exam', {})
  expect(screen.getAllByRole('radio')).toHaveLength(4)
  document.body.replaceChildren()
  await start('count=1&type=choice&seed=3&minutes=5', {})
  expect(screen.getAllByRole('radio')).toHaveLength(4)
})

describe('a fact that is known well', () => {
  test('is asked by a field that its question names, and that has the focus', async () => {
    const { field } = await startTyped()
    expect(field).toBe(document.activeElement)
    const name = 'Which term is defined here? “Only the permissions that a task needs”'
    expect(screen.getByRole('textbox', { name, description: /small slips of spelling are forgiven/ })).toBe(field)
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check' }).disabled).toBe(true)
  })

  test('is answered and checked with Enter, whatever letters are typed; the focus goes on to the buttons', async () => {
    const { user, field, storage } = await startTyped()
    await user.keyboard('LEAST-privileges{Enter}')
    expect(screen.getByText('Right.')).toBeTruthy()
    expect(screen.getByText('You typed “LEAST-privileges”.')).toBeTruthy()
    expect(screen.getAllByRole('link', { name: /^Notes, line \d+$/ })).toHaveLength(1)
    expect(field.readOnly).toBe(true)
    expect(screen.getByRole('button', { name: 'Checked' })).toBe(document.activeElement)
    expect(answers(storage)).toHaveLength(1)
    await user.keyboard('f')
    expect(screen.getByRole('button', { name: 'Flagged' })).toBeTruthy()
  })

  test('counts as right with a slip, and the spelling is told', async () => {
    const { user } = await startTyped()
    await user.keyboard('least priviledge{Enter}')
    expect(screen.getByText('Right, but it is spelt “Least privilege”.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Review' }))
    await user.click(screen.getByRole('button', { name: 'Hand in' }))
    expect((await screen.findByTestId('score')).textContent).toBe('1 of 1 right')
    await user.click(screen.getByText('1. Right'))
    expect(screen.getByText('You typed “least priviledge”.')).toBeTruthy()
  })

  test('is wrong by the name of something else, which is told', async () => {
    const { user } = await startTyped()
    await user.keyboard('zero trust{Enter}')
    expect(screen.getByText('Not right. “Zero trust” is something else in these notes.')).toBeTruthy()
    expect(within(screen.getByTestId('item')).getByText('Least privilege')).toBeTruthy()
  })

  test('keeps what was typed when the field is left; emptied, there is nothing to check', async () => {
    const { user, field, storage } = await startTyped()
    await user.keyboard('least')
    await user.click(screen.getByRole('button', { name: 'Flag' }))
    expect(screen.getByTestId('answered-total').textContent).toBe('1 answered')
    expect(answers(storage).at(-1)).toContain('"chosen":["least"]')
    await user.clear(field)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check' }).disabled).toBe(true)
    await user.keyboard('least privilege')
    await user.click(screen.getByRole('button', { name: 'Check' }))
    expect(screen.getByText('Right.')).toBeTruthy()
    expect(answers(storage)).toHaveLength(2)
  })

  test('is no answer when nothing is typed: Enter checks nothing, and the arrows turn the pages', async () => {
    const { user, storage } = await start(
      `fact=${FACT}&fact=${encodeURIComponent('aif-c01/keys#terms/term/means/zero-trust')}&type=choice&seed=1`,
    )
    if (screen.queryByRole('textbox') === null) await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('textbox')).toBe(document.activeElement)
    await user.keyboard('  {Enter}')
    expect(screen.getByRole('button', { name: 'Check' })).toBeTruthy()
    expect(answers(storage)).toHaveLength(0)
    await user.keyboard('{Backspace}{Backspace}')
    const at = screen.getByTestId('item').dataset['index']
    await user.keyboard(at === '1' ? '{ArrowRight}' : '{ArrowLeft}')
    expect(screen.getByTestId('item').dataset['index']).not.toBe(at)
  })

  test('is kept when the page is hidden while it is being typed', async () => {
    const { user, storage } = await startTyped()
    await user.keyboard('least priv')
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
    expect(answers(storage).at(-1)).toContain('"chosen":["least priv"]')
  })
})
