// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { MapStorage, open } from './opened.tsx'

async function openSettings() {
  const opened = open('/settings')
  const field = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'New facts, at most' })
  return { ...opened, field, settings: () => opened.journal.getState().learned.settings }
}

test('the colours are chosen and remembered', async () => {
  const { user, settings } = await openSettings()
  expect(screen.getByRole('radio', { name: 'As the device has it', checked: true })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  expect(settings().theme).toBe('dark')
  expect(screen.getByRole('radio', { name: 'Dark', checked: true })).toBeTruthy()
})

test.each(['{Enter}', '{Tab}'])('a limit is taken with %s', async (key) => {
  const { user, field, settings } = await openSettings()
  await user.clear(field)
  await user.type(field, `30${key}`)
  expect(settings().newPerDay).toBe(30)
  expect(field.value).toBe('30')
})

test('Enter leaves the focus in the field', async () => {
  const { user, field } = await openSettings()
  await user.clear(field)
  await user.type(field, '30{Enter}')
  expect(document.activeElement).toBe(field)
  expect(field.isConnected).toBe(true)
})

test.each(['-1', '501', '2.5', '1e9', ' '])('“%s” is no limit: the field shows again what holds', async (nonsense) => {
  const { user, field, settings } = await openSettings()
  await user.clear(field)
  await user.type(field, nonsense)
  await user.tab()
  expect(settings().newPerDay).toBe(15)
  expect(field.value).toBe('15')
})

test('no new facts at all is a limit', async () => {
  const { user, field, settings } = await openSettings()
  await user.clear(field)
  await user.type(field, '0')
  await user.tab()
  expect(settings().newPerDay).toBe(0)
})

test('one damaged record is no reason to say that nothing is kept', async () => {
  const storage = new MapStorage()
  storage.setItem('retain/journal/torn/0', '2\nabc {"kind"\n')
  open('/settings', { storage })
  await screen.findByText(/^In this browser alone, in two places: 0 graded cards/)
})
