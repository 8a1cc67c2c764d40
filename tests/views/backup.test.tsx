// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { encodeBackup } from '../../src/journal/backup.ts'
import { instant } from '../../src/model/time.ts'
import { event, reviewed } from '../journal/events.ts'
import { open } from './opened.tsx'
import { fileOf, textOf } from './upkeep.ts'

const saved: Blob[] = []

beforeEach(() => {
  saved.length = 0
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${saved.push(file)}`,
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function openSettings() {
  // Awaited, since the panels wait for what looks after storage.
  const opened = await act(() => Promise.resolve(open('/settings')))
  await screen.findByRole('heading', { name: 'Backup' })
  const choose = (file: File) => opened.user.upload(screen.getByLabelText('Backup file'), file)
  return { ...opened, choose, reviews: () => opened.journal.getState().learned.reviews }
}

const backupOf = (...facts: readonly string[]) =>
  fileOf(
    encodeBackup(
      facts.map((fact, index) => event(index, reviewed(fact), index + 1, 'other-device')),
      [],
      instant(Date.UTC(2026, 10, 20)),
    ),
  )

test('a backup holds all events, and its download is remembered', async () => {
  const { user, journal } = await openSettings()
  journal.getState().record(reviewed('f1'))
  await user.click(screen.getByRole('button', { name: 'Download a backup' }))
  await screen.findByText(/The last one was made on/)
  const [file = new Blob()] = saved
  expect(JSON.parse(textOf(file))).toMatchObject({ format: 'retain-backup', version: 1, events: [{ fact: 'f1' }] })
  expect(journal.getState().learned.backup).toMatchObject({ reviews: 1 })
})

test('a backup of another device is looked at, merged, and taken back', async () => {
  const { user, journal, choose, reviews } = await openSettings()
  journal.getState().record(reviewed('mine'))
  await choose(backupOf('f1', 'f2'))
  await screen.findByText('New in it: 2 graded cards.')
  expect(screen.getByText('Only here, not in it: 1 graded card.')).toBeTruthy()
  expect(reviews()).toBe(1)

  await user.click(screen.getByRole('button', { name: 'Merge: add what is missing' }))
  await screen.findByText('Merged: what was in the backup is here as well.')
  expect(reviews()).toBe(3)

  // The button that was pressed is gone; the next one is a key away.
  await user.tab()
  expect(document.activeElement?.textContent).toBe('Undo')
  await user.keyboard('{Enter}')
  await screen.findByText('Taken back: everything is as it was before.')
  expect(reviews()).toBe(1)
})

test('a backup takes the place of what is here, until that is taken back', async () => {
  const { user, journal, choose, reviews } = await openSettings()
  for (const fact of ['a', 'b', 'c']) journal.getState().record(reviewed(fact))
  await choose(backupOf('f1'))
  await user.click(await screen.findByRole('button', { name: 'Restore: go back to it' }))
  await waitFor(() => expect(reviews()).toBe(1))
  expect([...journal.getState().learned.memories.keys()]).toEqual(['f1'])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(reviews()).toBe(3))
})

test.each([
  ['no JSON', 'this is no JSON', /it is not JSON/],
  ['something else', '{"format":"anki"}', /no backup of Retain/],
  ['a list', '[[[[]]]]', /no backup of Retain/],
  ['a newer version', '{"format":"retain-backup","version":2,"made":"","events":[]}', /made by a newer version/],
])('a file with %s is refused with a reason, and changes nothing', async (_what, text, reason) => {
  const { choose, reviews } = await openSettings()
  await choose(fileOf(text))
  await screen.findByText(reason)
  expect(reviews()).toBe(0)
})

test('all stored pieces are checked, and what is damaged is named', async () => {
  const { user, journal, storage } = await openSettings()
  journal.getState().record(reviewed('f1'))
  await user.click(screen.getByRole('button', { name: 'Check my data' }))
  await screen.findByText(/1 record in 1 piece, each checked against its checksum/)
  storage?.setItem('retain/journal/torn/0', '2\nabc {"kind"\n')
  await user.click(screen.getByRole('button', { name: 'Check my data' }))
  await screen.findByText(/cannot be read/)
  expect(screen.getByText('retain/journal/torn/0')).toBeTruthy()
})

test('erasing takes a second step, and can be left', async () => {
  const { user, journal, storage } = await openSettings()
  journal.getState().record(reviewed('f1'))
  screen.getByRole('button', { name: 'Erase everything…' }).focus()
  await user.keyboard('{Enter}')
  await user.tab()
  expect(document.activeElement?.textContent).toBe('Erase it all now')
  await user.tab()
  await user.keyboard('{Enter}')
  expect(storage?.length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Erase everything…' }))
  await user.click(screen.getByRole('button', { name: 'Erase it all now' }))
  await waitFor(() => expect(storage?.length).toBe(0))
})
