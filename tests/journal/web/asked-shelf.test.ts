import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, test, vi } from 'vitest'
import { compileAll } from '../../../src/node/read-notes.ts'
import { itemsIn } from '../../../src/engines/items/generate-items.ts'
import { AskedShelf } from '../../../src/journal/web/asked-shelf.ts'
import { attemptId } from '../../../src/model/ids.ts'
import type { Item, TypedItem } from '../../../src/model/item.ts'

const items: readonly Item[] = compileAll('content').flatMap(({ value }) => value.topics.flatMap(itemsIn))

test('every question of the course comes back as it was asked, of each type', async () => {
  const attempt = attemptId('whole')
  const first = items.find(({ type }) => type === 'choice')
  if (first === undefined) throw new Error('Expected a choice')
  const typed: TypedItem = { ...first, type: 'typed', accepted: ['Macie'], others: ['GuardDuty'], options: [] }
  const asked = [...items, typed]
  expect(new Set(asked.map(({ type }) => type)).size).toBe(5)
  await new AskedShelf().put(attempt, asked)
  const later = new AskedShelf()
  expect(later.peek(attempt)).toBeUndefined()
  expect(await later.get(attempt)).toEqual(asked)
  expect(later.peek(attempt)).toEqual(asked)
})

test('of an attempt that was never kept nothing is known, nor of one that holds something else', async () => {
  const shelf = new AskedShelf()
  expect(await shelf.get(attemptId('never'))).toBeNull()
  const database = await openDB('retain/asked', 1)
  await database.put('attempts', [{ type: 'riddle' }], 'odd')
  database.close()
  expect(await shelf.get(attemptId('odd'))).toBeNull()
})

test('what was forgotten is not known any more, here and later', async () => {
  const attempt = attemptId('gone')
  const shelf = new AskedShelf()
  await shelf.put(attempt, items.slice(0, 2))
  await shelf.clear()
  expect(shelf.peek(attempt)).toBeNull()
  expect(await new AskedShelf().get(attempt)).toBeNull()
})

test('that it cannot be removed is told: who erases everything must know', async () => {
  const shelf = new AskedShelf()
  await shelf.put(attemptId('kept'), items.slice(0, 1))
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('Not now'))
  await expect(shelf.clear()).rejects.toThrow('Not now')
  vi.restoreAllMocks()
  expect(await new AskedShelf().get(attemptId('kept'))).toHaveLength(1)
})
