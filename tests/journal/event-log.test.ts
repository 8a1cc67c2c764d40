import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseOf } from '../../src/journal/base.ts'
import type { Base } from '../../src/journal/base.ts'
import type { JournalEvent } from '../../src/journal/event.ts'
import { inTimeOnce } from '../../src/journal/event-order.ts'
import { EventLog } from '../../src/journal/event-log.ts'
import { fold } from '../../src/journal/fold.ts'
import { underNewNames } from '../../src/journal/follow-renames.ts'
import type { RenameMap } from '../../src/journal/follow-renames.ts'
import { eventsOf } from '../../src/journal/pack/packed-events.ts'
import { pack } from '../../src/journal/pack/pack.ts'
import { isCheckpointFor, readCheckpoint } from '../../src/journal/pack/read-checkpoint.ts'
import { writeCheckpoint } from '../../src/journal/pack/write-checkpoint.ts'
import type { StoredEvents, StoredPack } from '../../src/journal/stored-events.ts'
import { textOfBytes } from '../../src/journal/text-of-bytes.ts'
import { eventIdOf, factIdOf } from '../../src/model/ids.ts'
import { event, journals, reviewed } from './events.ts'

const BASIS = 'build\n12-abc'

function packOf(events: readonly JournalEvent[]): StoredPack {
  return { name: `${events.length}-x`, text: textOfBytes(pack(events)), events: () => events }
}

const unread = (events: readonly JournalEvent[]): StoredPack => ({
  ...packOf(events),
  events: () => {
    throw new Error('Expected the pack not to be read')
  },
})

/** Through a checkpoint and back; null where the events can have none. */
function remembered(events: readonly JournalEvent[], names: RenameMap): Base | null {
  const base = baseOf(inTimeOnce(events).map((one) => underNewNames(one, names)))
  if (base?.last === undefined || base.last === null) return null
  return readCheckpoint(writeCheckpoint(base, base.last, BASIS), BASIS)
}

/** A journal in pieces: packs, loose events, and portions that come later. Cut in the order of time, or dealt out. */
const pieces = fc.tuple(journals, fc.boolean(), fc.array(fc.nat(5), { minLength: 40, maxLength: 40 })).map((drawn) => {
  const [all, isInOrder, places] = drawn
  const cut = isInOrder ? places.toSorted((one, other) => one - other) : places
  const dealt: JournalEvent[][] = [[], [], [], [], [], []]
  for (const [index, one] of inTimeOnce(all).entries()) dealt[cut[index] ?? 0]?.push(one)
  const [first = [], second = [], loose = [], ...later] = dealt
  // A page that was closed while it packed leaves some twice.
  return { all, packed: [first, second], loose: [...loose, ...second.slice(0, 2)], later }
})

const renames = fc.constantFrom<RenameMap>(new Map(), new Map([[factIdOf('f1'), factIdOf('f2')]]))

const told = (events: readonly JournalEvent[], names: RenameMap) =>
  fold(inTimeOnce(events).map((one) => underNewNames(one, names)))

