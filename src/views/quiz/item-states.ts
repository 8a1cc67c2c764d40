import { timeLeftFor } from '../../engines/exam/passing-time.ts'
import { isComplete } from '../../engines/items/grade-item.ts'
import { isAnswer } from '../../model/attempt.ts'
import type { RunningAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'

/** complete: answered as asked · incomplete: seen, but answered in part or not at all. */
type ItemState = 'complete' | 'incomplete' | 'unseen'

/** Where an item of an attempt stands, as the lists of items tell it. */
export interface ItemStanding {
  readonly id: ItemId
  /** From 1. */
  readonly number: number
  readonly state: ItemState
  readonly isAnswered: boolean
  readonly isFlagged: boolean
  /** Its own time is up: it can neither be opened nor answered any more. */
  readonly isUp: boolean
  /** It left the notes, so it is not counted. */
  readonly isGone: boolean
}

export const ITEM_FILTERS = ['All', 'Unseen', 'Incomplete', 'Flagged'] as const
export type ItemFilter = (typeof ITEM_FILTERS)[number]

export function standingsOf(attempt: RunningAttempt, items: ReadonlyMap<ItemId, Item>): readonly ItemStanding[] {
  return attempt.items.map((id, index) => {
    const [item, chosen] = [items.get(id), attempt.answers.get(id)]
    const isWhole = item !== undefined && isComplete(item, chosen)
    return {
      id,
      number: index + 1,
      state: isWhole ? 'complete' : attempt.seen.has(id) ? 'incomplete' : 'unseen',
      isAnswered: isAnswer(chosen),
      isFlagged: attempt.flags.has(id),
      isUp: timeLeftFor(attempt, id) === 0,
      isGone: item === undefined,
    }
  })
}

export function fits({ state, isFlagged }: ItemStanding, filter: ItemFilter): boolean {
  if (filter === 'All') return true
  return filter === 'Flagged' ? isFlagged : state === filter.toLowerCase()
}

/** In words: `Item 3, incomplete, flagged`. */
export function nameOf(item: ItemStanding): string {
  return [`Item ${item.number}`, ...marksOf(item)].join(', ')
}

export function marksOf({ state, isFlagged, isUp, isGone }: ItemStanding): readonly string[] {
  return [isGone ? 'not counted' : state, ...(isFlagged ? ['flagged'] : []), ...(isUp ? ['time is up'] : [])]
}

/** What is open still, in sentences. */
export function openIn(standings: readonly ItemStanding[]) {
  const counted = standings.filter(({ isGone }) => !isGone)
  return {
    unanswered: counted.filter(({ isAnswered }) => !isAnswered).length,
    partial: counted.filter(({ isAnswered, state }) => isAnswered && state !== 'complete').length,
    flagged: standings.filter(({ isFlagged }) => isFlagged).length,
  }
}
