import fc from 'fast-check'
import { expect } from 'vitest'
import type { EventBody, JournalEvent } from '../../src/journal/event.ts'
import { PersistentMap } from '../../src/journal/persistent-map.ts'
import type { OptionId } from '../../src/model/ids.ts'
import {
  attemptId,
  cardIdOf,
  eventId,
  eventIdOf,
  factIdOf,
  itemIdOf,
  optionIdOf,
  typedText,
} from '../../src/model/ids.ts'
import { GRADES } from '../../src/model/memory.ts'
import { instant } from '../../src/model/time.ts'

/** Two maps of memories are equal when they hold the same, in whichever order it came. */
expect.addEqualityTesters([
  function arePersistentMapsEqual(one: unknown, other: unknown) {
    if (!(one instanceof PersistentMap) || !(other instanceof PersistentMap)) return
    return this.equals(new Map(one), new Map(other))
  },
])

/** Noon of a winter's day, UTC. */
export const NOON = Date.UTC(2027, 0, 10, 12)
export const HOUR = 3_600_000

/** An event of the page `p`: its count is its place in time unless the test says otherwise. */
export function event(hours: number, body: EventBody, count = Math.round(hours * 60), writer = 'p'): JournalEvent {
  return { ...body, id: eventId(writer, count), at: instant(NOON + hours * HOUR), offset: 0 }
}

export function reviewed(fact: string, grade: (typeof GRADES)[number] = 'good'): EventBody {
  return { kind: 'reviewed', fact: factIdOf(fact), card: cardIdOf(`${fact}~forward`), grade }
}

const few = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const items = few('i1', 'i2', 'i3', 'of another form').map(itemIdOf)
const facts = few('f1', 'f2', 'f3', 'f4').map(factIdOf)
const attempts = few('a1', 'a2').map(attemptId)
const outcomes = fc.record({
  item: items,
  facts: fc.uniqueArray(facts, { minLength: 1, maxLength: 2 }),
  correct: fc.boolean(),
  guess: few(0, 0.1, 0.25),
})
const outcomesTold = fc
  .tuple(outcomes, fc.option(few('sure', 'unsure', 'guess')), fc.option(few(1, 5)))
  .map(([outcome, confidence, domain]) => ({
    ...outcome,
    ...(confidence !== null && { confidence }),
    ...(domain !== null && { domain }),
  }))
/** Earlier versions did not tell how much of an attempt's time had passed. */
const spent = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 0, max: 2_000_000 }).map((ms) => ({ spent: ms })),
)
const walls = fc.integer({ min: -500, max: 8_000 }).map((minutes) => instant(NOON + minutes * 60_000))
const ofAttempt = <Body>(body: fc.Arbitrary<Body>) =>
  fc.tuple(body, spent).map(([told, time]) => ({ ...told, ...time }))
const typed = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => [typedText(text)])
const chosen = fc.oneof(
  fc.array(fc.constantFrom<OptionId | ''>(optionIdOf('a'), optionIdOf('b'), ''), { maxLength: 3 }),
  typed,
)
const writers = few('p', 'q', 'tab-2')
const ids = fc.tuple(writers, fc.integer({ min: 1, max: 40 })).map(([writer, count]) => eventId(writer, count))

const plain = { mode: few('practice', 'exam'), minutes: few(null, 30, 6_000), seed: fc.nat() }
const plainSettings = fc.record(plain)
const fullSettings = fc.record({
  ...plain,
  feedback: few('at-once', 'at-end'),
  secondsPerItem: few(null, 60),
  extraTime: few('none', 'plus-30', 'times-1.5', 'times-2'),
  unscored: few([], [itemIdOf('i2')]),
  wanted: few(1, 65),
})

/** Anything that can happen, of every kind. */
export const bodies: fc.Arbitrary<EventBody> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: few('reviewed'), fact: facts, card: few(cardIdOf('c')), grade: few(...GRADES) }),
  },
  fc.record({ kind: few('undone'), event: ids }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: few('attempt-started'),
      attempt: attempts,
      items: few([itemIdOf('i1'), itemIdOf('i2'), itemIdOf('i3')], [itemIdOf('i2')]),
      settings: fc.oneof(plainSettings, fullSettings),
    }),
  },
  ofAttempt(fc.record({ kind: few('answered'), attempt: attempts, item: items, chosen })),
  ofAttempt(fc.record({ kind: few('flagged'), attempt: attempts, item: items, flagged: fc.boolean() })),
  ofAttempt(
    fc.record({
      kind: few('struck'),
      attempt: attempts,
      item: items,
      option: few(optionIdOf('a'), optionIdOf('b')),
      struck: fc.boolean(),
    }),
  ),
  ofAttempt(
    fc.record({
      kind: few('rated'),
      attempt: attempts,
      item: items,
      confidence: few('sure', 'unsure', 'guess', null),
    }),
  ),
  ofAttempt(fc.record({ kind: few('visited'), attempt: attempts, item: items })),
  { weight: 2, arbitrary: ofAttempt(fc.record({ kind: few('checked'), attempt: attempts, outcome: outcomesTold })) },
  ofAttempt(fc.record({ kind: few('paused'), attempt: attempts })),
  ofAttempt(fc.record({ kind: few('resumed', 'clock-read'), attempt: attempts, wall: walls })),
  ofAttempt(
    fc.record({
      kind: few('handed-in'),
      attempt: attempts,
      why: few('learner', 'time'),
      outcomes: fc.array(outcomesTold, { maxLength: 4 }),
    }),
  ),
  fc.record({ kind: few('attempt-removed'), attempt: attempts, removed: fc.boolean() }),
  fc.record({ kind: few('made-due'), facts: fc.uniqueArray(facts, { maxLength: 3 }) }),
  fc.record({ kind: few('backed-up') }),
  fc.record({
    kind: few('set-aside', 'brought-back'),
    spans: fc.array(
      fc
        .tuple(writers, fc.integer({ min: 1, max: 40 }), fc.nat(5))
        .map(([writer, from, more]) => [writer, from, from + more] as const),
      { maxLength: 2 },
    ),
    others: fc.array(few(eventIdOf('of another form')), { maxLength: 1 }),
  }),
  fc.record({
    kind: few('setting-changed'),
    setting: fc.oneof(
      fc.record({ name: few('theme'), value: few('system', 'light', 'dark') }),
      fc.record({ name: few('newPerDay', 'reviewsPerDay'), value: fc.nat(200) }),
    ),
  }),
)

/** Whole journals: several pages, many at the same moment, over some days and places. */
export const journals: fc.Arbitrary<readonly JournalEvent[]> = fc
  .array(
    fc.record({ body: bodies, id: ids, minutes: fc.integer({ min: 0, max: 8_000 }), offset: few(-300, 0, 60, 330) }),
    {
      maxLength: 40,
    },
  )
  .map((all) => {
    const unique = new Map(all.map((one) => [one.id, one]))
    return [...unique.values()].map(({ body, id, minutes, offset }): JournalEvent => {
      return { ...body, id, at: instant(NOON + Math.floor(minutes / 10) * 600_000), offset }
    })
  })
