import * as v from 'valibot'
import type { AttemptMode, Chosen, HandInReason, Outcome } from '../model/attempt.ts'
import { attemptId, cardIdOf, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../model/ids.ts'
import type { AttemptId, CardId, EventId, FactId, ItemId, OptionId } from '../model/ids.ts'
import { GRADES } from '../model/memory.ts'
import type { Grade } from '../model/memory.ts'
import { instant } from '../model/time.ts'
import type { Instant } from '../model/time.ts'
import type { Theme } from './settings.ts'
import type { EventSpans } from './spans.ts'

interface Stamp {
  readonly id: EventId
  readonly at: Instant
  /** Minutes that local time was ahead of UTC, there and then. */
  readonly offset: number
}

export type SettingChange =
  | { readonly name: 'theme'; readonly value: Theme }
  | { readonly name: 'newPerDay' | 'reviewsPerDay'; readonly value: number }

/** What happened, before the journal gives it its name and time. */
export type EventBody =
  | { readonly kind: 'reviewed'; readonly fact: FactId; readonly card: CardId; readonly grade: Grade }
  | { readonly kind: 'undone'; readonly event: EventId }
  /** Events that count no more, when a backup took their place or was taken back. They stay where they are. */
  | ({ readonly kind: 'set-aside' } & EventSpans)
  /** Events that count again, although they were set aside. */
  | ({ readonly kind: 'brought-back' } & EventSpans)
  | {
      readonly kind: 'attempt-started'
      readonly attempt: AttemptId
      readonly items: readonly ItemId[]
      readonly settings: { readonly mode: AttemptMode; readonly minutes: number | null; readonly seed: number }
    }
  | { readonly kind: 'answered'; readonly attempt: AttemptId; readonly item: ItemId; readonly chosen: Chosen }
  | { readonly kind: 'flagged'; readonly attempt: AttemptId; readonly item: ItemId; readonly flagged: boolean }
  | { readonly kind: 'visited'; readonly attempt: AttemptId; readonly item: ItemId }
  | { readonly kind: 'checked'; readonly attempt: AttemptId; readonly outcome: Outcome }
  | {
      readonly kind: 'handed-in'
      readonly attempt: AttemptId
      readonly why: HandInReason
      readonly outcomes: readonly Outcome[]
    }
  | { readonly kind: 'setting-changed'; readonly setting: SettingChange }
  /** A backup was downloaded; what came before is safe outside the browser. */
  | { readonly kind: 'backed-up' }

/** Where an event stands among all. */
export type EventStamp = Pick<Stamp, 'id' | 'at'>

/** Everything a learner can do that lasts. Written once, never changed. */
export type JournalEvent = Stamp & EventBody

const Name = v.pipe(v.string(), v.nonEmpty())
const FactName = v.pipe(Name, v.transform(factIdOf))
const CardName = v.pipe(Name, v.transform(cardIdOf))
const ItemName = v.pipe(Name, v.transform(itemIdOf))
const AttemptName = v.pipe(Name, v.transform(attemptId))
const EventName = v.pipe(Name, v.transform(eventIdOf))
const OptionName = v.pipe(
  v.string(),
  v.transform((text): OptionId | '' => (text === '' ? '' : optionIdOf(text))),
)
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Place = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const Chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const OutcomeSchema = v.object({ item: ItemName, facts: v.array(FactName), correct: v.boolean(), guess: Chance })

/** The span of JavaScript's dates: beyond it there is no day to count. */
const LAST = 8.64e15
/** No place on Earth is more than 14 hours from UTC; a little more is let pass. */
const FARTHEST = 24 * 60

const stamp = {
  id: EventName,
  at: v.pipe(v.number(), v.minValue(-LAST), v.maxValue(LAST), v.transform(instant)),
  offset: v.pipe(v.number(), v.minValue(-FARTHEST), v.maxValue(FARTHEST)),
}

const SettingSchema = v.variant('name', [
  v.object({ name: v.literal('theme'), value: v.picklist(['system', 'light', 'dark']) }),
  v.object({ name: v.picklist(['newPerDay', 'reviewsPerDay']), value: Count }),
])

/** Events as they come from storage or a file, where anything may stand. */
const EventSchema: v.GenericSchema<unknown, JournalEvent> = v.variant('kind', [
  v.object({
    ...stamp,
    kind: v.literal('reviewed'),
    fact: FactName,
    card: CardName,
    grade: v.picklist(GRADES),
  }),
  v.object({ ...stamp, kind: v.literal('undone'), event: EventName }),
  v.object({
    ...stamp,
    kind: v.picklist(['set-aside', 'brought-back']),
    spans: v.array(v.strictTuple([v.string(), Place, Place])),
    others: v.array(EventName),
  }),
  v.object({
    ...stamp,
    kind: v.literal('attempt-started'),
    attempt: AttemptName,
    items: v.pipe(v.array(ItemName), v.minLength(1)),
    settings: v.object({
      mode: v.picklist(['practice', 'exam']),
      minutes: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
      seed: v.pipe(v.number(), v.finite()),
    }),
  }),
  v.object({
    ...stamp,
    kind: v.literal('answered'),
    attempt: AttemptName,
    item: ItemName,
    chosen: v.array(OptionName),
  }),
  v.object({ ...stamp, kind: v.literal('flagged'), attempt: AttemptName, item: ItemName, flagged: v.boolean() }),
  v.object({ ...stamp, kind: v.literal('visited'), attempt: AttemptName, item: ItemName }),
  v.object({ ...stamp, kind: v.literal('checked'), attempt: AttemptName, outcome: OutcomeSchema }),
  v.object({
    ...stamp,
    kind: v.literal('handed-in'),
    attempt: AttemptName,
    why: v.picklist(['learner', 'time']),
    outcomes: v.array(OutcomeSchema),
  }),
  v.object({ ...stamp, kind: v.literal('setting-changed'), setting: SettingSchema }),
  v.object({ ...stamp, kind: v.literal('backed-up') }),
])

/** Takes what came from outside for an event. Null when it is none that this version knows. */
export function readEvent(data: unknown): JournalEvent | null {
  const result = v.safeParse(EventSchema, data)
  return result.success ? result.output : null
}

/** Reads one stored line, likewise. */
export function parseEvent(line: string): JournalEvent | null {
  try {
    return readEvent(JSON.parse(line))
  } catch {
    return null
  }
}
