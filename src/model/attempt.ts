import type { AttemptId, FactId, ItemId, OptionId, TypedText } from './ids.ts'
import type { Instant } from './time.ts'

/** practice: an answer can be checked at once · exam: nothing is told before the attempt is handed in. */
export type AttemptMode = 'practice' | 'exam'

/** What an attempt was set up with; the same seed and content give the same form. */
export interface AttemptSettings {
  readonly mode: AttemptMode
  /** Null: no limit. */
  readonly minutes: number | null
  readonly seed: number
}

/**
 * What was chosen for an item. choice, response: the options · ordering: the options in order ·
 * matching: one option a prompt, in the order of the prompts, '' where none is chosen yet · typed: the text alone.
 */
export type Chosen = readonly (OptionId | TypedText | '')[]

/** How one item turned out, and what that says about facts. Recorded with the answer: later edits of the notes don't change it. */
export interface Outcome {
  readonly item: ItemId
  readonly facts: readonly FactId[]
  readonly correct: boolean
  /** The chance of a right answer by guessing. */
  readonly guess: number
}

export type HandInReason = 'learner' | 'time'

/** What can happen in an attempt once it has started. */
export type AttemptAction =
  | { readonly kind: 'answered'; readonly at: Instant; readonly item: ItemId; readonly chosen: Chosen }
  | { readonly kind: 'flagged'; readonly at: Instant; readonly item: ItemId; readonly flagged: boolean }
  | { readonly kind: 'visited'; readonly at: Instant; readonly item: ItemId }
  | { readonly kind: 'checked'; readonly at: Instant; readonly outcome: Outcome }
  | {
      readonly kind: 'handed-in'
      readonly at: Instant
      readonly why: HandInReason
      readonly outcomes: readonly Outcome[]
    }

interface AttemptBase {
  readonly id: AttemptId
  readonly settings: AttemptSettings
  readonly items: readonly ItemId[]
  readonly startedAt: Instant
  /** Null: no limit. */
  readonly deadline: Instant | null
  readonly answers: ReadonlyMap<ItemId, Chosen>
  readonly flags: ReadonlySet<ItemId>
  /** Items whose answer was looked at (practice). They cannot be answered again. */
  readonly checked: ReadonlyMap<ItemId, Outcome>
  readonly seen: ReadonlySet<ItemId>
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
