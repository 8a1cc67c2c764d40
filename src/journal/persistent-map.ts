import { hashOf } from '../model/random.ts'

/** Enough that a bucket of the largest course stays small, few enough that copying the row of them costs nothing. */
const BUCKETS = 512

type Bucket<Key, Value> = ReadonlyMap<Key, Value>

/**
 * A map that is never changed: `with` gives a new one that shares all but one of 512 buckets with it. Copying a plain
 * map of 10,000 memories at each answer took 3 ms. The order of the entries says nothing.
 */
export class PersistentMap<Key extends string, Value> implements ReadonlyMap<Key, Value> {
  private readonly buckets: readonly (Bucket<Key, Value> | undefined)[]
  readonly size: number

  private constructor(buckets: readonly (Bucket<Key, Value> | undefined)[], size: number) {
    this.buckets = buckets
    this.size = size
  }

  static of<Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): PersistentMap<Key, Value> {
    const buckets: Map<Key, Value>[] = []
    let size = 0
    for (const [key, value] of entries) {
      const bucket = (buckets[hashOf(key) % BUCKETS] ??= new Map())
      if (!bucket.has(key)) size += 1
      bucket.set(key, value)
    }
    return new PersistentMap(buckets, size)
  }

  get(key: Key): Value | undefined {
    return this.buckets[hashOf(key) % BUCKETS]?.get(key)
  }

  has(key: Key): boolean {
    return this.buckets[hashOf(key) % BUCKETS]?.has(key) ?? false
  }

  with(key: Key, value: Value): PersistentMap<Key, Value> {
    const place = hashOf(key) % BUCKETS
    const bucket = new Map(this.buckets[place])
    const size = this.size + (bucket.has(key) ? 0 : 1)
    bucket.set(key, value)
    const buckets = [...this.buckets]
    buckets[place] = bucket
    return new PersistentMap(buckets, size)
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }

  *entries(): Generator<[Key, Value]> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.entries()
  }

  *keys(): Generator<Key> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.keys()
  }

  *values(): Generator<Value> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.values()
  }

  [Symbol.iterator](): Generator<[Key, Value]> {
    return this.entries()
  }
}
