// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { itemIdOf } from '../../src/model/ids.ts'
import { attemptOf, begun, button, index, options, told } from './begun.ts'

const MINUTE = 60_000

const strikes = () => screen.getAllByRole<HTMLButtonElement>('button', { name: /^Rule out: / })

describe('ruling out an option', () => {
  test('is done by its button and by Shift with its letter, and taken back the same way', async () => {
    const { user } = await begun({})
    await user.click(strikes()[1] ?? document.body)
    expect(strikes().map((each) => each.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'false', 'false'])
    expect(told()).toContain('Ruled out: ')
    await user.keyboard('{Shift>}c{/Shift}')
    expect(strikes()[2]?.getAttribute('aria-pressed')).toBe('true')
    expect(options().some(({ checked }) => checked)).toBe(false)
    await user.keyboard('{Shift>}b{/Shift}')
    expect(strikes()[1]?.getAttribute('aria-pressed')).toBe('false')
    expect(screen.getByTestId('answered-total').textContent).toBe('0 answered')
  })

  test('gives way when the option is chosen, and takes a choice back', async () => {
    const { user } = await begun({})
    await user.keyboard('{Shift>}b{/Shift}b')
    expect(options()[1]?.checked).toBe(true)
    expect(strikes()[1]?.getAttribute('aria-pressed')).toBe('false')
    await user.keyboard('{Shift>}b{/Shift}')
    expect(options()[1]?.checked).toBe(false)
    expect(screen.getByTestId('answered-total').textContent).toBe('0 answered')
    expect(button('Check').disabled).toBe(true)
  })

  test('is kept on the way to the next item and back', async () => {
    const { user } = await begun({})
    await user.keyboard('{Shift>}a{/Shift}{ArrowRight}')
    expect(strikes()[0]?.getAttribute('aria-pressed')).toBe('false')
    await user.keyboard('{ArrowLeft}')
    expect(strikes()[0]?.getAttribute('aria-pressed')).toBe('true')
  })
})

test('how sure I am is said by button or key, and taken back; it goes with the answer', async () => {
  const opened = await begun({})
  const { user } = opened
  const group = within(screen.getByRole('group', { name: 'How sure are you?' }))
  await user.click(group.getByRole('button', { name: 'Sure' }))
  expect(group.getByRole('button', { name: 'Sure', pressed: true })).toBeTruthy()
  await user.keyboard('s')
  expect(group.queryByRole('button', { pressed: true })).toBeNull()
  await user.keyboard('ga')
  expect(group.getByRole('button', { name: 'Guess', pressed: true })).toBeTruthy()
  await user.click(button('Check'))
  expect([...attemptOf(opened).checked.values()].map(({ confidence }) => confidence)).toEqual(['guess'])
  expect(group.getByRole<HTMLButtonElement>('button', { name: 'Sure' }).disabled).toBe(true)
  expect(within(screen.getByTestId('item')).queryByRole('button', { name: 'Guess' })).toBeNull()
})

