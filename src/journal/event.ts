import * as v from 'valibot'
import { attemptId, cardIdOf, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../model/ids.ts'
import type { OptionId } from '../model/ids.ts'
import { instant } from '../model/time.ts'

const Fact = v.pipe(v.string(), v.transform(factIdOf))
const Item = v.pipe(v.string(), v.transform(itemIdOf))
const Attempt = v.pipe(v.string(), v.transform(attemptId))
const EventName = v.pipe(v.string(), v.transform(eventIdOf))
const Grade = v.picklist(['again', 'hard', 'good', 'easy'])
const Option = v.pipe(
  v.string(),
  v.transform((text): OptionId | '' => (text === '' ? '' : optionIdOf(text))),
)
const Chosen = v.pipe(v.array(Option), v.readonly())
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Outcome = v.object({ item: Item, facts: v.pipe(v.array(Fact), v.readonly()), correct: v.boolean(), guess: v.number() })

const stamp = {
  id: EventName,
  /** Milliseconds since the epoch. */
  at: v.pipe(v.number(), v.finite(), v.transform(instant)),
  /** Minutes that local time was ahead of UTC, there and then. */
  offset: v.number(),
}

const Setting = v.variant('name', [
  v.object({ name: v.literal('theme'), value: v.picklist(['system', 'light', 'dark']) }),
  v.object({ name: v.literal('newPerDay'), value: Count }),
  v.object({ name: v.literal('reviewsPerDay'), value: Count }),
])

/** Everything a learner can do that lasts. Written once, never changed. */
export const EventSchema = v.variant('kind', [
  v.object({ ...stamp, kind: v.literal('reviewed'), fact: Fact, card: v.pipe(v.string(), v.transform(cardIdOf)), grade: Grade }),
  v.object({ ...stamp, kind: v.literal('undone'), event: EventName }),
  v.object({
    ...stamp,
    kind: v.literal('attempt-started'),
    attempt: Attempt,
    items: v.pipe(v.array(Item), v.minLength(1), v.readonly()),
    settings: v.object({
      mode: v.picklist(['practice', 'exam']),
      minutes: v.nullable(v.pipe(v.number(), v.minValue(0))),
      seed: v.number(),
    }),
  }),
  v.object({ ...stamp, kind: v.literal('answered'), attempt: Attempt, item: Item, chosen: Chosen }),
  v.object({ ...stamp, kind: v.literal('flagged'), attempt: Attempt, item: Item, flagged: v.boolean() }),
  v.object({ ...stamp, kind: v.literal('visited'), attempt: Attempt, item: Item }),
  v.object({ ...stamp, kind: v.literal('checked'), attempt: Attempt, outcome: Outcome }),
  v.object({
    ...stamp,
    kind: v.literal('handed-in'),
    attempt: Attempt,
    why: v.picklist(['learner', 'time']),
    outcomes: v.pipe(v.array(Outcome), v.readonly()),
  }),
  v.object({ ...stamp, kind: v.literal('setting-changed'), setting: Setting }),
])

export type JournalEvent = v.InferOutput<typeof EventSchema>

type Unstamped<T> = T extends JournalEvent ? Omit<T, 'id' | 'at' | 'offset'> : never

/** An event before the journal gives it its name and time. */
export type EventBody = Unstamped<JournalEvent>

export type SettingChange = Extract<EventBody, { kind: 'setting-changed' }>['setting']

/** Reads one stored line. Null when it is no event that this version knows. */
export function parseEvent(line: string): JournalEvent | null {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return null
  }
  const result = v.safeParse(EventSchema, data)
  return result.success ? result.output : null
}
