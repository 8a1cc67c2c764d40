import type { FinishedAttempt } from '../../model/attempt.ts'
import type { ItemId } from '../../model/ids.ts'
import { domainRows } from './analysis.ts'
import type { DomainRow } from './analysis.ts'

export interface Trend {
  /** Every domain that was asked in one of them. */
  readonly domains: readonly number[]
  /** The oldest first. */
  readonly attempts: readonly { readonly attempt: FinishedAttempt; readonly rows: ReadonlyMap<number, DomainRow> }[]
}

/** How the domains went from attempt to attempt. Those that tell of no domain are left out. */
export function trendOf(attempts: readonly FinishedAttempt[], most: number): Trend {
  const telling = attempts
    .map((attempt) => ({ attempt, rows: new Map(domainRows(attempt).map((row) => [row.domain, row])) }))
    .filter(({ rows }) => rows.size > 0)
    .toSorted((one, other) => one.attempt.startedAt - other.attempt.startedAt)
    .slice(-most)
  const domains = new Set(telling.flatMap(({ rows }) => [...rows.keys()]))
  return { domains: [...domains].toSorted((one, other) => one - other), attempts: telling }
}

export interface Shared {
  /** Items that were asked in both. */
  readonly count: number
  /** Not right before, right since. */
  readonly gained: readonly ItemId[]
  /** Right before, not right since. */
  readonly lost: readonly ItemId[]
}

type Outcomes = Pick<FinishedAttempt, 'outcomes'>

/** What became of the items that two attempts share. */
export function sharedItems(before: Outcomes, since: Outcomes): Shared {
  const was = new Map(before.outcomes.map(({ item, correct }) => [item, correct]))
  const both = since.outcomes.filter(({ item }) => was.has(item))
  const turned = both.filter(({ item, correct }) => was.get(item) !== correct)
  return {
    count: both.length,
    gained: turned.flatMap(({ item, correct }) => (correct ? [item] : [])),
    lost: turned.flatMap(({ item, correct }) => (correct ? [] : [item])),
  }
}
