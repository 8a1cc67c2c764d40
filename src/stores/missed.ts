import { listsOf } from '../engines/exam/analysis.ts'
import type { FinishedAttempt } from '../model/attempt.ts'
import { attemptId } from '../model/ids.ts'
import type { FactId, ItemId } from '../model/ids.ts'
import type { ResultList } from '../model/result-list.ts'
import type { JournalStore } from './journal-store.ts'
import { replayAttempt } from './replay-attempt.ts'

/** What is to be asked again. */
export interface Missed {
  readonly facts: readonly FactId[]
  /** Items that are about no fact: they can only be asked again as they are. */
  readonly items: readonly ItemId[]
}

/** What a part of an attempt asked; what was not answered rightly, unless another part is wanted. */
export function missedIn(attempt: FinishedAttempt, list: ResultList = 'wrong'): Missed {
  const wanted = new Set(listsOf(attempt)[list])
  const outcomes = attempt.outcomes.filter(({ item }) => wanted.has(item))
  return {
    facts: [...new Set(outcomes.flatMap(({ facts }) => facts))],
    items: outcomes.flatMap(({ item, facts }) => (facts.length === 0 ? [item] : [])),
  }
}

/** The same, of the attempt of that name. Null where the journal knows no finished one, or there is nothing of it. */
export function missedOf(name: string, journal: JournalStore, list: ResultList = 'wrong'): Missed | null {
  const log = journal.getState().learned.attempts.get(attemptId(name))
  const attempt = log === undefined ? null : replayAttempt(log)
  if (attempt?.phase !== 'finished') return null
  const missed = missedIn(attempt, list)
  return missed.facts.length + missed.items.length === 0 ? null : missed
}
