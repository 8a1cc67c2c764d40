import { hashOf } from '../model/random.ts'

/** Enough that a bucket of the largest course stays small, few enough that copying the row of them costs nothing. */
const BUCKETS = 512

type Bucket<Key, Value> = ReadonlyMap<Key, Value>

/**
 * A map that is never changed: `with` gives a new one that shares all but one of 512 buckets with it. Copying a plain
 * map of 10,000 memories at each answer took 3 ms. What it was made of stays as it is below the buckets, which hold
 * only what came later: so making one costs nothing. The order of the entries says nothing.
 */
export class PersistentMap<Key extends string, Value> implements ReadonlyMap<Key, Value> {
  private readonly origin: ReadonlyMap<Key, Value>
  private readonly buckets: readonly (Bucket<Key, Value> | undefined)[]
  readonly size: number

  private constructor(
    origin: ReadonlyMap<Key, Value>,
    buckets: readonly (Bucket<Key, Value> | undefined)[],
    size: number,
  ) {
    this.origin = origin
    this.buckets = buckets
    this.size = size
  }

  /** @param origin Must not be changed any more. */
  static of<Key extends string, Value>(origin: ReadonlyMap<Key, Value>): PersistentMap<Key, Value> {
    return new PersistentMap(origin, [], origin.size)
  }

  get(key: Key): Value | undefined {
    return this.buckets[placeOf(key)]?.get(key) ?? this.origin.get(key)
  }

  has(key: Key): boolean {
    return this.isLater(key) || this.origin.has(key)
  }

  with(key: Key, value: Value): PersistentMap<Key, Value> {
    return this.withAll(new Map([[key, value]]))
  }

  /** Takes in many at once; a bucket is copied once, however many come into it. */
  withAll(entries: ReadonlyMap<Key, Value>): PersistentMap<Key, Value> {
    if (this.size === 0) return PersistentMap.of(entries)
    const buckets = [...this.buckets]
    const fresh = new Map<number, Map<Key, Value>>()
    let { size } = this
    for (const [key, value] of entries) {
      const place = placeOf(key)
      const bucket = fresh.get(place) ?? new Map(buckets[place])
      if (!bucket.has(key) && !this.origin.has(key)) size += 1
      fresh.set(place, bucket.set(key, value))
      buckets[place] = bucket
    }
    return new PersistentMap(this.origin, buckets, size)
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }

  *entries(): Generator<[Key, Value]> {
    for (const entry of this.origin) if (!this.isLater(entry[0])) yield entry
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.entries()
  }

  *keys(): Generator<Key> {
    for (const [key] of this) yield key
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value
  }

  [Symbol.iterator](): Generator<[Key, Value]> {
    return this.entries()
  }

  /** Whether it came after the origin was made. */
  private isLater(key: Key): boolean {
    return this.buckets.length > 0 && (this.buckets[placeOf(key)]?.has(key) ?? false)
  }
}

function placeOf(key: string): number {
  return hashOf(key) % BUCKETS
}
