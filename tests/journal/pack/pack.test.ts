import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTime } from '../../../src/journal/event-order.ts'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { checksum } from '../../../src/journal/checksum.ts'
import { ByteWriter } from '../../../src/journal/pack/byte-writer.ts'
import { pack } from '../../../src/journal/pack/pack.ts'
import { isNameOf, packName } from '../../../src/journal/pack/pack-name.ts'
import { unpack } from '../../../src/journal/pack/unpack.ts'
import { bytesOfText, textOfBytes } from '../../../src/journal/text-of-bytes.ts'
import { cardIdOf, eventIdOf, factIdOf } from '../../../src/model/ids.ts'
import { GRADES } from '../../../src/model/memory.ts'
import { instant } from '../../../src/model/time.ts'
import { event, journals, NOON, reviewed } from '../events.ts'

/** Reviews as they come: sessions of 200, some seconds a card, a night between. */
function reviews(count: number, facts: number): readonly JournalEvent[] {
  let at = NOON
  return Array.from({ length: count }, (_, index) => {
    at += index % 200 === 0 ? 20 * 3_600_000 : 8_000 + ((index * 7_919) % 9_000)
    const fact = `aif-c01/domain-5#section-${index % 97}/relation/attribute/subject-number-${(index * 31) % facts}`
    const session = Math.floor(index / 200)
    const grade = GRADES[(index * 13) % 4] ?? 'good'
    const id = eventIdOf(`writer${session}-${(index % 200) + 1}`)
    const names = { fact: factIdOf(fact), card: cardIdOf(`${fact}~forward`), id }
    return { kind: 'reviewed', ...names, grade, at: instant(at), offset: 60 }
  })
}

test('what is packed comes out again, in the order of time', () => {
  fc.assert(
    fc.property(journals, (events) => {
      expect(unpack(pack(events))).toEqual({ events: events.toSorted(inTime), unreadable: 0 })
    }),
    { numRuns: 300 },
  )
})

test('names, times and ids of any kind survive', () => {
  const odd = fc.record({
    fact: fc.string({ unit: 'binary', minLength: 1 }),
    card: fc.string({ unit: 'binary', minLength: 1 }),
    id: fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('a-01', 'a-1e3', '-5', 'x--1', '7', 'w-9007199254740991'),
    ),
    at: fc.oneof(
      fc.constant(-0),

      fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
      fc.maxSafeInteger().map((n) => n % 8.64e15),
    ),
    offset: fc.oneof(fc.integer({ min: -1_440, max: 1_440 }), fc.double({ min: -1_440, max: 1_440, noNaN: true })),
  })
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 20 }), (all) => {
      const events = all.map(({ fact, card, id, at, offset }): JournalEvent => {
        const names = { fact: factIdOf(fact), card: cardIdOf(card), id: eventIdOf(id) }
        return { kind: 'reviewed', grade: 'hard', ...names, at: instant(at), offset }
      })
      expect(unpack(pack(events))).toEqual({ events: events.toSorted(inTime), unreadable: 0 })
    }),
  )
})

test('the same events make the same bytes, in whichever order they are given', () => {
  fc.assert(
    fc.property(journals, (events) => {
      expect(pack(events.toReversed())).toEqual(pack(events))
    }),
  )
})

test('packs of different events have different names, and a name tells bytes that changed', () => {
  const packs = Array.from({ length: 3_000 }, (_, index) => pack([event(index, reviewed(`f${index % 3}`))]))
  expect(new Set(packs.map((bytes) => packName(bytes, 1))).size).toBe(3_000)
  const [first = new Uint8Array(), second = new Uint8Array()] = packs
  expect(isNameOf(packName(first, 1), first)).toBe(true)
  expect(isNameOf(packName(first, 1), second)).toBe(false)
})

test('100,000 reviews of 10,000 facts take at most 6 units of localStorage each', () => {
  const units = textOfBytes(pack(reviews(100_000, 10_000))).length
  expect(units / 100_000).toBeLessThanOrEqual(6)
})

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1)

describe('damage', () => {
  const events = reviews(5_000, 300)
  const sound = pack(events)
  const textOf = (one: JournalEvent) => JSON.stringify(one, Object.keys(one).toSorted(inOrder))
  const known = new Set(events.map(textOf))

  test('wherever it is, nothing is made up, nothing is thrown, and it is noticed', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const bytes = Uint8Array.from(sound)
        bytes[place] = (bytes[place] ?? 0) ^ change
        const read = unpack(bytes)
        expect(read.unreadable).toBeGreaterThan(0)
        expect(read.events.filter((one) => !known.has(textOf(one)))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('one wrong byte among the events costs one block of 1,024, not the rest', () => {
    const bytes = Uint8Array.from(sound)
    const place = bytes.length - 100
    bytes[place] = (bytes[place] ?? 0) ^ 1
    expect(unpack(bytes).events.length).toBe(4_096)
  })

  test('a pack that was cut short gives what is whole', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), (length) => {
        const { events: read, unreadable } = unpack(sound.subarray(0, length))
        expect(read.length).toBeLessThan(events.length)
        expect(read.filter((one) => !known.has(textOf(one)))).toEqual([])
        // Cut between two blocks, it looks like a shorter pack: its name, which tells the number of events, says more.
        if (read.length % 1_024 !== 0) expect(unreadable).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  test('bytes of any kind are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unpack(bytes).events).toEqual([])
      }),
    )
  })

  test('names without end are told, not run into', () => {
    // A sound checksum over a number of names that no file can hold.
    const names = new ByteWriter()
    names.count(2 ** 50)
    const bytes = new ByteWriter()
    bytes.byte(0x52)
    bytes.byte(1)
    bytes.count(names.length)
    bytes.append(names.written())
    bytes.fixed(checksum(names.written()))
    expect(unpack(bytes.written())).toEqual({ events: [], unreadable: 1 })
  })

  test('a pack of a later version is left alone', () => {
    const later = Uint8Array.from(sound)
    later[1] = 2
    expect(unpack(later)).toEqual({ events: [], unreadable: 1 })
  })
})

describe('bytes as text', () => {
  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(bytesOfText(textOfBytes(bytes))).toEqual(bytes)
      }),
    )
  })

  test('text of any other kind is refused, not misread', () => {
    for (const text of ['', 'retain', '䀏', '{"a":1}', '\u0000', textOfBytes(new Uint8Array(5)).slice(0, -1)]) {
      expect(bytesOfText(text)).toBeNull()
    }
    expect(bytesOfText(textOfBytes(pack([event(1, reviewed('f'))])).replace(/.$/u, '!'))).toBeNull()
  })
})
