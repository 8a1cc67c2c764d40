import type { FactId } from '../../model/ids.ts'
import { hashOf } from '../../model/random.ts'
import { remembered } from './remembered.ts'

interface Named {
  readonly id: FactId
}

/** A number for a fact, 0 to 2³² − 1, that what becomes of other facts does not change. */
export function ownLot({ id }: Named): number {
  return lotOnce(id)
}

const lotOnce = remembered(hashOf)

/** A number from 0 up to 1 for two facts, the same every time: each fact sees the others in an order of its own. */
export function lotOf(one: Named, other: Named): number {
  const mixed = Math.imul(ownLot(one) ^ Math.imul(ownLot(other), 0x9e3779b1), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** Facts in the order in which one of them sees the others. */
export function byLot<T extends Named>(fact: Named, others: readonly T[]): readonly T[] {
  return others.toSorted((one, other) => lotOf(fact, one) - lotOf(fact, other))
}
