import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeChunk } from '../../../src/journal/chunk.ts'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { LocalJournal } from '../../../src/journal/web/local-journal.ts'
import { event, journals, reviewed } from '../events.ts'
import { eventsIn } from './kept-page.ts'
import { TemporaryStorage } from './temporary-storage.ts'

const reviews = (count: number): readonly JournalEvent[] =>
  Array.from({ length: count }, (_, index) => event(index, reviewed(`f${index}`)))

function reading(storage: TemporaryStorage): readonly JournalEvent[] {
  return eventsIn(new LocalJournal(storage, 'reader').read(new Map()))
}

const byId = (events: readonly JournalEvent[]) => events.toSorted((one, other) => (one.id < other.id ? -1 : 1))

test('what is written is there after a reload', () => {
  fc.assert(
    fc.property(journals, (all) => {
      const storage = new TemporaryStorage()
      const journal = new LocalJournal(storage, 'p')
      for (const one of all) journal.append(one)
      expect(reading(storage)).toEqual(all)
      expect(journal.keeping().troubles).toEqual([])
    }),
  )
})

test('an event is written at once, in small keys of the app’s own', () => {
  const storage = new TemporaryStorage()
  const journal = new LocalJournal(storage, 'p')
  for (const one of reviews(200)) journal.append(one)
  expect(storage.values.size).toBeGreaterThan(5)
  for (const [key, value] of storage.values) {
    if (key === 'retain/format') continue
    expect(key.startsWith('retain/journal/p/')).toBe(true)
    expect(value.length).toBeLessThanOrEqual(4_000)
  }
})

test('an event longer than a key likes is kept whole', () => {
  const storage = new TemporaryStorage()
  const journal = new LocalJournal(storage, 'p')
  const [small, long] = [event(1, reviewed('f1')), event(2, reviewed('f'.repeat(10_000)))]
  for (const one of [small, long, event(3, reviewed('f3'))]) journal.append(one)
  expect(reading(storage)).toEqual([small, long, event(3, reviewed('f3'))])
})

test('two tabs that write in turn lose nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 80 }), (turns) => {
      const storage = new TemporaryStorage()
      const tabs = [new LocalJournal(storage, 'one'), new LocalJournal(storage, 'two')]
      const written = turns.map((isSecond, index) => {
        const one = event(index, reviewed(`f${index}`), index, isSecond ? 'two' : 'one')
        tabs[Number(isSecond)]?.append(one)
        return one
      })
      expect(byId(reading(storage))).toEqual(byId(written))
    }),
  )
})

test('a page that bears the name of an earlier one writes over nothing', () => {
  const storage = new TemporaryStorage()
  const [one, two] = [event(1, reviewed('f1')), event(2, reviewed('f2'))]
  new LocalJournal(storage, 'p').append(one)
  new LocalJournal(storage, 'p').append(two)
  expect(reading(storage)).toEqual([one, two])
})

test('keys of others are neither read nor touched', () => {
  const foreign = { 'retain/backup': 'x', theme: 'dark', 'other/journal/p/0': encodeChunk([event(1, reviewed('f1'))]) }
  const storage = new TemporaryStorage(foreign)
  const journal = new LocalJournal(storage, 'p')
  expect(eventsIn(journal.read(new Map()))).toEqual([])
  expect(journal.keeping().troubles).toEqual([])
  expect(Object.fromEntries(storage.values)).toEqual(foreign)
})

describe('when the storage is full', () => {
  const all = reviews(30)

  test('what does not fit is kept in mind and said', () => {
    const storage = new TemporaryStorage()
    storage.room = 1_000
    const journal = new LocalJournal(storage, 'p')
    for (const one of all) journal.append(one)
    const kept = reading(storage)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toEqual(all.slice(0, kept.length))
    expect(journal.keeping().troubles).toEqual([{ kind: 'full', unsaved: all.length - kept.length }])
  })

  test('the next event that fits brings the others with it, in order, wherever the end of the room was', () => {
    fc.assert(
      fc.property(fc.nat(6_000), (room) => {
        const storage = new TemporaryStorage()
        storage.room = room
        const journal = new LocalJournal(storage, 'p')
        for (const one of all) journal.append(one)
        storage.room = Number.POSITIVE_INFINITY
        const last = event(99, reviewed('last'))
        journal.append(last)
        expect(reading(storage)).toEqual([...all, last])
        expect(journal.keeping().troubles).toEqual([])
      }),
    )
  })

  test('Firefox’s word for it is understood too', () => {
    const storage = new TemporaryStorage()
    storage.writeError = new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED')
    const journal = new LocalJournal(storage, 'p')
    journal.append(event(1, reviewed('f1')))
    expect(journal.keeping().troubles).toEqual([{ kind: 'full', unsaved: 1 }])
  })
})