describe('whatever is packed, loose or comes later', () => {
  test('the log says what all of it says, with a checkpoint and without', () => {
    fc.assert(
      fc.property(pieces, renames, fc.boolean(), ({ all, packed, loose, later }, names, isCounted) => {
        const base = isCounted ? remembered(packed.flat(), names) : null
        const log = new EventLog({ packs: packed.map(packOf), loose, base }, names)
        expect(log.learned).toEqual(told([...packed.flat(), ...loose], names))
        for (const portion of later) log.add(portion)
        expect(log.learned).toEqual(told(all, names))
        expect(log.all()).toEqual(inTimeOnce(all))
        expect(eventsOf(log.forThread())).toEqual(inTimeOnce(all))
        for (const one of all) expect(log.has(one)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('facts that get new names are counted anew', () => {
    fc.assert(
      fc.property(pieces, ({ all, packed, loose, later }) => {
        const names: RenameMap = new Map([[factIdOf('f1'), factIdOf('f2')]])
        const base = remembered(packed.flat(), new Map())
        const log = new EventLog({ packs: packed.map(packOf), loose, base }, new Map())
        for (const portion of later) log.add(portion)
        log.rename(names)
        expect(log.learned).toEqual(told(all, names))
        expect(log.allNamed()).toEqual(inTimeOnce(all).map((one) => underNewNames(one, names)))
      }),
    )
  })
})

test('a history of 300,000 events can be taken in at once, before others and after them', () => {
  const [early, late] = [event(0, reviewed('f1'), 1, 'early'), event(9_000, reviewed('f1'), 1, 'late')]
  const many = Array.from({ length: 300_000 }, (_, index) => event(1 + index / 60, { kind: 'backed-up' }, index + 1))
  for (const there of [early, late]) {
    const log = new EventLog({ packs: [], loose: [there], base: null }, new Map())
    log.add(many)
    expect(log.forThread().loose).toHaveLength(many.length + 1)
  }
})

describe('with a checkpoint, the packs are not read', () => {
  const past = [event(0, reviewed('f1'), 1), event(24, reviewed('f2'), 2)]
  const opened = (loose: readonly JournalEvent[] = []): EventLog => {
    const stored: StoredEvents = { packs: [unread(past)], loose, base: remembered(past, new Map()) }
    return new EventLog(stored, new Map())
  }

  test('to begin, to go on, and to take back what was graded since', () => {
    const log = opened([event(30, reviewed('f3'), 1, 'q')])
    const before = log.learned
    log.add([event(48, reviewed('f1', 'again'), 2, 'q')])
    expect(log.learned.memories.get(factIdOf('f1'))?.lastGrade).toBe('again')
    log.add([event(48, { kind: 'undone', event: eventIdOf('q-2') }, 3, 'q')])
    expect(log.learned).toEqual(before)
  })

  test('but are, to take back what is in them', () => {
    expect(() => opened([event(30, { kind: 'undone', event: eventIdOf('p-1') }, 1, 'q')])).toThrow('not to be read')
    const set = { kind: 'set-aside', spans: [['p', 2, 9]], others: [] } as const
    expect(() => opened([event(30, set, 1, 'q')])).toThrow('not to be read')
  })

  test('and are, for what is older than they are', () => {
    expect(() => opened([event(12, reviewed('f3'), 1, 'q')])).toThrow('not to be read')
  })
})

describe('a checkpoint', () => {
  const past = Array.from({ length: 60 }, (_, index) => event(index, reviewed(`f${index % 9}`), index + 1))

  test('keeps all that was learnt, and which events it was learnt from', () => {
    fc.assert(
      fc.property(journals, (all) => {
        const sorted = inTimeOnce(all)
        const base = baseOf(sorted)
        const read = remembered(all, new Map())
        if (base === null || base.last === null) {
          expect(read).toBeNull()
          return
        }
        expect(read).toMatchObject({ learned: base.learned, last: { id: base.last.id, at: base.last.at } })
        expect(read?.orphans).toEqual(base.orphans)
        expect(read?.spans()).toEqual(base.spans())
      }),
    )
  })

  test('holds for what it was made for alone', () => {
    const base = baseOf(past)
    if (base?.last === undefined || base.last === null) throw new Error('Expected a base')
    const text = writeCheckpoint(base, base.last, BASIS)
    for (const other of ['', 'build', `${BASIS} `, 'other\n12-abc']) {
      expect(readCheckpoint(text, other)).toBeNull()
      expect(isCheckpointFor(text, other)).toBe(false)
    }
    expect(isCheckpointFor(text, BASIS)).toBe(true)
  })

  test('that is damaged counts for nothing', () => {
    const base = baseOf(past)
    if (base?.last === undefined || base.last === null) throw new Error('Expected a base')
    const text = writeCheckpoint(base, base.last, BASIS)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (place, change, isCut) => {
        const other = String.fromCharCode(text.charCodeAt(place) ^ change)
        const damaged = text.slice(0, place) + (isCut ? '' : other + text.slice(place + 1))
        expect(readCheckpoint(damaged, BASIS)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('is not made of what speaks of events outside', () => {
    expect(baseOf([event(0, { kind: 'undone', event: eventIdOf('q-1') }, 1)])).toBeNull()
    expect(baseOf([event(0, { kind: 'set-aside', spans: [['q', 1, 2]], others: [] }, 1)])).toBeNull()
    expect(baseOf([...past, event(90, { kind: 'undone', event: eventIdOf('p-60') }, 61)])).not.toBeNull()
  })
})
