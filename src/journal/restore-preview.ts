import type { JournalEvent } from './event.ts'
import { pack } from './pack/pack.ts'
import { changesOf, compare } from './restoring.ts'
import type { Changes } from './restoring.ts'

/** What events are worth to the person. */
interface Tally {
  readonly cards: number
  readonly quizzes: number
  readonly others: number
}

/** What restoring or merging a backup would change. */
export interface RestorePreview {
  /** The events that are not here, packed. */
  readonly pack: Uint8Array
  readonly changes: Changes
  /** Of the events that are not here. */
  readonly missing: Tally
  /** Events that were set aside here, and count in the backup. */
  readonly asleep: number
  /** Of those that count here and not in the backup. */
  readonly extra: Tally
  /** Events here that the backup has not. */
  readonly unsaved: number
}

/** Both in the order of time, each event once. */
export function previewOf(here: readonly JournalEvent[], backup: readonly JournalEvent[]): RestorePreview {
  const comparison = compare(here, backup)
  return {
    pack: pack(comparison.missing),
    changes: changesOf(comparison),
    missing: tallyOf(comparison.missing),
    asleep: comparison.asleep.length,
    extra: tallyOf(comparison.extra),
    unsaved: comparison.unsaved,
  }
}

function tallyOf(events: readonly JournalEvent[]): Tally {
  const cards = events.filter(({ kind }) => kind === 'reviewed').length
  const quizzes = events.filter(({ kind }) => kind === 'attempt-started').length
  return { cards, quizzes, others: events.length - cards - quizzes }
}
