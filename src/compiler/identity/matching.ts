import { slug } from '../../model/ids.ts'
import type { FactId } from '../../model/ids.ts'
import type { Rename } from '../../model/renames.ts'
import { wordsOf } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Vocabulary } from './likeness.ts'

/** A fact that could be one of several, so that it is said to be none. */
export interface Ambiguity {
  readonly old: FactId
  /** Two or more. */
  readonly candidates: readonly FactId[]
}

/** The facts that went and those that came, while they are being matched. */
export class Matching {
  /** Known facts that do not stand any more and have not been found again yet, by id. */
  readonly gone: Map<FactId, Fingerprint>
  /** Standing facts that were not known and have not been matched yet, by id. */
  readonly come: Map<FactId, Fingerprint>
  /** Topics and sections that hold a fact whose name is the same as before. */
  readonly stays: ReadonlySet<string>
  readonly vocabulary: Vocabulary
  readonly renames: Rename[] = []
  readonly ambiguous = new Map<FactId, Set<FactId>>()
  /** Where each section went that was renamed or moved as a whole. */
  readonly sections = new Map<string, string>()
  /** The columns of each section that were renamed. */
  readonly columns = new Map<string, string>()
  private readonly questions: readonly [before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>]
  private readonly values: readonly [before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>]

  constructor(known: readonly Fingerprint[], standing: readonly Fingerprint[]) {
    const [before, now] = [new Set(known.map(({ id }) => id)), new Set(standing.map(({ id }) => id))]
    this.gone = new Map(known.flatMap((fact) => (now.has(fact.id) ? [] : [[fact.id, fact]])))
    this.come = new Map(standing.flatMap((fact) => (before.has(fact.id) ? [] : [[fact.id, fact]])))
    this.stays = new Set(standing.flatMap((fact) => (before.has(fact.id) ? [placeOf(fact)] : [])))
    this.vocabulary = { before: vocabularyOf(known), now: vocabularyOf(standing) }
    this.questions = [countsOf(known, questionOf), countsOf(standing, questionOf)]
    this.values = [countsOf(known, valueOf, answerOf), countsOf(standing, valueOf, answerOf)]
  }

  pair(old: Fingerprint, now: Fingerprint): void {
    this.renames.push([old.id, now.id])
    this.gone.delete(old.id)
    this.come.delete(now.id)
    this.ambiguous.delete(old.id)
  }

  /** Remembers that a fact could be any of several. What is found out later still counts. */
  doubt(old: Fingerprint, candidates: readonly Fingerprint[]): void {
    const doubts = this.ambiguous.get(old.id) ?? new Set()
    for (const { id } of candidates) doubts.add(id)
    this.ambiguous.set(old.id, doubts)
  }

  /** Whether nothing else in the course asks, or asked, the same: then the section is no part of what it means. */
  isOnlyOne(fact: Fingerprint): boolean {
    return this.questions.every((counts) => (counts.get(questionOf(fact)) ?? 0) <= 1)
  }

  /**
   * Whether two facts have the same answer and no other fact has it, or had it: then the answer tells which one it is.
   * A sentence need only be the one of its column.
   */
  isTelling(old: Fingerprint, now: Fingerprint): boolean {
    if (isListed(old) || old.value.whole !== now.value.whole) return false
    const isOnly = [old, now].every((fact, side) => (this.values[side]?.get(valueOf(fact)) ?? 0) <= 1)
    const isOnlyInColumn = [old, now].every((fact, side) => (this.values[side]?.get(answerOf(fact)) ?? 0) <= 1)
    return isOnly || (old.value.size >= 3 && isOnlyInColumn)
  }

  /** The section that a fact stands in if it was not moved by itself. */
  placeNow(old: Fingerprint): string {
    return this.sections.get(placeOf(old)) ?? placeOf(old)
  }

  /** The column that a fact stands in if it was not moved by itself. */
  columnNow(old: Fingerprint): string {
    return this.columns.get(`${this.placeNow(old)} ${columnOf(old)}`) ?? columnOf(old)
  }
}

/** The section that a fact stands in, in the whole course. */
export function placeOf({ topic, section }: Pick<Fingerprint, 'topic' | 'section'>): string {
  return `${topic}#${section}`
}

/** What a fact asks, wherever it stands. Where it is named by its section, a sign stands for the section's name. */
export function questionOf(fact: Fingerprint): string {
  return `${fact.kind}|${attributeOf(fact)}|${subjectOf(fact)}${fact.copy}`
}

export function valueOf({ value }: Fingerprint): string {
  return value.whole
}

/** What a list is called, and the number of a step, are no answers: such facts are told by their subject alone. */
export function isListed({ kind }: Fingerprint): boolean {
  return kind === 'membership' || kind === 'step'
}

/** A value in its column. */
function answerOf(fact: Fingerprint): string {
  return `${placeOf(fact)} ${columnOf(fact)} ${valueOf(fact)}`
}

export function columnOf(fact: Fingerprint): string {
  return `${fact.kind}|${attributeOf(fact)}`
}

export function attributeOf({ kind, attribute, section }: Fingerprint): string {
  if (kind === 'concept') return isNameOf(section, attribute) ? OWN_SECTION : attribute
  if (kind !== 'step') return attribute
  const at = attribute.indexOf(STEPS_IN)
  return at > 0 && isNameOf(section, attribute.slice(at + STEPS_IN.length))
    ? `${attribute.slice(0, at)}${STEPS_IN}${OWN_SECTION}`
    : attribute
}

/** A callout without a title is about its section. */
export function subjectOf({ kind, subject, section }: Fingerprint): string {
  return kind === 'concept' && isNameOf(section, subject) ? OWN_SECTION : subject
}

export const OWN_SECTION = '§'
const STEPS_IN = '-order-in-'

function isNameOf(section: string, text: string): boolean {
  const name = slug(text)
  return name !== '' && (section === name || section.endsWith(`-${name}`))
}

export function grouped<T>(values: Iterable<T>, nameOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const name = nameOf(value)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [value])
    else group.push(value)
  }
  return groups
}

function countsOf(
  facts: readonly Fingerprint[],
  ...names: readonly ((fact: Fingerprint) => string)[]
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of facts.flatMap((fact) => names.map((nameOf) => nameOf(fact)))) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function vocabularyOf(facts: readonly Fingerprint[]): ReadonlySet<string> {
  const texts = new Set(facts.flatMap(({ attribute, subject, section }) => [attribute, subject, section]))
  return new Set([...texts].flatMap((text) => wordsOf(text)))
}
