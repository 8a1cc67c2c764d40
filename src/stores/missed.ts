import type { FinishedAttempt } from '../model/attempt.ts'
import { attemptId } from '../model/ids.ts'
import type { FactId, ItemId } from '../model/ids.ts'
import type { JournalStore } from './journal-store.ts'
import { replayAttempt } from './replay-attempt.ts'

/** What is not known yet. */
export interface Missed {
  readonly facts: readonly FactId[]
  /** Items that are about no fact: they can only be asked again as they are. */
  readonly items: readonly ItemId[]
}

/** What was not answered rightly in an attempt. */
export function missedIn({ outcomes }: Pick<FinishedAttempt, 'outcomes'>): Missed {
  const wrong = outcomes.filter(({ correct }) => !correct)
  return {
    facts: [...new Set(wrong.flatMap(({ facts }) => facts))],
    items: wrong.flatMap(({ item, facts }) => (facts.length === 0 ? [item] : [])),
  }
}

/** The same, of the attempt of that name. Null where the journal knows no finished one, or nothing was missed in it. */
export function missedOf(name: string, journal: JournalStore): Missed | null {
  const log = journal.getState().learned.attempts.get(attemptId(name))
  const attempt = log === undefined ? null : replayAttempt(log)
  if (attempt?.phase !== 'finished') return null
  const missed = missedIn(attempt)
  return missed.facts.length + missed.items.length === 0 ? null : missed
}
