// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { MapStorage, open } from './opened.tsx'

class FullStorage extends MapStorage {
  override setItem(): void {
    throw new DOMException('no room', 'QuotaExceededError')
  }
}

const trouble = () => screen.getAllByRole('status')[0]?.textContent

test('no trouble, no banner', () => {
  open('/')
  expect(trouble()).toBe('')
})

test('a browser that stores nothing is told of, before anything is lost', () => {
  open('/', { storage: null })
  expect(trouble()).toMatch(/does not let this page store anything/)
})

test('a full storage says how many answers are not kept yet', async () => {
  const { user } = open('/cards?limit=3', { storage: new FullStorage() })
  await screen.findByTestId('card')
  expect(trouble()).toBe('')
  await user.keyboard(' 3')
  expect(trouble()).toMatch(/your last answer is not kept yet/)
  await user.keyboard(' 3')
  expect(trouble()).toMatch(/your last 2 answers are not kept yet/)
})

test('records that cannot be read are counted, and left as they are', () => {
  const storage = new MapStorage()
  storage.setItem('retain/journal/old/0', '{"kind":"from-the-future"}\nnonsense\n')
  open('/', { storage })
  expect(trouble()).toMatch(/^2 stored records could not be read/)
  expect(storage.getItem('retain/journal/old/0')).toContain('from-the-future')
})

test('an address where nothing stands says so and leads back', async () => {
  const { user, place } = open('/nowhere')
  expect(await screen.findByRole('heading', { level: 1, name: 'No such page' })).toBeTruthy()
  await waitFor(() => expect(document.title).toBe('No such page · Retain'))
  await user.click(screen.getByRole('link', { name: 'Back to today' }))
  await waitFor(() => expect(place()).toBe('/'))
})

test('the way past the navigation leads to the content, and keeps the address', async () => {
  const { user, place } = open('/')
  screen.getByRole('link', { name: 'Skip to the content' }).focus()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('main'))
  await waitFor(() => expect(place()).toBe('/'))
})

test('notes that do not arrive are told of, and can be asked for again', async () => {
  let isOffline = true
  const { user } = open('/cards', {
    fetchTopic: (topic) => (isOffline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(topic)),
  })
  expect(await screen.findByText(/could not be loaded/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText(/could not be loaded/)).toBeTruthy()
  isOffline = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByTestId('card')).toBeTruthy()
})
