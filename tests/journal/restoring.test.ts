import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventBody, JournalEvent } from '../../src/journal/event.ts'
import { fold } from '../../src/journal/fold.ts'
import { changesOf, compare, revisionsBack, revisionsFor } from '../../src/journal/restoring.ts'
import { isAmong, spansOf } from '../../src/journal/spans.ts'
import { union } from '../../src/journal/union.ts'
import { eventId, eventIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import { event, journals, NOON, reviewed } from './events.ts'

const isMove = (one: JournalEvent): one is JournalEvent & { readonly kind: 'set-aside' | 'brought-back' } =>
  one.kind === 'set-aside' || one.kind === 'brought-back'

/** Journals as pages leave them: what is moved in one stands in it, and nothing moves itself. */
const whole = journals.map((all) =>
  all.map((one): JournalEvent => {
    if (!isMove(one)) return one
    const isMoved = isAmong(one)
    return { ...one, ...spansOf(all.map(({ id }) => id).filter((id) => id !== one.id && isMoved(id))) }
  }),
)

/** No id is ever given twice: where both journals have one, they say the same of it. */
function agreeing(backup: readonly JournalEvent[], here: readonly JournalEvent[]): readonly JournalEvent[] {
  const known = new Map(here.map((one) => [one.id, one]))
  return backup.map((one) => known.get(one.id) ?? one)
}

const way = fc.constantFrom<'merge' | 'replace'>('merge', 'replace')

let count = 0
/** Records as the running app does: later than all that is there. */
function recorded(journal: readonly JournalEvent[], bodies: readonly EventBody[]): readonly JournalEvent[] {
  const made = bodies.map((body): JournalEvent => {
    count += 1
    return { ...body, id: eventId('restorer', count), at: instant(NOON * 2 + count), offset: 0 }
  })
  return union(journal, made)
}

function restored(here: readonly JournalEvent[], backup: readonly JournalEvent[], how: 'merge' | 'replace') {
  const changes = changesOf(compare(here, union(backup)))
  const after = recorded(union(here, backup), revisionsFor(changes, how))
  return { after, undo: () => recorded(after, revisionsBack(changes, how)) }
}

describe('uniting journals', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(journals, journals, journals, (one, other, third) => {
        expect(union(one, other)).toEqual(union(other, one))
        expect(union(union(one, other), third)).toEqual(union(one, union(other, third)))
        expect(union(one, one)).toEqual(union(one))
        expect(union(one, other, other)).toEqual(union(one, other))
      }),
    )
  })

  test('loses nothing and doubles nothing', () => {
    fc.assert(
      fc.property(journals, journals, (one, other) => {
        const ids = new Set([...one, ...other].map(({ id }) => id))
        expect(
          union(one, other)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual([...ids].toSorted())
      }),
    )
  })
})

describe('a backup', () => {
  test('that is merged adds what is missing, and what it says is what both say together', () => {
    fc.assert(
      fc.property(journals, journals, (here, backup) => {
        if ([...here, ...backup].some(isMove)) return
        const now = union(here)
        expect(fold(restored(now, union(backup), 'merge').after)).toEqual(fold(union(here, backup)))
      }),
    )
  })

  test('that is restored brings everything back as it was, whatever happened since', () => {
    fc.assert(
      fc.property(journals, journals, (here, backup) => {
        const there = agreeing(backup, here)
        expect(fold(restored(union(here), there, 'replace').after)).toEqual(fold(there))
      }),
    )
  })

  test('can be taken back, in either way, as often as one likes', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.tuple(whole, way), { maxLength: 4 }), (first, steps) => {
        let here = union(first)
        for (const [backup, how] of steps) {
          const there = agreeing(backup, here)
          const before = fold(here)
          const { after, undo } = restored(here, there, how)
          const undone = undo()
          expect(fold(undone)).toEqual(before)
          // And once more: the same backup counts again.
          expect(fold(restored(undone, there, how).after)).toEqual(fold(after))
          here = after
        }
      }),
    )
  })

  test('that is merged a second time changes nothing', () => {
    fc.assert(
      fc.property(journals, journals, (here, backup) => {
        const there = agreeing(backup, here)
        const { after } = restored(union(here), there, 'merge')
        const again = compare(after, union(there))
        expect(again.missing).toEqual([])
        expect(revisionsFor(changesOf(again), 'merge')).toEqual([])
      }),
    )
  })
})

describe('a set of events in few words', () => {
  test('tells its own from all others', () => {
    const ids = fc.oneof(
      fc.tuple(fc.constantFrom('p', 'q', 'tab-2'), fc.integer({ min: 1, max: 30 })).map(([w, n]) => eventId(w, n)),
      fc.string().map(eventIdOf),
      fc.constantFrom('p-01', 'p-0', '-1', 'p', '').map(eventIdOf),
    )
    fc.assert(
      fc.property(fc.array(ids), fc.array(ids), (inside, others) => {
        const isIn = isAmong(spansOf(inside))
        for (const id of [...inside, ...others]) expect(isIn(id)).toBe(inside.includes(id))
      }),
    )
  })

  test('a session is one span', () => {
    const session = Array.from({ length: 200 }, (_, index) => event(index, reviewed('f'), index + 1).id)
    expect(spansOf(session)).toEqual({ spans: [['p', 1, 200]], others: [] })
  })
})
