import { alikeness, wordsOf } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { clearBest } from './clear-best.ts'
import type { Candidate } from './clear-best.ts'
import { likeness } from './likeness.ts'
import { attributeOf, grouped, placeOf, questionOf, subjectOf } from './matching.ts'
import type { Matching } from './matching.ts'

interface Bond {
  /** Facts of the old section whose question the new one asks too. */
  shared: number
  /** How much these speak for one section: a question that is asked everywhere says little. */
  weight: number
  /** Whether each of them has the answer it had. */
  isIdentical: boolean
}

/** Facts of a section that must agree when nothing but equal answers to usual questions speaks for it. */
const MANY = 3

/** Finds sections that were renamed, or moved to another file, as a whole: their facts go along. */
export function matchSections(matching: Matching): void {
  const [old, now] = [grouped(matching.gone.values(), placeOf), grouped(matching.come.values(), placeOf)]
  const candidates: Candidate<string>[] = []
  for (const [from, bonds] of bondsOf(matching)) {
    if (matching.stays.has(from)) continue
    for (const [to, { shared, weight, isIdentical }] of bonds) {
      if (matching.stays.has(to)) continue
      const [before, after] = [old.get(from)?.length ?? 0, now.get(to)?.length ?? 0]
      const [topic, section] = split(from)
      const [newTopic, newSection] = split(to)
      const { degree, score } = likeness(section, newSection, matching.vocabulary)
      const isNamedAlike = topic === newTopic ? degree !== 'far' : degree === 'same' || degree === 'alike'
      const isWhole = isIdentical && shared === before && shared === after && (shared >= MANY || isNamedAlike)
      const share = weight / Math.max(1, Math.min(before, after))
      if (isSameHeading(old.get(from)?.[0], now.get(to)?.[0])) {
        candidates.push({ old: from, now: to, score: 1 + share })
        continue
      }
      if (!isWhole && share < (isNamedAlike ? 0.3 : 0.5)) continue
      candidates.push({
        old: from,
        now: to,
        score: 0.5 * Math.min(1, share) + (isWhole ? 0.1 : 0) + 0.2 * score + (topic === newTopic ? 0.2 : 0),
      })
    }
  }
  const { chosen, open } = clearBest(candidates)
  for (const { old: from, now: to } of chosen) {
    matching.sections.set(from, to)
    pairQuestions(matching, old.get(from) ?? [], now.get(to) ?? [])
  }
  for (const { old: from, now: to } of open) {
    const asked = grouped(now.get(to) ?? [], questionOf)
    for (const fact of old.get(from) ?? []) matching.doubt(fact, asked.get(questionOf(fact)) ?? [])
  }
}

/** A heading has its parent's name in front only while the file has others of the same words. */
function isSameHeading(old: Fingerprint | undefined, now: Fingerprint | undefined): boolean {
  if (old === undefined || now === undefined || old.topic !== now.topic || old.under !== now.under) return false
  return old.section.endsWith(`-${now.section}`) || now.section.endsWith(`-${old.section}`)
}

/** What each section that lost facts has in common with each that got some. */
function bondsOf(matching: Matching): ReadonlyMap<string, ReadonlyMap<string, Bond>> {
  const asked = grouped(matching.come.values(), questionOf)
  const all = new Map<string, Map<string, Bond>>()
  for (const fact of matching.gone.values()) {
    const bonds = all.get(placeOf(fact)) ?? new Map<string, Bond>()
    all.set(placeOf(fact), bonds)
    for (const other of asked.get(questionOf(fact)) ?? []) {
      const bond = bonds.get(placeOf(other)) ?? { shared: 0, weight: 0, isIdentical: true }
      bonds.set(placeOf(other), bond)
      bond.shared += 1
      bond.weight += weightOf(fact, other, matching)
      bond.isIdentical &&= fact.value.whole === other.value.whole
    }
  }
  return all
}

function weightOf(old: Fingerprint, now: Fingerprint, matching: Matching): number {
  const likely = old.kind === 'step' ? 1 : alikeness(old.value, now.value)
  if (matching.isOnlyOne(old)) return old.topic === now.topic ? Math.max(likely, 0.3) : likely
  return matching.isTelling(old, now) ? 1 : likely / 4
}

/** In a section that is known to be the same, the same question is the same fact, whatever its answer. */
function pairQuestions(matching: Matching, old: readonly Fingerprint[], now: readonly Fingerprint[]): void {
  const asked = grouped(now, questionOf)
  for (const fact of old) {
    const [other, ...more] = asked.get(questionOf(fact)) ?? []
    if (other !== undefined && more.length === 0) matching.pair(fact, other)
  }
}

/** Finds facts that were moved to another section by themselves: a row, a part of a table, an entry. */
export function matchMoved(matching: Matching): void {
  const moved = groupsMoved(matching)
  const asked = grouped(matching.come.values(), questionOf)
  const asking = grouped(matching.gone.values(), questionOf)
  for (const [question, facts] of asking) {
    const others = asked.get(question) ?? []
    const candidates = facts.flatMap((old) =>
      others.flatMap((now): readonly Candidate<Fingerprint>[] => {
        const score = moveScore(old, now, moved, matching)
        return score === 0 ? [] : [{ old, now, score }]
      }),
    )
    const { chosen, open } = clearBest(candidates)
    for (const { old, now } of chosen) matching.pair(old, now)
    for (const { old, now } of open) matching.doubt(old, [now])
  }
}

/** Pairs of sections where all that left the one, or all that is new in the other, went from here to there unchanged. */
function groupsMoved(matching: Matching): ReadonlySet<string> {
  const [old, now] = [grouped(matching.gone.values(), placeOf), grouped(matching.come.values(), placeOf)]
  const moved = [...bondsOf(matching)].flatMap(([from, bonds]) =>
    [...bonds].flatMap(([to, { shared, isIdentical }]) => {
      const isAll = shared === old.get(from)?.length || shared === now.get(to)?.length
      return isIdentical && isAll && shared >= 2 ? [`${from} ${to}`] : []
    }),
  )
  return new Set(moved)
}

function moveScore(old: Fingerprint, now: Fingerprint, moved: ReadonlySet<string>, matching: Matching): number {
  const likely = old.kind === 'step' ? 1 : alikeness(old.value, now.value)
  if (attributeOf(old) !== attributeOf(now) || subjectOf(old) !== subjectOf(now) || likely < 0.5) return 0
  const isSamePlace = matching.sections.get(placeOf(old)) === placeOf(now)
  const name = likeness(old.section, now.section, matching.vocabulary)
  const words = wordsOf(old.subject).length + old.value.size
  const isAlone = matching.isOnlyOne(old) && (likely === 1 ? words > 2 : old.value.size > 2)
  const isTold = matching.isTelling(old, now) && old.value.size > 1
  const isInGroup = likely === 1 && moved.has(`${placeOf(old)} ${placeOf(now)}`)
  if (!isSamePlace && !isInGroup && !isAlone && !isTold && !(likely === 1 && name.degree === 'same')) return 0
  return 0.4 * likely + 0.2 * name.score + (isSamePlace ? 0.2 : 0) + (old.topic === now.topic ? 0.2 : 0)
}

function split(place: string): readonly [topic: string, section: string] {
  const at = place.indexOf('#')
  return [place.slice(0, at), place.slice(at + 1)]
}
