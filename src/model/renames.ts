import type { FactId } from './ids.ts'

/** A fact that has a new name: what was learnt under the old one counts for the new one. */
export type Rename = readonly [old: FactId, now: FactId]

/**
 * Puts newer renames behind older ones: a chain of names leads to its end at once.
 *
 * A name that a fact bears today is its own again: it is left out, whoever bore it before.
 */
export function followed(
  older: readonly Rename[],
  newer: readonly Rename[],
  living: { has(fact: FactId): boolean },
): readonly Rename[] {
  const next = new Map(newer)
  const all = new Map([...older.map(([old, now]): Rename => [old, next.get(now) ?? now]), ...newer])
  return [...all].filter(([old, now]) => old !== now && !living.has(old))
}
