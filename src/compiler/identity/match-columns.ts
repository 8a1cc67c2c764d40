import { alikeness } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { clearBest } from './clear-best.ts'
import type { Candidate } from './clear-best.ts'
import { likeness } from './likeness.ts'
import { attributeOf, columnOf, grouped, isListed, placeOf, subjectOf } from './matching.ts'
import type { Matching } from './matching.ts'

interface Pair {
  readonly old: Fingerprint
  readonly now: Fingerprint
  readonly likely: number
}

/** Kinds that a fact can change between when the heading of its table, list or section is reworded. */
const EXCHANGEABLE: readonly ReadonlySet<string>[] = [
  new Set(['relation', 'term', 'scenario']),
  new Set(['concept', 'trap']),
  new Set(['membership']),
  new Set(['step']),
]

/** Finds columns that were renamed, and sentences before lists that were reworded: all rows and entries go along. */
export function matchColumns(matching: Matching): void {
  const old = grouped(matching.gone.values(), (fact) => matching.placeNow(fact))
  const now = grouped(matching.come.values(), placeOf)
  for (const [place, facts] of old) {
    const others = now.get(place)
    if (others !== undefined) matchIn(matching, place, grouped(facts, columnOf), grouped(others, columnOf))
  }
}

type Columns = ReadonlyMap<string, readonly Fingerprint[]>

function matchIn(matching: Matching, place: string, old: Columns, now: Columns): void {
  const candidates: Candidate<string>[] = []
  for (const [column, facts] of old) {
    for (const [other, standing] of now) {
      const score = column === other ? 0 : columnScore(facts, standing, matching)
      if (score > 0) candidates.push({ old: column, now: other, score })
    }
  }
  const { chosen, open } = clearBest(candidates)
  for (const { old: from, now: to } of chosen) {
    matching.columns.set(`${place} ${from}`, to)
    for (const pair of pairsOf(old.get(from) ?? [], now.get(to) ?? [])) matching.pair(pair.old, pair.now)
  }
  for (const { old: from, now: to } of open) {
    for (const pair of pairsOf(old.get(from) ?? [], now.get(to) ?? [])) matching.doubt(pair.old, [pair.now])
  }
}

function columnScore(old: readonly Fingerprint[], now: readonly Fingerprint[], matching: Matching): number {
  const [one, other] = [old[0], now[0]]
  if (one === undefined || other === undefined) return 0
  if (!EXCHANGEABLE.some((kinds) => kinds.has(one.kind) && kinds.has(other.kind))) return 0
  const pairs = pairsOf(old, now)
  const equal = pairs.filter(({ likely }) => likely === 1)
  const agreement = pairs.reduce((sum, { likely }) => sum + likely, 0) / Math.max(1, pairs.length)
  if (equal.length === 0 || agreement < 0.5 || pairs.length < Math.min(old.length, now.length) / 2) return 0
  const name = likeness(attributeOf(one), attributeOf(other), matching.vocabulary)
  // “Yes” and “No” stand in many columns: three different answers, or one that is a sentence, tell a column.
  const said = new Set(equal.map((pair) => (isListed(pair.old) ? pair.old.subject : pair.old.value.whole)))
  const isTold =
    said.size >= 3 || equal.some((pair) => pair.old.value.size >= 3 && matching.isTelling(pair.old, pair.now))
  // Where the headings make another kind of table of it, all of it was kept or none.
  const isRecast = one.kind !== other.kind && equal.length === old.length && equal.length === now.length
  return name.degree !== 'far' || isTold || isRecast ? 0.7 * agreement + 0.3 * name.score : 0
}

/** The facts of two columns that are about the same subject. */
function pairsOf(old: readonly Fingerprint[], now: readonly Fingerprint[]): readonly Pair[] {
  const rows = grouped(now, (fact) => subjectOf(fact) + fact.copy)
  return old.flatMap((fact): readonly Pair[] => {
    const [other, ...more] = rows.get(subjectOf(fact) + fact.copy) ?? []
    if (other === undefined || more.length > 0) return []
    return [{ old: fact, now: other, likely: isListed(fact) ? 1 : alikeness(fact.value, other.value) }]
  })
}
