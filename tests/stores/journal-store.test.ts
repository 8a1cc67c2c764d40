import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEvent } from '../../src/journal/event.ts'
import type { EventBody, JournalEvent } from '../../src/journal/event.ts'
import { fold } from '../../src/journal/fold.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { attemptId, courseId, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import type { Clock } from '../../src/stores/clock.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { bodies, event, HOUR, journals, NOON, reviewed } from '../journal/events.ts'
import { eventsIn } from '../journal/web/kept-page.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

interface Page {
  readonly storage?: TemporaryStorage
  readonly writer?: string
  readonly now?: () => number
}

function opened({ storage = new TemporaryStorage(), writer = 'page', now = () => NOON }: Page = {}) {
  const clock: Clock = { now: () => instant(now()), offset: () => 0 }
  const store = createJournalStore(new LocalJournal(storage, writer), clock, writer)
  return {
    ...store.getState(),
    learned: () => store.getState().learned,
    troubles: () => store.getState().keeping.troubles,
    store,
  }
}

const stored = (storage: TemporaryStorage): readonly JournalEvent[] =>
  eventsIn(new LocalJournal(storage, 'reader').read(new Map()))

test('what is recorded counts at once, and is there after a reload', () => {
  const storage = new TemporaryStorage()
  const page = opened({ storage })
  page.record(reviewed('f1'))
  expect([...page.learned().memories.keys()]).toEqual(['f1'])
  expect(stored(storage)).toEqual([{ ...reviewed('f1'), id: 'page-1', at: NOON, offset: 0 }])
  expect(opened({ storage, writer: 'after reload' }).learned()).toEqual(page.learned())
})

test('whatever is recorded, the page and a reload say the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bodies, fc.integer({ min: -2, max: 20 })), { maxLength: 30 }), (all) => {
      const storage = new TemporaryStorage()
      let time = NOON
      const page = opened({ storage, now: () => time })
      for (const [body, hours] of all) {
        time += hours * HOUR
        page.record(body)
      }
      expect(page.learned()).toEqual(fold(stored(storage)))
    }),
  )
})

describe('undoing', () => {
  test('takes back that facts were made due, by the name that recording gave', () => {
    const page = opened()
    page.record(reviewed('f1', 'easy'))
    const before = page.learned().memories.get(factIdOf('f1'))
    const event = page.record({ kind: 'made-due', facts: [factIdOf('f1')] })
    expect(page.learned().memories.get(factIdOf('f1'))?.dueOn).toBeLessThan(before?.dueOn ?? 0)
    page.record({ kind: 'undone', event })
    expect(page.learned().memories.get(factIdOf('f1'))).toEqual(before)
  })

  test('takes back the last card; then the one before', () => {
    const page = opened()
    expect(page.undoReview()).toBe(false)
    page.record(reviewed('f1'))
    page.record(reviewed('f2'))
    expect(page.undoReview()).toBe(true)
    expect([...page.learned().memories.keys()]).toEqual(['f1'])
    expect(page.undoReview()).toBe(true)
    expect(page.undoReview()).toBe(false)
    expect(page.learned().memories.size).toBe(0)
  })

  test('lasts', () => {
    const storage = new TemporaryStorage()
    const page = opened({ storage })
    page.record(reviewed('f1'))
    page.undoReview()
    expect(opened({ storage, writer: 'later' }).learned().reviews).toBe(0)
  })

  test('takes back a card of this page, not one that another tab graded since', () => {
    const page = opened({ now: () => NOON })
    page.record(reviewed('f1'))
    page.takeIn([event(2, reviewed('f2'), 1, 'other')])
    expect(page.undoReview()).toBe(true)
    expect([...page.learned().memories.keys()]).toEqual(['f2'])
    expect(page.undoReview()).toBe(false)
  })
})

describe('what another tab wrote', () => {
  test('is taken in once', () => {
    const page = opened()
    const other = event(1, reviewed('f1'), 1, 'other')
    page.takeIn([other])
    const before = page.learned()
    page.takeIn([other])
    expect(page.learned()).toBe(before)
    expect(before.reviews).toBe(1)
  })

  test('and had taken back before it arrives here, never counts', () => {
    const page = opened()
    page.takeIn([event(2, { kind: 'undone', event: eventIdOf('other-1') }, 2, 'other')])
    page.takeIn([event(3, reviewed('f1'), 1, 'other')])
    expect(page.learned().memories.size).toBe(0)
  })

  test('in whatever portions it arrives, the page says what all of it says', () => {
    fc.assert(
      fc.property(journals, fc.array(fc.nat(10), { maxLength: 8 }), (all, sizes) => {
        const page = opened()
        let taken = 0
        for (const size of [...sizes, all.length]) {
          page.takeIn(all.slice(taken, taken + size))
          taken += size
        }
        const learned = page.learned()
        expect(learned).toEqual(fold(all))
      }),
    )
  })
})

