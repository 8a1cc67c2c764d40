import type { FactId } from '../../model/ids.ts'
import type { Rename } from '../../model/renames.ts'
import { alikeness } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { matchColumns } from './match-columns.ts'
import { matchAnswers, matchRows } from './match-rows.ts'
import { matchMoved, matchSections } from './match-sections.ts'
import { grouped, Matching, placeOf } from './matching.ts'
import type { Ambiguity } from './matching.ts'

export interface Matched {
  /** Facts that stand under another name than before, each with one of its own. */
  readonly renames: readonly Rename[]
  /** Facts that could be one of several. */
  readonly ambiguous: readonly Ambiguity[]
  /** Facts whose name another fact bears today: a heading of the same words, under another heading. */
  readonly reused: readonly FactId[]
  /** Facts that are not found again. */
  readonly vanished: readonly FactId[]
}

/**
 * Says which of the facts that were known stand under another name now.
 *
 * A fact that has its name is itself. Of the others, sets are matched first (sections, then columns) and rows inside
 * them after that. Where two would do, none is taken: a history that begins anew is a pity, one of another fact a lie.
 */
export function matchFacts(known: readonly Fingerprint[], standing: readonly Fingerprint[]): Matched {
  const matching = new Matching(known, standing)
  if (matching.gone.size > 0 && matching.come.size > 0) {
    matchSections(matching)
    matchMoved(matching)
    matchColumns(matching)
    matchRows(matching)
    matchAnswers(matching)
  }
  const doubtful = [...matching.ambiguous].map(([old, facts]): Ambiguity => {
    return { old, candidates: [...facts].filter((id) => matching.come.has(id)) }
  })
  const ambiguous = doubtful.filter(({ candidates }) => candidates.length > 0)
  const isDoubtful = new Set(ambiguous.map(({ old }) => old))
  return {
    renames: matching.renames.toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ambiguous,
    reused: reusedIn(known, standing),
    vanished: [...matching.gone.keys()].filter((id) => !isDoubtful.has(id)),
  }
}

/** Names that say the same of something else: the heading above is another one, and so are most of the answers. */
function reusedIn(known: readonly Fingerprint[], standing: readonly Fingerprint[]): readonly FactId[] {
  const now = new Map(standing.map((fact) => [fact.id, fact]))
  const sections = grouped(
    known.filter(({ id, under }) => (now.get(id)?.under ?? under) !== under),
    placeOf,
  )
  return [...sections.values()].flatMap((facts) => {
    const pairs = facts.flatMap((fact) => {
      const other = now.get(fact.id)
      return other === undefined ? [] : [{ fact, other }]
    })
    const kept = pairs.filter(({ fact, other }) => alikeness(fact.value, other.value) >= 0.5)
    return kept.length < pairs.length / 2 ? pairs.map(({ fact }) => fact.id) : []
  })
}
