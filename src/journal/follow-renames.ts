import type { Outcome } from '../model/attempt.ts'
import type { FactId } from '../model/ids.ts'
import type { JournalEvent } from './event.ts'

/** Facts that have a new name, by the one they had. */
export type RenameMap = ReadonlyMap<FactId, FactId>

/**
 * The event as it reads today: it names facts as the notes name them now. What is stored is never rewritten.
 *
 * Items and cards keep the names they had; what an answer says about knowledge is told by its facts alone.
 */
export function underNewNames(event: JournalEvent, renames: RenameMap): JournalEvent {
  if (renames.size === 0) return event
  switch (event.kind) {
    case 'reviewed':
      return { ...event, fact: renames.get(event.fact) ?? event.fact }
    case 'checked':
      return { ...event, outcome: renamed(event.outcome, renames) }
    case 'handed-in':
      return { ...event, outcomes: event.outcomes.map((outcome) => renamed(outcome, renames)) }
    case 'made-due':
      return { ...event, facts: renamedFacts(event.facts, renames) }
    default:
      return event
  }
}

function renamed(outcome: Outcome, renames: RenameMap): Outcome {
  return { ...outcome, facts: renamedFacts(outcome.facts, renames) }
}

function renamedFacts(facts: readonly FactId[], renames: RenameMap): readonly FactId[] {
  return [...new Set(facts.map((fact) => renames.get(fact) ?? fact))]
}