describe('a clock that is set back while the page is open', () => {
  test('loses no answer', () => {
    const storage = new TemporaryStorage()
    let time = NOON
    const page = opened({ storage, now: () => time })
    const [attempt, item] = [attemptId('a'), itemIdOf('i')]
    const answered = (option: string): EventBody => {
      return { kind: 'answered', attempt, item, chosen: [optionIdOf(option)] }
    }
    page.record({ kind: 'attempt-started', attempt, items: [item], settings: { mode: 'exam', minutes: 90, seed: 1 } })
    page.record(answered('first'))
    time -= 5 * HOUR
    page.record(answered('second'))
    for (const learned of [page.learned(), fold(stored(storage))]) {
      const log = learned.attempts.get(attempt)
      expect(log === undefined ? null : replayAttempt(log)?.answers.get(item)).toEqual(['second'])
    }
  })
})

test('a full storage is said, and said no more when there is room again', () => {
  const storage = new TemporaryStorage()
  storage.room = 0
  const page = opened({ storage })
  page.record(reviewed('f1'))
  expect(page.troubles()).toEqual([{ kind: 'full', unsaved: 1 }])
  expect(page.learned().memories.has(factIdOf('f1'))).toBe(true)
  storage.room = Number.POSITIVE_INFINITY
  page.record(reviewed('f2'))
  expect(page.troubles()).toEqual([])
  expect(stored(storage)).toHaveLength(2)
})

test('a visit leaves what is known of facts the same object: nothing has to be drawn anew', () => {
  const page = opened()
  page.record(reviewed('f1'))
  const { memories, attempts } = page.learned()
  page.record({ kind: 'setting-changed', setting: { name: 'theme', value: 'dark' } })
  expect(page.learned().memories).toBe(memories)
  expect(page.learned().attempts).toBe(attempts)
  page.record(reviewed('f2'))
  expect(page.learned().attempts).toBe(attempts)
})

describe('a fact with a new name', () => {
  const [old, now] = [factIdOf('f1'), factIdOf('f2')]
  const course = { id: courseId('c'), renames: [[old, now]] as const }

  test('has what was learnt under the old one, whatever is recorded under either', () => {
    const storage = new TemporaryStorage()
    const page = opened({ storage })
    page.record(reviewed('f1'))
    page.follow(course)
    expect([...page.learned().memories.keys()]).toEqual(['f2'])
    // A page that was opened before the notes were edited still knows the old name.
    page.record(reviewed('f1'))
    page.record(reviewed('f2'))
    expect(page.learned().reviews).toBe(3)
    expect([...page.learned().memories.keys()]).toEqual(['f2'])
    expect(stored(storage).map((event) => event.kind === 'reviewed' && event.fact)).toEqual(['f1', 'f1', 'f2'])
  })

  test('is followed in answers as well: all is as if it had had the new name from the beginning', () => {
    fc.assert(
      fc.property(journals, (events) => {
        const storage = new TemporaryStorage()
        const other = new LocalJournal(storage, 'other')
        for (const each of events) other.append(each)
        const page = opened({ storage })
        page.follow(course)
        const asNamedNow = events.flatMap((each) => parseEvent(JSON.stringify(each).replaceAll('"f1"', '"f2"')) ?? [])
        const { memories, days } = fold(asNamedNow)
        expect(page.learned()).toMatchObject({ memories, days })
        expect(page.learned().memories.has(old)).toBe(false)
      }),
    )
  })

  test('is itself again when the notes take the rename back', () => {
    const page = opened()
    page.record(reviewed('f1'))
    page.follow(course)
    page.follow({ ...course, renames: [] })
    expect([...page.learned().memories.keys()]).toEqual(['f1'])
  })
})

test('all events are told in the order of time, with the names that their facts have now', () => {
  let now = NOON
  const page = opened({ now: () => now })
  page.record(reviewed('old name'))
  now += HOUR
  page.takeIn([event(-1, reviewed('f2'), 1, 'other')])
  page.follow({ id: courseId('c'), renames: [[factIdOf('old name'), factIdOf('new name')]] })
  const told = page.events().map((each) => (each.kind === 'reviewed' ? each.fact : each.kind))
  expect(told).toEqual(['f2', 'new name'])
})
