// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { attemptOf, begun, button, index, options, told } from './begun.ts'

const MINUTE = 60_000

describe('the clock', () => {
  test('is hidden and shown, and comes back by itself when five minutes are left', async () => {
    const { user, wait } = await begun({ minutes: 40 })
    await user.click(button('Hide the clock'))
    expect(screen.getByTestId('time-left').textContent).toBe('Time hidden')
    await user.keyboard('h')
    expect(screen.getByTestId('time-left').textContent).toBe('40:00')
    await user.keyboard('h')
    wait(35 * MINUTE + 1_000)
    await waitFor(() => expect(screen.getByTestId('time-left').textContent).toBe('04:59'))
    await user.keyboard('h')
    await user.click(button('Hide the clock'))
    expect(screen.getByTestId('time-left').textContent).toBe('04:59')
  })

  test('warns at thirty, fifteen and five minutes, without taking the focus; slept over, the last time alone', async () => {
    const { user, wait } = await begun({ minutes: 40 })
    await user.click(options()[0] ?? document.body)
    wait(10 * MINUTE)
    await waitFor(() => expect(told()).toContain('30 minutes left.'))
    expect(document.activeElement).toBe(options()[0])
    await user.click(button('Dismiss'))
    expect(document.activeElement).toBe(screen.getByTestId('item'))
    expect(told()).not.toContain('left')
    wait(25 * MINUTE + 30_000)
    await waitFor(() => expect(told()).toContain('5 minutes left.'))
    expect(told()).not.toContain('15 minutes')
  })

  test('warns of nothing that is as long as the whole', async () => {
    const { wait } = await begun({ minutes: 15 })
    wait(1_000)
    await waitFor(() => expect(screen.getByTestId('time-left').textContent).toBe('14:59'))
    expect(told()).not.toContain('left')
  })
})

describe('a limit for each item', () => {
  test('shows its time, moves on when it is up, says so, and does not lead back', async () => {
    const opened = await begun({ secondsPerItem: 60 })
    const { user, wait } = opened
    expect(screen.getByTestId('item-time-left').textContent).toBe('01:00')
    await user.keyboard('a')
    wait(61_000)
    await waitFor(() => expect(told()).toContain('The time for item 1 is up.'))
    expect(index()).toBe('2')
    expect(attemptOf(opened).current).toBe(attemptOf(opened).items[1])
    expect(button('Previous').disabled).toBe(true)
    await user.keyboard('{ArrowLeft}')
    expect(index()).toBe('2')
    await user.keyboard('n')
    expect(button('Item 1, complete, time is up').disabled).toBe(true)
  })

  test('goes on while nobody is there', async () => {
    const { wait } = await begun({ secondsPerItem: 60 })
    wait(130_000)
    await waitFor(() => expect(index()).toBe('3'))
    wait(60_000)
    expect(await screen.findByTestId('score')).toBeTruthy()
  })
})

describe('a pause', () => {
  test('covers the question and stops the time, in practice alone', async () => {
    const opened = await begun({ minutes: 40 })
    const { user, wait } = opened
    await user.click(button('Pause'))
    expect(screen.getByText('Paused. The time stands still.')).toBeTruthy()
    expect(document.activeElement).toBe(button('Go on'))
    expect(screen.queryByTestId('item')).toBeNull()
    await user.keyboard('anr')
    expect(screen.queryByRole('dialog')).toBeNull()
    wait(90 * MINUTE)
    await user.click(button('Go on'))
    expect(screen.getByTestId('time-left').textContent).toBe('40:00')
    expect(document.activeElement).toBe(screen.getByTestId('item'))
    expect(screen.getByTestId('answered-total').textContent).toBe('0 answered')
    await user.keyboard('p')
    expect(attemptOf(opened).isPaused).toBe(true)
    await user.keyboard('p')
    expect(attemptOf(opened).isPaused).toBe(false)
  })

  test('is not offered in an exam', async () => {
    const { user } = await begun({ mode: 'exam', minutes: 40 })
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
    await user.keyboard('p')
    expect(screen.getByTestId('item')).toBeTruthy()
  })
})
