import type { Card } from '../../model/card.ts'
import type { Fact } from '../../model/fact.ts'
import type { FactId } from '../../model/ids.ts'
import type { ReviewedMemory } from '../../model/memory.ts'
import type { StudyDay } from '../../model/time.ts'
import { cardsOf } from './cards-of-fact.ts'

/** The most that is asked on one day. What was already done today is taken off. */
interface DailyLimits {
  readonly newFacts: number
  readonly reviews: number
}

export interface SessionRequest {
  readonly facts: readonly Fact[]
  readonly memories: ReadonlyMap<FactId, ReviewedMemory>
  readonly today: StudyDay
  /** What is still allowed today. */
  readonly left: DailyLimits
  /** The most cards of this session. */
  readonly limit: number
}

/**
 * The facts of a session: what is due, the longest overdue first, then what is new, in the order of the notes, with
 * what the author keeps out of quizzes at the end.
 */
export interface SessionPlan {
  readonly due: readonly Fact[]
  readonly fresh: readonly Fact[]
}

/** Chooses what a session asks. A fact without a card is never chosen. */
export function planSession({ facts, memories, today, left, limit }: SessionRequest): SessionPlan {
  const siblings = groupBySet(facts)
  const askable = facts.filter((fact) => cardsOf(fact, siblings.get(fact.set) ?? []).length > 0)
  const overdue = (fact: Fact): number => today - (memories.get(fact.id)?.dueOn ?? today)
  const due = askable
    .filter((fact) => {
      const memory = memories.get(fact.id)
      return memory !== undefined && memory.dueOn <= today
    })
    .toSorted((one, other) => overdue(other) - overdue(one))
    .slice(0, Math.max(0, Math.min(left.reviews, limit)))
  const fresh = askable
    .filter((fact) => !memories.has(fact.id))
    .toSorted((one, other) => lateness(one) - lateness(other))
    .slice(0, Math.max(0, Math.min(left.newFacts, limit - due.length)))
  return { due, fresh }
}

/** What the author keeps out of quizzes is beside the point: it comes when all else has been met. */
function lateness({ withheld }: Fact): number {
  return withheld === 'author' ? 1 : 0
}

/** Facts by the table or list they stand in. */
export function groupBySet(facts: readonly Fact[]): ReadonlyMap<Fact['set'], readonly Fact[]> {
  const groups = new Map<Fact['set'], Fact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.set)
    if (group === undefined) groups.set(fact.set, [fact])
    else group.push(fact)
  }
  return groups
}

/** The card to ask: a fact takes its cards in turn, so that a repeat is not known by its wording. */
export function cardToAsk(fact: Fact, siblings: readonly Fact[], memory: ReviewedMemory | undefined): Card | null {
  const cards = cardsOf(fact, siblings)
  return cards[(memory?.reviews ?? 0) % Math.max(1, cards.length)] ?? null
}
