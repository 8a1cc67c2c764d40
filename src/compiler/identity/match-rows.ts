import { alikeness } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { clearBest } from './clear-best.ts'
import type { Candidate } from './clear-best.ts'
import { likeness } from './likeness.ts'
import { attributeOf, columnOf, grouped, OWN_SECTION, placeOf, subjectOf, valueOf } from './matching.ts'
import type { Matching } from './matching.ts'

type Row = readonly Fingerprint[]

/** Below this, an answer was replaced, not reworded. */
const REWORDED = 0.5
/** Words that make an answer a text of its own. */
const TEXT = 6

/** Finds subjects that were reworded: a row goes along with all cells that still say the same. */
export function matchRows(matching: Matching): void {
  const old = grouped(matching.gone.values(), (fact) => matching.placeNow(fact))
  const now = grouped(matching.come.values(), placeOf)
  for (const [place, facts] of old) {
    const others = now.get(place)
    if (others !== undefined) matchIn(matching, rowsOf(facts), rowsOf(others))
  }
}

function rowsOf(facts: readonly Fingerprint[]): readonly Row[] {
  return [...grouped(facts, (fact) => subjectOf(fact) + fact.copy).values()]
}

function matchIn(matching: Matching, old: readonly Row[], now: readonly Row[]): void {
  const near = neighboursOf(now)
  const candidates = old.flatMap((row) =>
    near(row).flatMap((other): readonly Candidate<Row>[] => {
      const score = rowScore(row, other, matching)
      return score === 0 ? [] : [{ old: row, now: other, score }]
    }),
  )
  const { chosen, open } = clearBest(candidates)
  for (const { old: row, now: other } of chosen) {
    for (const [fact, standing] of cellsOf(row, other, matching)) {
      if (isSaid(fact, standing)) matching.pair(fact, standing)
    }
  }
  for (const { old: row, now: other } of open) {
    for (const [fact, standing] of cellsOf(row, other, matching)) matching.doubt(fact, [standing])
  }
}

/** Says which rows can resemble a row at all, so that not every row is compared with every other one. */
function neighboursOf(rows: readonly Row[]): (row: Row) => readonly Row[] {
  const byTrait = new Map<string, Row[]>()
  for (const row of rows) {
    for (const trait of traitsOf(row)) {
      const group = byTrait.get(trait)
      if (group === undefined) byTrait.set(trait, [row])
      else group.push(row)
    }
  }
  return (row) => [...new Set(traitsOf(row).flatMap((trait) => byTrait.get(trait) ?? []))]
}

/** Beginnings and endings of words, and what the cells say. */
function traitsOf(row: Row): readonly string[] {
  const words = (row[0]?.subject ?? '').split('-').filter((word) => word.length > 2)
  const letters = (row[0]?.subject ?? '').replaceAll('-', '')
  return [
    ...words.flatMap((word) => [`^${word.slice(0, 3)}`, `${word.slice(-3)}$`]),
    `=${letters}`,
    ...row.map(valueOf),
  ]
}

function rowScore(old: Row, now: Row, matching: Matching): number {
  const [one, other] = [old[0], now[0]]
  const cells = cellsOf(old, now, matching)
  if (one === undefined || other === undefined || cells.length === 0) return 0
  const said = cells.filter(([fact, standing]) => isSaid(fact, standing))
  if (said.length === 0 || said.length < cells.length / 2) return 0
  const equal = said.filter(([fact, standing]) => fact.value.whole === standing.value.whole)
  const { degree, score } = likeness(subjectOf(one), subjectOf(other), matching.vocabulary)
  const total = 0.6 * score + 0.4 * (said.length / cells.length)
  if (degree === 'alike') return total
  const isSameStep = one.kind === 'step' && equal.length > 0
  if (degree === 'part' && isSameStep) return total
  const told = equal.filter(([fact, standing]) => matching.isTelling(fact, standing))
  if (degree === 'part' && (told.length > 0 || isRowTold(equal))) return total
  if (degree === 'near' && (told.some(([{ value }]) => value.size > 1) || isRowTold(equal))) return total
  // A callout that got a title, or lost it, is known by its text.
  const isUntitled = subjectOf(one) === OWN_SECTION || subjectOf(other) === OWN_SECTION
  return isUntitled && told.some(([{ value }]) => value.size >= TEXT) ? 0.6 : 0
}

/** Several usual answers together can tell a row as well as one that stands nowhere else. */
function isRowTold(equal: readonly (readonly [Fingerprint, Fingerprint])[]): boolean {
  return (
    new Set(equal.filter(([{ kind, value }]) => kind !== 'step' && value.size > 1).map(([fact]) => valueOf(fact)))
      .size >= 2
  )
}

/** The facts of two rows that stand in the same column. */
function cellsOf(old: Row, now: Row, matching: Matching): readonly (readonly [Fingerprint, Fingerprint])[] {
  const columns = grouped(now, columnOf)
  return old.flatMap((fact) => {
    const [standing, ...more] = columns.get(matching.columnNow(fact)) ?? []
    return standing === undefined || more.length > 0 ? [] : [[fact, standing] as const]
  })
}

/** Whether a cell still says what it said. A step is told by its words alone. */
function isSaid(old: Fingerprint, now: Fingerprint): boolean {
  return old.kind === 'step' || alikeness(old.value, now.value) >= REWORDED
}

/** Finds facts that were both moved and reworded, by an answer that stands nowhere else. */
export function matchAnswers(matching: Matching): void {
  const said = grouped(matching.come.values(), valueOf)
  for (const old of matching.gone.values()) {
    const [now, ...more] = said.get(valueOf(old)) ?? []
    if (now === undefined || more.length > 0 || old.kind !== now.kind || attributeOf(old) !== attributeOf(now)) continue
    if (old.value.size < 3 || !matching.isTelling(old, now)) continue
    const { degree } = likeness(subjectOf(old), subjectOf(now), matching.vocabulary)
    if (degree === 'same' || degree === 'alike') matching.pair(old, now)
  }
}
