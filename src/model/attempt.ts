import type { AttemptId, FactId, ItemId, OptionId, TypedText } from './ids.ts'
import type { Instant } from './time.ts'

/** practice: to learn by; it can be paused · exam: a rehearsal; nothing is told before it is handed in. */
export type AttemptMode = 'practice' | 'exam'

/** at-once: an answer can be checked where it is given · at-end: nothing is told before the attempt is handed in. */
export type Feedback = 'at-once' | 'at-end'

/** Accommodations that exams grant: half an hour more, half as much again, twice the time. */
export const EXTRA_TIMES = ['none', 'plus-30', 'times-1.5', 'times-2'] as const
export type ExtraTime = (typeof EXTRA_TIMES)[number]

/** What an attempt was set up with; the same seed and content give the same form. */
export interface AttemptSettings {
  readonly mode: AttemptMode
  readonly feedback: Feedback
  /** For the whole of it, extra time included. Null: no limit. */
  readonly minutes: number | null
  /** For each item. Null: no limit. */
  readonly secondsPerItem: number | null
  /** What the minutes already hold. */
  readonly extraTime: ExtraTime
  readonly seed: number
  /** Items that are asked like all others and do not count. */
  readonly unscored: readonly ItemId[]
  /** How many items were wanted; there are fewer where the notes did not give so many. */
  readonly wanted: number
}

/** Milliseconds that an attempt may last; null without a limit. */
export function limitOf({ minutes, secondsPerItem }: AttemptSettings, items: number): number | null {
  const whole = minutes === null ? null : minutes * 60_000
  const each = secondsPerItem === null ? null : secondsPerItem * 1_000 * items
  if (whole === null || each === null) return whole ?? each
  return Math.min(whole, each)
}

const EXTRA: Readonly<Record<ExtraTime, { readonly times: number; readonly more: number }>> = {
  none: { times: 1, more: 0 },
  'plus-30': { times: 1, more: 30 },
  'times-1.5': { times: 1.5, more: 0 },
  'times-2': { times: 2, more: 0 },
}

/** Minutes with an accommodation. */
export function withExtraTime(minutes: number, extra: ExtraTime): number {
  return minutes * EXTRA[extra].times + EXTRA[extra].more
}

/** The minutes that an accommodation was added to. */
export function withoutExtraTime(minutes: number, extra: ExtraTime): number {
  return (minutes - EXTRA[extra].more) / EXTRA[extra].times
}

/** Milliseconds for an item at the exam's pace: 90 minutes for 65. */
export const EXAM_PACE = 83_000

/**
 * What was chosen for an item. choice, response: the options · ordering: the options in order ·
 * matching: one option a prompt, in the order of the prompts, '' where none is chosen yet · typed: the text alone.
 */
export type Chosen = readonly (OptionId | TypedText | '')[]

/** Whether anything was chosen: what was chosen and taken back is no answer. */
export function isAnswer(chosen: Chosen | undefined): boolean {
  return chosen?.some((choice) => choice !== '') ?? false
}

/** How many items have an answer. */
export function answeredIn(answers: ReadonlyMap<ItemId, Chosen>): number {
  return [...answers.values()].filter(isAnswer).length
}

/** How sure the learner was of an answer, by their own word. */
export const CONFIDENCES = ['sure', 'unsure', 'guess'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** How one item turned out, and what that says about facts. Recorded with the answer: later edits of the notes don't change it. */
export interface Outcome {
  readonly item: ItemId
  readonly facts: readonly FactId[]
  readonly correct: boolean
  /** The chance of a right answer by guessing. */
  readonly guess: number
  /** Absent where nothing was said. */
  readonly confidence?: Confidence
  /** The item's domain; absent where it has none. */
  readonly domain?: number
}

export type HandInReason = 'learner' | 'time'

/** When something was done in an attempt. */
interface Moment {
  readonly at: Instant
  /** Milliseconds of the attempt's own time that had passed: no clock that is set, and no pause, changes it. */
  readonly spent: number
}

/** What can happen in an attempt once it has started. */
export type AttemptAction = Moment &
  (
    | { readonly kind: 'answered'; readonly item: ItemId; readonly chosen: Chosen }
    | { readonly kind: 'flagged'; readonly item: ItemId; readonly flagged: boolean }
    | { readonly kind: 'struck'; readonly item: ItemId; readonly option: OptionId; readonly struck: boolean }
    /** Null takes it back. */
    | { readonly kind: 'rated'; readonly item: ItemId; readonly confidence: Confidence | null }
    | { readonly kind: 'visited'; readonly item: ItemId }
    | { readonly kind: 'checked'; readonly outcome: Outcome }
    | { readonly kind: 'paused' }
    /** Goes on after a pause; `wall` is what the wall clock showed then. */
    | { readonly kind: 'resumed'; readonly wall: Instant }
    /** The wall clock was set, so the time that has passed is told anew by what it shows. */
    | { readonly kind: 'clock-read'; readonly wall: Instant }
    | { readonly kind: 'handed-in'; readonly why: HandInReason; readonly outcomes: readonly Outcome[] }
  )

interface AttemptBase {
  readonly id: AttemptId
  readonly settings: AttemptSettings
  readonly items: readonly ItemId[]
  readonly startedAt: Instant
  /** The moment on the wall clock, as it is set now, at which no time had passed: what is asleep or closed is counted by it. */
  readonly zero: Instant
  /** Milliseconds that had passed when something last happened. */
  readonly spent: number
  readonly isPaused: boolean
  readonly answers: ReadonlyMap<ItemId, Chosen>
  readonly flags: ReadonlySet<ItemId>
  /** Options that the learner has ruled out. */
  readonly struck: ReadonlyMap<ItemId, ReadonlySet<OptionId>>
  readonly confidences: ReadonlyMap<ItemId, Confidence>
  /** Items whose answer was looked at (practice). They cannot be answered again. */
  readonly checked: ReadonlyMap<ItemId, Outcome>
  readonly seen: ReadonlySet<ItemId>
  /** Milliseconds for which each item was in front. */
  readonly times: ReadonlyMap<ItemId, number>
  /** The item in front of the learner. */
  readonly current: ItemId
}

export interface RunningAttempt extends AttemptBase {
  readonly phase: 'running'
}

export interface FinishedAttempt extends AttemptBase {
  readonly phase: 'finished'
  readonly endedAt: Instant
  readonly why: HandInReason
  readonly outcomes: readonly Outcome[]
}

/** A run of items. It is running or finished; a finished one never changes. */
export type Attempt = RunningAttempt | FinishedAttempt
