import type { FactId } from '../model/ids.ts'
import { today } from './clock.ts'
import type { Clock } from './clock.ts'
import type { JournalStore } from './journal-store.ts'

/** Has facts asked now, whatever the schedule says. Gives the way to take that back. */
export function makeDue(facts: readonly FactId[], journal: JournalStore): () => void {
  const { record } = journal.getState()
  const event = record({ kind: 'made-due', facts })
  return () => record({ kind: 'undone', event })
}

/** How many of some facts are due. */
export function dueNow(facts: readonly FactId[], journal: JournalStore, clock: Clock): number {
  const { memories } = journal.getState().learned
  const on = today(clock)
  return facts.filter((fact) => (memories.get(fact)?.dueOn ?? Number.POSITIVE_INFINITY) <= on).length
}
