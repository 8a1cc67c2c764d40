import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttemptAction, Outcome } from '../../src/model/attempt.ts'
import { attemptId, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../../src/model/ids.ts'
import { instant, studyDayOf } from '../../src/model/time.ts'
import type { EventBody, JournalEvent } from '../../src/journal/event.ts'
import { inTime, isLater } from '../../src/journal/event-order.ts'
import { fold, foldNext } from '../../src/journal/fold.ts'
import { goneOf, isRevision } from '../../src/journal/gone.ts'
import { PersistentMap } from '../../src/journal/persistent-map.ts'
import { DEFAULT_SETTINGS } from '../../src/journal/settings.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { event, journals, NOON, reviewed } from './events.ts'

const [f1, f2] = [factIdOf('f1'), factIdOf('f2')]
const [i1, i2] = [itemIdOf('i1'), itemIdOf('i2')]
const exam = attemptId('exam')
const today = studyDayOf(instant(NOON), 0)

function started(mode: 'practice' | 'exam' = 'practice', minutes: number | null = null): EventBody {
  return { kind: 'attempt-started', attempt: exam, items: [i1, i2], settings: { mode, minutes, seed: 1 } }
}

const outcome = (item = i1, fact = f1, correct = true): Outcome => ({ item, facts: [fact], correct, guess: 0.25 })
const checked = (...given: Parameters<typeof outcome>): EventBody => {
  return { kind: 'checked', attempt: exam, outcome: outcome(...given) }
}
const handedIn = (...outcomes: readonly Outcome[]): EventBody => {
  return { kind: 'handed-in', attempt: exam, why: 'learner', outcomes }
}
const undone = (id: string): EventBody => ({ kind: 'undone', event: eventIdOf(id) })

test('an empty journal says nothing', () => {
  expect(fold([])).toEqual({
    memories: PersistentMap.of(new Map()),
    days: new Map(),
    reviews: 0,
    attempts: new Map(),
    settings: DEFAULT_SETTINGS,
    backup: null,
  })
})

describe('reviews', () => {
  test('are counted on their day; a fact is new once', () => {
    const learned = fold([event(0, reviewed('f1')), event(1, reviewed('f1', 'again')), event(24, reviewed('f2'))])
    expect([...learned.days.values()]).toEqual([
      { reviews: 2, newFacts: 1 },
      { reviews: 1, newFacts: 1 },
    ])
    expect(learned.reviews).toBe(3)
  })

  test('of one day move the schedule once', () => {
    const learned = fold([event(0, reviewed('f1', 'again')), event(1, reviewed('f1', 'easy'))])
    expect(learned.memories.get(f1)).toMatchObject({ reviews: 1, lastGrade: 'easy' })
    expect(learned.memories.get(f1)?.stability).toBe(
      fold([event(0, reviewed('f1', 'again'))]).memories.get(f1)?.stability,
    )
  })

  test('after midnight belong to the evening before, where the learner was', () => {
    const late = { ...event(13, reviewed('f1')), offset: 120 }
    expect([...fold([late]).days.keys()]).toEqual([today])
  })

  test('are taken back one by one', () => {
    const all = [event(0, reviewed('f1'), 1), event(24, reviewed('f1'), 2), event(25, reviewed('f2'), 3)]
    const after = fold([...all, event(26, undone('p-2'), 4)])
    expect(after).toEqual(fold(all.filter(({ id }) => id !== 'p-2')))
  })

  test('that another device took back are gone, even when its word arrives first', () => {
    const review = event(0, reviewed('f1'), 1)
    const word = event(1, undone('p-1'), 1, 'other')
    expect(fold([word, review]).memories.size).toBe(0)
    expect(fold([word]).reviews).toBe(0)
  })

  test('alone can be taken back: an attempt and a setting stay', () => {
    const wish: EventBody = { kind: 'setting-changed', setting: { name: 'newPerDay', value: 30 } }
    const learned = fold([
      event(0, started(), 1),
      event(1, wish, 2),
      event(2, undone('p-1'), 3),
      event(3, undone('p-2'), 4),
    ])
    expect(learned.attempts.has(exam)).toBe(true)
    expect(learned.settings.newPerDay).toBe(30)
  })
})

describe('attempts', () => {
  test('teach when they are handed in, not before', () => {
    const answered: EventBody = { kind: 'answered', attempt: exam, item: i1, chosen: [optionIdOf('a')] }
    const before = [event(0, started('exam')), event(1, answered)]
    expect(fold(before).memories.size).toBe(0)
    const learned = fold([...before, event(2, handedIn(outcome(i1, f1), outcome(i2, f2, false)))])
    expect(learned.memories.get(f1)?.lastGrade).toBe('good')
    expect(learned.memories.get(f2)?.lastGrade).toBe('again')
    expect(learned.attempts.get(exam)?.isHandedIn).toBe(true)
    expect(learned.reviews).toBe(0)
  })

  test('count an item that was checked once, as it was then', () => {
    const learned = fold([
      event(0, started()),
      event(1, checked(i1, f1, false)),
      event(24, handedIn(outcome(i1, f1, true))),
    ])
    expect(learned.memories.get(f1)).toMatchObject({ reviews: 1, lastGrade: 'again' })
  })

  test('are handed in once', () => {
    const once = [event(0, started()), event(1, handedIn(outcome(i1, f1)))]
    expect(fold([...once, event(48, handedIn(outcome(i1, f1, false), outcome(i2, f2)))])).toEqual(fold(once))
  })

  test('teach nothing about items of another form, and nothing twice', () => {
    const foreign = itemIdOf('foreign')
    const learned = fold([
      event(0, started()),
      event(1, checked(foreign, f2)),
      event(2, handedIn(outcome(foreign, f2), outcome(i1, f1, false), outcome(i1, f1, true))),
    ])
    expect(learned.memories.has(f2)).toBe(false)
    expect(learned.memories.get(f1)?.lastGrade).toBe('again')
  })

  test('teach nothing by a look that came too late, or in an exam', () => {
    expect(fold([event(0, started('practice', 30)), event(0.5, checked())]).memories.size).toBe(0)
    expect(fold([event(0, started('exam')), event(0.5, checked())]).memories.size).toBe(0)
  })

  test('that were left open count for the day on which their time was up', () => {
    const learned = fold([event(0, started('exam', 30)), event(24 * 9, handedIn(outcome(i1, f1)))])
    expect(learned.memories.get(f1)?.reviewedOn).toBe(today)
  })

  test('that the journal knows nothing of are left out', () => {
    expect(fold([event(1, handedIn(outcome())), event(2, checked())]).memories.size).toBe(0)
  })

  test('keep an answer that is older than they are: a clock was set back', () => {
    const answered: EventBody = { kind: 'answered', attempt: exam, item: i1, chosen: [optionIdOf('a')] }
    const log = fold([event(0, started()), event(-1, answered, 999)]).attempts.get(exam)
    expect(log === undefined ? null : replayAttempt(log)?.answers.get(i1)).toEqual(['a'])
  })
})

test('the last setting counts', () => {
  const wish = (value: number): EventBody => ({ kind: 'setting-changed', setting: { name: 'newPerDay', value } })
  expect(fold([event(2, wish(30)), event(1, wish(5))]).settings).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 30 })
})

