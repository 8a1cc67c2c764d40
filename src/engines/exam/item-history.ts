import type { Attempt } from '../../model/attempt.ts'
import { factIdOf, plainId } from '../../model/ids.ts'
import type { FactId, ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import type { Instant } from '../../model/time.ts'

/** What attempts tell of items, whichever shape they were asked in. */
export interface ItemHistory {
  readonly lastAsked: ReadonlyMap<ItemId, Instant>
  /** Items that were wrong when they were last graded. */
  readonly missed: ReadonlySet<ItemId>
  /** Items that were flagged when they were last asked. */
  readonly flagged: ReadonlySet<ItemId>
}

/** @param attempts In any order. */
export function itemHistory(attempts: readonly Attempt[]): ItemHistory {
  const lastAsked = new Map<ItemId, Instant>()
  const [missed, flagged] = [new Set<ItemId>(), new Set<ItemId>()]
  for (const attempt of attempts.toSorted((one, other) => one.startedAt - other.startedAt)) {
    const wasAsked = attempt.phase === 'finished' ? attempt.items : [...attempt.seen]
    for (const item of wasAsked.flatMap(shapesOf)) lastAsked.set(item, attempt.startedAt)
    for (const item of wasAsked) mark(flagged, item, attempt.flags.has(item))
    const outcomes = attempt.phase === 'finished' ? attempt.outcomes : [...attempt.checked.values()]
    for (const { item, correct } of outcomes) mark(missed, item, !correct)
  }
  return { lastAsked, missed, flagged }
}

/** The item, and the one that it is another shape of. */
function shapesOf(item: ItemId): readonly ItemId[] {
  const plain = plainId(item)
  return plain === '' ? [item] : [item, plain]
}

function mark(items: Set<ItemId>, item: ItemId, isMarked: boolean): void {
  for (const shape of shapesOf(item)) {
    if (isMarked) items.add(shape)
    else items.delete(shape)
  }
}

/**
 * Facts that the learner has taken for one another: what was asked, and what the wrong option that was chosen says.
 *
 * @param items The items that the attempts asked, as far as they are known.
 */
export function confusedFacts(attempts: readonly Attempt[], items: ReadonlyMap<ItemId, Item>): ReadonlySet<FactId> {
  const confused = new Set<FactId>()
  for (const attempt of attempts) {
    const outcomes = attempt.phase === 'finished' ? attempt.outcomes : [...attempt.checked.values()]
    for (const { item: id, correct, facts } of outcomes) {
      const item = correct ? undefined : items.get(id)
      const chosen = attempt.answers.get(id) ?? []
      const wrong = item?.options.filter((option) => !option.correct && chosen.includes(option.id)) ?? []
      if (wrong.length === 0) continue
      for (const fact of facts) confused.add(fact)
      // A wrong option is the true answer of another fact, at whose place it stands in the notes.
      for (const { source } of wrong)
        if (source.anchor !== '') confused.add(factIdOf(`${source.topic}#${source.anchor}`))
    }
  }
  return confused
}
