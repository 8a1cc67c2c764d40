import type { Background } from '../../model/background.ts'
import type { Fact, RelationFact } from '../../model/fact.ts'
import { folded } from './answer-text.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { grouped } from './grouped.ts'
import type { Lexicon, Reading } from './lexicon.ts'

/** What kinds of things there are, by the names of things. */
export interface Kinds {
  /** By the first columns in which a name stands: “service”, “attack”. */
  readonly byColumn: ReadonlyMap<string, ReadonlySet<string>>
  /** As the course says it, in its order. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>
  /** Of each declared kind, the first row about each thing of it. */
  readonly rows: ReadonlyMap<string, readonly RelationFact[]>
}

export function kindsIn(facts: readonly Fact[], declared: Background['kinds'], lexicon: Lexicon): Kinds {
  const nameOf = ({ subject }: Fact) => lexicon.read(subject).name
  const relations = facts.filter((fact) => fact.kind === 'relation')
  const named = declared.flatMap(({ kind, names }) => names.map((name) => ({ kind, name: lexicon.read(name).name })))
  const kindsOfName = setsOf(
    grouped(named, ({ name }) => name),
    ({ kind }) => kind,
  )
  const first = [
    ...grouped(
      relations.filter(({ withheld }) => withheld === null),
      nameOf,
    ),
  ].flatMap(([name, [row]]) =>
    row === undefined ? [] : [...(kindsOfName.get(name) ?? [])].map((kind) => ({ kind, row })),
  )
  return {
    byColumn: setsOf(grouped(relations, nameOf), ({ subjectLabel }) => folded(subjectLabel)),
    declared: kindsOfName,
    rows: new Map([...grouped(first, ({ kind }) => kind)].map(([kind, each]) => [kind, each.map(({ row }) => row)])),
  }
}

function setsOf<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  kindOf: (value: T) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...groups].map(([name, values]) => [name, new Set(values.map(kindOf))]))
}

/** Whether two names are known to be of one kind, or neither is of any. */
export function areOfOneKind(one: Reading, other: Reading, { kinds: { byColumn } }: FactBase): boolean {
  const [some, others] = [byColumn.get(one.name), byColumn.get(other.name)]
  if (some === undefined || others === undefined) return some === others
  for (const kind of some) if (others.has(kind)) return true
  return false
}

/**
 * Whether the answer of one fact may stand beside that of another: things of all kinds stand in a list of terms or of
 * situations, and only those of the key's kind, the first that the course gives it, are plausible. The rows of a table
 * are of one kind as its heading says; those whose kind the course tells more exactly come first (`areDeclaredAlike`).
 */
export function mayStandBeside(fact: PairFact, other: PairFact, base: FactBase): boolean {
  if (fact.kind === 'relation') return true
  const [kind] = declaredOf(fact, base)
  return kind === undefined || declaredOf(other, base).has(kind)
}

/** Whether the course says of two rows that they are about things of one kind: each is the likeliest to be taken for. */
export function areDeclaredAlike(fact: PairFact, other: PairFact, base: FactBase): boolean {
  const others = declaredOf(other, base)
  for (const kind of declaredOf(fact, base)) if (others.has(kind)) return true
  return false
}

/**
 * Rows of any table about things of the kind that the course gives a term, one for each: a term that is an attack may
 * stand beside each attack.
 */
export function akinTo(fact: PairFact, base: FactBase): readonly RelationFact[] {
  const [kind] = fact.kind === 'term' ? declaredOf(fact, base) : []
  return kind === undefined ? [] : (base.kinds.rows.get(kind) ?? [])
}

const NO_KINDS: ReadonlySet<string> = new Set()

function declaredOf(fact: PairFact, { kinds, read }: FactBase): ReadonlySet<string> {
  const { subject, value } = read(fact)
  return kinds.declared.get(fact.kind === 'scenario' ? value.name : subject.name) ?? NO_KINDS
}
