import type { FactId } from '../../model/ids.ts'
import { ownLot } from './lots.ts'

/** So many rows are looked at for one question: more make it no better, and the work grows with their square. */
const MOST = 40

/** Facts of one kind, such as those of a column; of very many, each has neighbours that are looked at. */
export class Neighbours<T extends { readonly id: FactId }> {
  private readonly facts: readonly T[]
  private readonly ring: readonly T[]
  private readonly places: ReadonlyMap<FactId, number>

  constructor(facts: readonly T[]) {
    this.facts = facts
    this.ring = facts.length > MOST ? facts.toSorted((one, other) => ownLot(one) - ownLot(other)) : []
    this.places = new Map(this.ring.map(({ id }, place) => [id, place]))
  }

  /** All of them, or those that come next by lot, the fact itself first. A fact that is added or goes is seen by few. */
  of({ id }: { readonly id: FactId }): readonly T[] {
    const place = this.places.get(id)
    if (place === undefined) return this.facts.slice(0, MOST)
    const next = this.ring.slice(place, place + MOST)
    return next.length === MOST ? next : [...next, ...this.ring.slice(0, MOST - next.length)]
  }
}