describe('when the storage is blocked', () => {
  test('by the browser, the journal says so and goes on', () => {
    const journal = new LocalJournal(null, 'p')
    expect(eventsIn(journal.read(new Map()))).toEqual([])
    journal.append(event(1, reviewed('f1')))
    expect(journal.keeping().troubles).toEqual([{ kind: 'blocked' }])
  })

  test('for reading, nothing is thrown, and writing is tried all the same', () => {
    const storage = new TemporaryStorage({ 'retain/journal/q/0': encodeChunk([event(1, reviewed('f1'))]) })
    storage.readError = new Error('no access')
    const journal = new LocalJournal(storage, 'p')
    expect(eventsIn(journal.read(new Map()))).toEqual([])
    expect(journal.keeping().troubles).toEqual([{ kind: 'blocked' }])
    storage.readError = null
    journal.append(event(2, reviewed('f2'), 2))
    expect(journal.keeping().troubles).toEqual([])
    expect(reading(storage)).toHaveLength(2)
  })

  test('for writing, it says so, until it works again', () => {
    const storage = new TemporaryStorage()
    const journal = new LocalJournal(storage, 'p')
    storage.writeError = new DOMException('no', 'SecurityError')
    journal.append(event(1, reviewed('f1')))
    expect(journal.keeping().troubles).toEqual([{ kind: 'blocked' }])
    storage.writeError = null
    journal.append(event(2, reviewed('f2')))
    expect(journal.keeping().troubles).toEqual([])
    expect(reading(storage)).toHaveLength(2)
  })
})

describe('what cannot be read', () => {
  const one = event(1, reviewed('f1'))
  const damaged = `${encodeChunk([one])}{"kind":"rev\nfrom a version to come\n`
  const key = 'retain/journal/q/3'

  test('is left as it is and counted; the rest is read', () => {
    const storage = new TemporaryStorage({ [key]: damaged })
    const journal = new LocalJournal(storage, 'p')
    expect(eventsIn(journal.read(new Map()))).toEqual([one])
    expect(journal.keeping().troubles).toEqual([{ kind: 'unreadable', records: 2 }])
    journal.append(event(2, reviewed('f2')))
    expect(storage.values.get(key)).toBe(damaged)
  })

  test('is counted anew each time the journal is read', () => {
    const journal = new LocalJournal(new TemporaryStorage({ [key]: damaged }), 'p')
    journal.read(new Map())
    journal.read(new Map())
    expect(journal.keeping().troubles).toEqual([{ kind: 'unreadable', records: 2 }])
  })

  test('is noticed wherever a character of a line changed, and never taken for an event', () => {
    const text = encodeChunk([one, event(2, reviewed('f2'))])
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: text.length - 2 }),
        fc.constantFrom('x', '7', '"', '\n', ' '),
        (place, sign) => {
          const changed = text.slice(0, place) + sign + text.slice(place + 1)
          if (changed === text) return
          const journal = new LocalJournal(new TemporaryStorage({ [key]: changed }), 'p')
          expect(eventsIn(journal.read(new Map())).length).toBeLessThan(2)
          expect(journal.keeping().troubles).toHaveLength(1)
        },
      ),
    )
  })

  test('of a later format is not touched', () => {
    const later = `3\nwhatever it is\n`
    const storage = new TemporaryStorage({ [key]: later })
    const journal = new LocalJournal(storage, 'p')
    expect(eventsIn(journal.read(new Map()))).toEqual([])
    expect(journal.keeping().troubles).toEqual([{ kind: 'unreadable', records: 1 }])
    expect(storage.values.get(key)).toBe(later)
  })
})

describe('when a newer version of the app has written here', () => {
  test('this one reads what it can, writes nothing, and says so', () => {
    const storage = new TemporaryStorage({ 'retain/journal/q/0': encodeChunk([event(1, reviewed('f1'))]) })
    const journal = new LocalJournal(storage, 'p')
    journal.append(event(2, reviewed('f2')))
    storage.values.set('retain/format', '99')
    const before = Object.fromEntries(storage.values)
    journal.append(event(3, reviewed('f3')))
    expect(journal.keeping()).toEqual({ troubles: [{ kind: 'outdated' }], pending: 1 })
    expect(Object.fromEntries(storage.values)).toEqual(before)
    const later = new LocalJournal(storage, 'r')
    expect(eventsIn(later.read(new Map()))).toHaveLength(2)
    later.append(event(4, reviewed('f4'), 1, 'r'))
    expect(Object.fromEntries(storage.values)).toEqual(before)
  })
})

test('what another tab wrote is read from its key; what else changes is not the journal', () => {
  const journal = new LocalJournal(new TemporaryStorage(), 'p')
  const one = event(1, reviewed('f1'))
  expect(journal.eventsOf('retain/journal/q/0', encodeChunk([one]))).toEqual([one])
  expect(journal.eventsOf('retain/journal/q/0', null)).toEqual([])
  expect(journal.eventsOf('retain/other', encodeChunk([one]))).toEqual([])
  expect(journal.eventsOf(null, null)).toEqual([])
})
