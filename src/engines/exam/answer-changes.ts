import type { Attempt, AttemptAction, Chosen, FinishedAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { advance, startAttempt } from './advance.ts'

/** How answers are judged. */
export interface Judging {
  readonly isRight: (item: Item, chosen: Chosen) => boolean
  /** Whether the answer is whole. */
  readonly isComplete: (item: Item, chosen: Chosen) => boolean
}

interface Change {
  readonly item: ItemId
  readonly wasRight: boolean
  readonly isRight: boolean
}

export interface ChangeCounts {
  readonly toRight: number
  readonly toWrong: number
  /** From one wrong answer to another. */
  readonly wrongToWrong: number
  readonly items: readonly ItemId[]
}

/**
 * How often an answer was changed, and what it did. Of options to tick, a whole answer was replaced by another whole
 * one. What is put in order, matched or typed is changed in many small steps: there the answer that stands when the
 * item is left counts, against the one that stood when it was left before. The attempt is played again, so what it
 * ignored (after a check, after the time) is ignored here; items that are not known are left out.
 */
export function answerChanges(
  attempt: Pick<FinishedAttempt, 'id' | 'items' | 'settings' | 'startedAt'>,
  actions: readonly AttemptAction[],
  items: ReadonlyMap<ItemId, Item>,
  judging: Judging,
): ChangeCounts {
  const changes = changesIn(attempt, actions, items, judging)
  const count = (wasRight: boolean, isRight: boolean): number =>
    changes.filter((change) => change.wasRight === wasRight && change.isRight === isRight).length
  return {
    toRight: count(false, true),
    toWrong: count(true, false),
    wrongToWrong: count(false, false),
    items: [...new Set(changes.map(({ item }) => item))],
  }
}

function changesIn(
  { id, items: [first, ...rest], settings, startedAt }: Parameters<typeof answerChanges>[0],
  actions: readonly AttemptAction[],
  items: ReadonlyMap<ItemId, Item>,
  { isRight, isComplete }: Judging,
): readonly Change[] {
  if (first === undefined) return []
  /** The last whole answer to each item. */
  const standing = new Map<ItemId, Chosen>()
  const changes: Change[] = []

  function settle(item: Item | undefined, { answers }: Attempt): void {
    const chosen = item === undefined ? undefined : answers.get(item.id)
    if (item === undefined || chosen === undefined || !isComplete(item, chosen)) return
    const before = standing.get(item.id)
    standing.set(item.id, chosen)
    if (before === undefined || isSame(item, before, chosen)) return
    const change = { item: item.id, wasRight: isRight(item, before), isRight: isRight(item, chosen) }
    // Another spelling of the right name is no other answer.
    if (!change.wasRight || !change.isRight) changes.push(change)
  }

  let attempt: Attempt = startAttempt(id, [first, ...rest], settings, startedAt)
  for (const action of actions) {
    const before = attempt
    attempt = advance(before, action)
    if (action.kind === 'answered') {
      const item = items.get(action.item)
      if (item !== undefined && isTicked(item)) settle(item, attempt)
    }
    if (action.kind === 'checked') settle(items.get(action.outcome.item), attempt)
    else if (attempt.current !== before.current) settle(items.get(before.current), attempt)
  }
  for (const item of attempt.items) settle(items.get(item), attempt)
  return changes
}

const isTicked = ({ type }: Item): boolean => type === 'choice' || type === 'response'

function isSame(item: Item, before: Chosen, now: Chosen): boolean {
  if (before.length !== now.length) return false
  return isTicked(item) ? before.every((id) => now.includes(id)) : before.every((id, place) => id === now[place])
}
