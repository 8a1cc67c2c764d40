// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { open } from './opened.tsx'

const NOTES = '# Keys\n\n## Key types\n\nKeys have owners.\n'
const ITEMS = `## A baker wants to take a key away at once. Which one fits?

- [x] Customer key
  - The baker turns it off. ([Notes](../keys.md#key-types))
- [ ] Provider key
  - The provider alone turns it off.
- [ ] Shared key
  - Several bakers use it.
- [ ] Lost key
  - Nobody can use it.

References: [Guide to keys](https://example.org/keys) (checked 2026-11-20), [Second](https://example.org/second)
`

async function checked(items = ITEMS) {
  const opened = open('/quiz/new?count=5&seed=3', { notes: NOTES, items })
  await screen.findByTestId('item')
  return opened
}

test('the code that a question is about stands below it, and again in the result', async () => {
  const bank =
    '# Bank\n\n### Question 1\n\nWhat does this print?\n\n```py\nprint(1 + 1)\n```\n\n- A. 1\n- B. 2\n- C. 11\n- D. nothing\n\n**Answer: B**\n'
  const { user } = open('/quiz/new?count=1', { notes: bank })
  await screen.findByTestId('item')
  const exhibit = () => screen.getByRole('region', { name: 'What the question is about' }).textContent
  expect(exhibit()).toBe('print(1 + 1)')
  await user.click(screen.getByRole('radio', { name: '2' }))
  await user.click(screen.getByRole('button', { name: 'Review' }))
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  await user.click(await screen.findByText('1. Right'))
  expect(exhibit()).toBe('print(1 + 1)')
})

describe('a question that stands beside the notes', () => {
  test('is asked, though the notes alone give none', async () => {
    await checked()
    expect(screen.getByText(/^Item 1 of 1/)).toBeTruthy()
    expect(screen.getByRole('group', { name: /A baker wants/ })).toBeTruthy()
  })

  test('is explained with its references, which open beside the quiz, and leads to the notes where it says so', async () => {
    const { user } = await checked()
    await user.click(screen.getByRole('radio', { name: 'Customer key' }))
    await user.click(screen.getByRole('button', { name: 'Check' }))
    const references = within(screen.getByRole('list', { name: 'References' }))
    const link = references.getByRole<HTMLAnchorElement>('link', { name: 'Guide to keys' })
    expect([link.getAttribute('href'), link.target, link.rel]).toEqual([
      'https://example.org/keys',
      '_blank',
      'noopener noreferrer',
    ])
    expect(references.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Guide to keys (checked 2026-11-20)',
      'Second',
    ])
    expect(screen.getAllByRole('link', { name: /^Notes, line/ }).map((each) => each.getAttribute('href'))).toEqual([
      '/study/keys#key-types',
    ])
  })

  test('that was missed is practised again, by a short address', async () => {
    const { user, journal } = await checked()
    await user.click(screen.getByRole('radio', { name: 'Lost key' }))
    await user.click(screen.getByRole('button', { name: 'Navigator' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Review' }))
    await user.click(screen.getByRole('button', { name: 'Hand in' }))
    const practise = await screen.findByRole('link', { name: 'Practise what you missed' })
    expect(screen.queryByRole('link', { name: 'See it as cards' })).toBeNull()
    expect(practise.getAttribute('href')?.length).toBeLessThan(100)
    await user.click(practise)
    await screen.findByTestId('item')
    const [first, second] = [...journal.getState().learned.attempts.values()].map(({ items }) => items)
    expect(second).toEqual(first)
  })

  test('nothing is drawn for a missed attempt that nobody knows', async () => {
    open('/quiz/new?missed=elsewhere&mode=practice', { notes: NOTES, items: ITEMS })
    expect(await screen.findByRole('heading', { level: 1, name: 'No question here' })).toBeTruthy()
    expect(screen.getByText(/This browser knows no finished attempt of that name/)).toBeTruthy()
  })

  test('that cannot be fetched is told, and is tried again', async () => {
    let isOnline = false
    const { user } = open('/quiz/new?count=5', {
      notes: NOTES,
      items: ITEMS,
      fetchItems: (items) => (isOnline ? Promise.resolve(items) : Promise.reject(new Error('offline'))),
    })
    const again = await screen.findByRole('button', { name: /again/i })
    isOnline = true
    await user.click(again)
    await waitFor(() => expect(screen.getByTestId('item')).toBeTruthy())
  })

  test('is not fetched by who only reads', async () => {
    let fetches = 0
    open('/study/keys', {
      notes: NOTES,
      items: ITEMS,
      fetchItems: (items) => {
        fetches += 1
        return Promise.resolve(items)
      },
    })
    expect(await screen.findByText('Keys have owners.')).toBeTruthy()
    expect(fetches).toBe(0)
  })
})