test('what one page wrote in the same moment keeps its order, beyond nine events too', () => {
  const wish = (value: number): EventBody => ({ kind: 'setting-changed', setting: { name: 'newPerDay', value } })
  const all = Array.from({ length: 12 }, (_, index) => event(0, wish(index + 1), index + 1))
  expect(fold(all.toReversed()).settings.newPerDay).toBe(12)
})

describe('laws', () => {
  test('the order of events and copies of them do not matter', () => {
    const shuffledCopies = journals.chain((all) =>
      fc
        .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.subarray([...all]))
        .map(([shuffled, copies]) => ({ all, shuffled: [...shuffled, ...copies] })),
    )
    fc.assert(
      fc.property(shuffledCopies, ({ all, shuffled }) => {
        const [one, other] = [fold(all), fold(shuffled)]
        expect(other).toEqual(one)
        expect([...other.attempts.keys()]).toEqual([...one.attempts.keys()])
      }),
    )
  })

  test('a later event adds what replaying all from the beginning would', () => {
    fc.assert(
      fc.property(journals, (all) => {
        const inOrder = all.toSorted((one, other) => (isLater(one, other) ? 1 : -1))
        const isGone = goneOf(inOrder)
        const isOrphaned = (next: JournalEvent, before: readonly JournalEvent[]) =>
          next.kind === 'attempt-started' && before.some((one) => 'attempt' in one && one.attempt === next.attempt)
        for (const [index, next] of inOrder.entries()) {
          const before = inOrder.slice(0, index)
          if (isRevision(next) || goneOf(before)(next) || isGone(next) || isOrphaned(next, before)) continue
          expect(foldNext(fold(before), next)).toEqual(fold([...before, next]))
        }
      }),
    )
  })

  test('taking back a review leaves what there would be without it', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (all, place) => {
        const isGone = goneOf(all.toSorted(inTime))
        const reviews = all.filter((one) => one.kind === 'reviewed' && !isGone(one))
        const { id } = reviews[place % Math.max(1, reviews.length)] ?? { id: undefined }
        if (id === undefined) return
        const undo: JournalEvent = { ...event(0, undone(id), 1, 'undoing'), at: instant(NOON * 2) }
        expect(fold([...all, undo])).toEqual(fold(all.filter((one) => one.id !== id)))
      }),
    )
  })

  test('a finished attempt never changes by what comes later, unless its events are set aside', () => {
    const isMove = ({ kind }: JournalEvent) => kind === 'set-aside' || kind === 'brought-back'
    fc.assert(
      fc.property(journals, journals, (all, more) => {
        const later = more
          .filter((one) => !isMove(one))
          .map((one, index): JournalEvent => {
            return { ...one, id: eventIdOf(`later-${index}`), at: instant(one.at + 1e9) }
          })
        const after = fold([...all, ...later]).attempts
        // It can leave the history; what it was stays.
        for (const [id, { isRemoved: _isRemoved, ...log }] of fold(all).attempts) {
          if (log.isHandedIn) expect(after.get(id)).toMatchObject(log)
        }
      }),
    )
  })

  test('what teaches is what the attempt itself takes: both ignore the same', () => {
    fc.assert(
      fc.property(journals, (all) => {
        for (const log of fold(all).attempts.values()) {
          const attempt = replayAttempt(log)
          if (attempt === null) throw new Error('Expected an attempt with items')
          const looks = log.actions.filter((action: AttemptAction) => action.kind === 'checked')
          expect(attempt.checked.size).toBe(looks.length)
          expect(attempt.phase === 'finished').toBe(log.isHandedIn)
        }
      }),
    )
  })

  test('reviews that count are as many as the days tell', () => {
    fc.assert(
      fc.property(journals, (all) => {
        const { days, reviews } = fold(all)
        expect([...days.values()].reduce((sum, day) => sum + day.reviews, 0)).toBe(reviews)
      }),
    )
  })
})