describe('the lists of items', () => {
  test('the navigator shows all, or those unseen, incomplete or flagged, with how many there are', async () => {
    const { user } = await begun({})
    await user.keyboard('a{ArrowRight}fn')
    const dialog = within(screen.getByRole('dialog', { name: 'Navigator' }))
    const shown = () => dialog.getAllByRole('button', { name: /^Item / }).map((each) => each.getAttribute('aria-label'))
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Item 2, incomplete, flagged' }))
    expect(shown()).toEqual(['Item 1, complete', 'Item 2, incomplete, flagged', 'Item 3, unseen'])
    await user.click(dialog.getByRole('button', { name: 'Unseen (1)' }))
    expect(shown()).toEqual(['Item 3, unseen'])
    await user.click(dialog.getByRole('button', { name: 'Incomplete (1)' }))
    expect(shown()).toEqual(['Item 2, incomplete, flagged'])
    await user.click(dialog.getByRole('button', { name: 'Flagged (1)' }))
    expect(dialog.getByRole('button', { name: 'Flagged (1)', pressed: true })).toBeTruthy()
    expect(shown()).toHaveLength(1)
    await user.click(dialog.getByRole('button', { name: 'All (3)' }))
    expect(shown()).toHaveLength(3)
  })

  test('the review says what is open, leads to each item, and back; it hands in once', async () => {
    const opened = await begun({ mode: 'exam' })
    const { user } = opened
    await user.keyboard('a{ArrowRight}{ArrowRight}')
    await user.click(button('Review'))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Review' }))
    expect(screen.getByText('2 items are not answered; they count as wrong, and a guess costs nothing.')).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
    await user.click(button('Incomplete (2)'))
    await user.click(button(/^2.+incomplete$/))
    expect(index()).toBe('2')
    expect(document.activeElement).toBe(screen.getByTestId('item'))
    await user.keyboard('br')
    expect(screen.getByText('1 item is not answered; it counts as wrong, and a guess costs nothing.')).toBeTruthy()
    await user.click(button('Back to item 2'))
    expect(index()).toBe('2')
    await user.keyboard('r')
    await user.keyboard('{Escape}')
    expect(index()).toBe('2')
    await user.keyboard('r')
    await user.dblClick(button('Hand in'))
    expect(await screen.findByTestId('score')).toBeTruthy()
    expect(attemptOf(opened).phase).toBe('finished')
  })

  test('say so where the notes gave fewer questions than were wanted', async () => {
    const { user } = await begun({ wanted: 65 })
    await user.keyboard('n')
    expect(screen.getByText('The notes give 3 questions for this; 65 were asked for.')).toBeTruthy()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Review' }))
    expect(screen.getByText('The notes give 3 questions for this; 65 were asked for.')).toBeTruthy()
  })

  test('a question that left the notes is not counted as open', async () => {
    const { user } = await begun({}, {}, [itemIdOf('aif-c01/keys#gone/term/means/gone?choice')])
    await user.keyboard('n')
    expect(screen.getByText('3 not answered. 0 flagged.')).toBeTruthy()
    await user.click(button('Item 4, not counted'))
    expect(screen.getByText(/have changed\. It is not counted\.$/)).toBeTruthy()
  })
})

describe('an attempt that is open in another tab', () => {
  /** Holds the attempt, or not, as the test says. */
  function places() {
    const listeners: ((isHeld: boolean) => void)[] = []
    const change = (isHeld: boolean) => act(() => listeners.at(-1)?.(isHeld))
    return {
      change,
      placeAt: (_: unknown, onChange: (isHeld: boolean) => void) => {
        listeners.push(onChange)
        return { takeOver: () => onChange(true), leave: () => undefined }
      },
    }
  }

  test('is looked on at, until it is taken over', async () => {
    const { placeAt, change } = places()
    const opened = await begun({}, { placeAt })
    const { user } = opened
    change(false)
    expect(screen.getByText('This attempt is open in another tab. Here you look on.')).toBeTruthy()
    expect(options().every((each) => each.matches(':disabled'))).toBe(true)
    expect(button('Next').disabled).toBe(true)
    await user.keyboard('af{ArrowRight}nrp')
    expect(attemptOf(opened)).toMatchObject({ answers: new Map(), flags: new Set(), isPaused: false })
    await user.click(button('Take over here'))
    expect(screen.queryByRole('button', { name: 'Take over here' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByTestId('item'))
    await user.keyboard('a')
    expect(options()[0]?.checked).toBe(true)
  })

  test('what is done before it is known who works on it is not lost, and disturbs nobody who does', async () => {
    const first = places()
    const opened = await begun({}, { placeAt: first.placeAt })
    expect(screen.queryByText(/look on/)).toBeNull()
    await opened.user.keyboard('a')
    first.change(true)
    expect(options()[0]?.checked).toBe(true)
    document.body.replaceChildren()
    const second = places()
    const other = await begun({}, { placeAt: second.placeAt })
    await other.user.keyboard('a')
    second.change(false)
    expect(attemptOf(other).answers.size).toBe(0)
  })

  test('keeps the focus when it is taken away', async () => {
    const { placeAt, change } = places()
    const { user } = await begun({}, { placeAt })
    change(true)
    await user.click(options()[0] ?? document.body)
    await user.keyboard('n')
    change(false)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(button('Take over here'))
  })

  test('is handed in by who looks on only when nobody else did', async () => {
    const { placeAt, change } = places()
    const opened = await begun({ minutes: 5 }, { placeAt })
    change(false)
    opened.wait(5 * MINUTE + 1_000)
    await waitFor(() => expect(screen.getByTestId('time-left').textContent).toBe('00:00'))
    expect(attemptOf(opened).phase).toBe('running')
    opened.wait(1_500)
    expect(await screen.findByTestId('score')).toBeTruthy()
  })
})

test('a letter with Shift still does what it does without, where Shift makes it no other key', async () => {
  await begun({})
  fireEvent.keyDown(document.body, { key: 'F', shiftKey: true })
  expect(button('Flagged')).toBeTruthy()
  expect(told()).toContain('Flagged for review.')
})
