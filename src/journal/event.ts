import * as v from 'valibot'
import { CONFIDENCES, EXTRA_TIMES } from '../model/attempt.ts'
import type { AttemptAction, AttemptSettings } from '../model/attempt.ts'
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

/** The settings of an attempt as they are written. Earlier versions knew the first three alone. */
export type StartSettings = Pick<AttemptSettings, 'mode' | 'minutes' | 'seed'> & Partial<AttemptSettings>

/** What happened in an attempt, told of which one. Earlier versions did not tell how much of its time had passed. */
type WithAttempt<Action extends AttemptAction> = Action extends AttemptAction
  ? Omit<Action, 'at' | 'spent'> & { readonly attempt: AttemptId; readonly spent?: number }
  : never

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
      readonly settings: StartSettings
    }
  | WithAttempt<AttemptAction>
  /** Taken out of the history, or put back into it. What was learnt in it stays. */
  | { readonly kind: 'attempt-removed'; readonly attempt: AttemptId; readonly removed: boolean }
  /** The learner wants to be asked these facts now, whatever the schedule says. */
  | { readonly kind: 'made-due'; readonly facts: readonly FactId[] }
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
const RuledOut = v.pipe(Name, v.transform(optionIdOf))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Place = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const Chance = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const OutcomeSchema = v.object({
  item: ItemName,
  facts: v.array(FactName),
  correct: v.boolean(),
  guess: Chance,
  confidence: v.exactOptional(v.picklist(CONFIDENCES)),
  domain: v.exactOptional(Count),
})

/** The span of JavaScript's dates: beyond it there is no day to count. */
const LAST = 8.64e15
/** No place on Earth is more than 14 hours from UTC; a little more is let pass. */
const FARTHEST = 24 * 60

const Moment = v.pipe(v.number(), v.minValue(-LAST), v.maxValue(LAST), v.transform(instant))

const stamp = {
  id: EventName,
  at: Moment,
  offset: v.pipe(v.number(), v.minValue(-FARTHEST), v.maxValue(FARTHEST)),
}

const Time = v.pipe(v.number(), v.finite(), v.minValue(0))
const ofAttempt = { ...stamp, attempt: AttemptName, spent: v.exactOptional(Time) }
const StartSettingsSchema = v.object({
  mode: v.picklist(['practice', 'exam']),
  minutes: v.nullable(Time),
  seed: v.pipe(v.number(), v.finite()),
  feedback: v.exactOptional(v.picklist(['at-once', 'at-end'])),
  secondsPerItem: v.exactOptional(v.nullable(v.pipe(Time, v.minValue(1)))),
  extraTime: v.exactOptional(v.picklist(EXTRA_TIMES)),
  unscored: v.exactOptional(v.array(ItemName)),
  wanted: v.exactOptional(Count),
})

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
    settings: StartSettingsSchema,
  }),
  v.object({ ...ofAttempt, kind: v.literal('answered'), item: ItemName, chosen: v.array(OptionName) }),
  v.object({ ...ofAttempt, kind: v.literal('flagged'), item: ItemName, flagged: v.boolean() }),
  v.object({ ...ofAttempt, kind: v.literal('struck'), item: ItemName, option: RuledOut, struck: v.boolean() }),
  v.object({
    ...ofAttempt,
    kind: v.literal('rated'),
    item: ItemName,
    confidence: v.nullable(v.picklist(CONFIDENCES)),
  }),
  v.object({ ...ofAttempt, kind: v.literal('visited'), item: ItemName }),
  v.object({ ...ofAttempt, kind: v.literal('checked'), outcome: OutcomeSchema }),
  v.object({ ...ofAttempt, kind: v.literal('paused') }),
  v.object({ ...ofAttempt, kind: v.picklist(['resumed', 'clock-read']), wall: Moment }),
  v.object({
    ...ofAttempt,
    kind: v.literal('handed-in'),
    why: v.picklist(['learner', 'time']),
    outcomes: v.array(OutcomeSchema),
  }),
  v.object({ ...stamp, kind: v.literal('attempt-removed'), attempt: AttemptName, removed: v.boolean() }),
  v.object({ ...stamp, kind: v.literal('made-due'), facts: v.array(FactName) }),
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
