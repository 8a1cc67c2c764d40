import { listsOf } from '../engines/exam/analysis.ts'
import type { FinishedAttempt, Outcome } from '../model/attempt.ts'
import { attemptId, isAuthoredId } from '../model/ids.ts'
import type { FactId, ItemId } from '../model/ids.ts'
import type { ResultList } from '../model/result-list.ts'
import type { JournalStore } from './journal-store.ts'
import { replayAttempt } from './replay-attempt.ts'

/** What is to be learned again, and asked. */
export interface Missed {
  /** What all of it is about. */
  readonly facts: readonly FactId[]
  /** Items that are asked again as they are: those that somebody wrote, and those about no fact. */
  readonly items: readonly ItemId[]
  /** What the others are about, which can be asked in any way. */
  readonly asked: readonly FactId[]
}

/** What a part of an attempt asked; what was not answered rightly, unless another part is wanted. */
export function missedIn(attempt: FinishedAttempt, list: ResultList = 'wrong'): Missed {
  const wanted = new Set(listsOf(attempt)[list])
  const outcomes = attempt.outcomes.filter(({ item }) => wanted.has(item))
  const factsOf = (of: readonly Outcome[]) => [...new Set(of.flatMap(({ facts }) => facts))]
  const asTheyAre = outcomes.filter(({ item, facts }) => facts.length === 0 || isAuthoredId(item))
  return {
    facts: factsOf(outcomes),
    items: asTheyAre.map(({ item }) => item),
    asked: factsOf(outcomes.filter((outcome) => !asTheyAre.includes(outcome))),
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
