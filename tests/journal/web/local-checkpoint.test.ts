import { describe, expect, test } from 'vitest'
import { baseOf } from '../../../src/journal/base.ts'
import { EventLog } from '../../../src/journal/event-log.ts'
import { packName } from '../../../src/journal/pack/pack-name.ts'
import { pack } from '../../../src/journal/pack/pack.ts'
import { writeCheckpoint } from '../../../src/journal/pack/write-checkpoint.ts'
import { LocalJournal } from '../../../src/journal/web/local-journal.ts'
import { factIdOf } from '../../../src/model/ids.ts'
import { event, reviewed } from '../events.ts'
import { eventsIn, reviews } from './kept-page.ts'
import { TemporaryStorage } from './temporary-storage.ts'

const NO_NAMES = new Map()
const past = reviews(300)
const KEY = 'retain/checkpoint'

/** A browser with a pack, and a checkpoint of it that a page of the build has left. */
function left(build = 'one'): TemporaryStorage {
  const storage = new TemporaryStorage()
  const local = new LocalJournal(storage, 'before', build)
  const bytes = pack(past)
  const name = packName(bytes, past.length)
  local.putPack(name, bytes)
  const [base, basis] = [baseOf(past), local.checkpoint.wanted([name], NO_NAMES)]
  if (base?.last === undefined || base.last === null || basis === null) throw new Error('Expected a checkpoint')
  local.checkpoint.put(writeCheckpoint(base, base.last, basis))
  return storage
}

describe('what the packs say, counted before', () => {
  test('is there for the next page of the same build, and says what they say', () => {
    const storage = left()
    const local = new LocalJournal(storage, 'p', 'one')
    const stored = local.read(NO_NAMES)
    expect(stored.base?.learned).toEqual(new EventLog({ ...stored, base: null }, NO_NAMES).learned)
    const names = stored.packs.map(({ name }) => name)
    expect(local.checkpoint.wanted(names, NO_NAMES)).toBeNull()
  })

  test.each([
    ['another build counts anew', 'two', () => {}],
    ['a pack that came since counts', 'one', (storage: TemporaryStorage) => storage.setItem('retain/pack/1-x', '')],
    [
      'so does one that is gone',
      'one',
      (storage: TemporaryStorage) => {
        for (const key of storage.values.keys()) if (key.startsWith('retain/pack/')) storage.removeItem(key)
      },
    ],
    [
      'a damaged one is none',
      'one',
      (storage: TemporaryStorage) => {
        storage.setItem(KEY, (storage.getItem(KEY) ?? '').replace(/.{9}$/su, 'xxxxxxxxx'))
      },
    ],
    ['nor is one that is something else', 'one', (storage: TemporaryStorage) => storage.setItem(KEY, 'foreign')],
  ])('%s', (_, build, change) => {
    const storage = left()
    change(storage)
    expect(new LocalJournal(storage, 'p', build).read(NO_NAMES).base).toBeNull()
  })

  test('holds for the names that facts had', () => {
    const renames = new Map([[factIdOf('f1'), factIdOf('f2')]])
    expect(new LocalJournal(left(), 'p', 'one').read(renames).base).toBeNull()
  })

  test('is not kept where the app has no name for its build', () => {
    const local = new LocalJournal(left(), 'p')
    expect(local.read(NO_NAMES).base).toBeNull()
    expect(local.checkpoint.wanted(['12-x'], NO_NAMES)).toBeNull()
  })

  test('makes room for answers and packs when there is no other', () => {
    const storage = left()
    const used = [...storage.values].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
    storage.room = used
    const local = new LocalJournal(storage, 'p', 'one')
    local.append(event(1_000, reviewed('f1'), 1, 'p'))
    expect(storage.values.has(KEY)).toBe(false)
    expect(local.keeping()).toEqual({ troubles: [], pending: 0 })
    expect(eventsIn(new LocalJournal(storage, 'q').read(NO_NAMES))).toHaveLength(past.length + 1)
  })

  test('is left out where it finds no room itself, or the browser refuses', () => {
    const storage = left()
    storage.room = 0
    new LocalJournal(storage, 'p', 'one').checkpoint.put('of some page')
    expect(storage.values.has(KEY)).toBe(false)
    storage.writeError = new DOMException('blocked', 'SecurityError')
    storage.readError = storage.writeError
    const blocked = new LocalJournal(storage, 'p', 'one')
    expect(() => blocked.checkpoint.put('of some page')).not.toThrow()
    expect(blocked.read(NO_NAMES).base).toBeNull()
  })
})
