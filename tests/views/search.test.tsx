// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { open } from './opened.tsx'

test('a hit shows where it stands, with the words that were found marked', async () => {
  open('/search?q=residency')
  const title = await screen.findByRole('link', { name: 'Residency' })
  const hit = title.closest('li')
  expect(hit?.textContent).toContain('Term')
  expect(within(title).getByText('Residency').tagName).toBe('MARK')
  expect(title.getAttribute('href')).toMatch(/^\/study\/keys#terms\//)
  expect(within(hit ?? document.body).getByRole('link', { name: 'Card: Residency' })).toBeTruthy()
})

test('nothing found is said, with the words that were asked', async () => {
  open('/search?q=qqqqxx')
  expect(await screen.findByText('Nothing in the notes for “qqqqxx”.')).toBeTruthy()
  expect(screen.queryAllByRole('listitem')).toEqual([])
})

test('a slip of the finger is asked back, and the suggestion searched when it is taken', async () => {
  const { user, place } = open('/search?q=residancy')
  await user.click(await screen.findByRole('button', { name: /Did you mean “residency”\?/ }))
  await waitFor(() => expect(place()).toBe('/search?q=residency'))
  expect(screen.queryByRole('button', { name: /Did you mean/ })).toBeNull()
})

test('what is typed stands in the address, and hits change with it', async () => {
  const { user, place } = open('/search')
  await user.type(await screen.findByRole('searchbox', { name: 'Search the notes' }), 'imported')
  expect(place()).toBe('/search?q=imported')
  expect(await screen.findAllByRole('link', { name: /^Imported key/ })).not.toEqual([])
})

test('the search opens over any screen, and Enter opens the best hit', async () => {
  const { user, place } = open('/settings')
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  await user.keyboard('/')
  const dialog = screen.getByRole('dialog', { name: 'Search' })
  expect(document.activeElement).toBe(within(dialog).getByRole('searchbox'))
  await user.keyboard('zero trust')
  // The tests' reading of names drops the space between two marked words.
  await within(dialog).findByRole('link', { name: /^Zero ?trust$/ })
  await user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toMatch(/^\/study\/keys#terms\/term\/.*zero-trust$/))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the arrows go from hit to hit', async () => {
  const { user } = open('/')
  await user.keyboard('{Control>}k{/Control}')
  const dialog = within(screen.getByRole('dialog', { name: 'Search' }))
  await user.keyboard('key')
  await dialog.findAllByText('key', { selector: 'mark' })
  const [first, second] = dialog.getAllByRole('link').filter((link) => link.hasAttribute('data-hit'))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(first)
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(second)
})
