import { NO_BACKGROUND } from '../../model/background.ts'
import type { Background, Truth } from '../../model/background.ts'
import type { Fact, MembershipFact, RelationFact, ScenarioFact, TermFact } from '../../model/fact.ts'
import type { NoteId, SetId } from '../../model/ids.ts'
import type { Place } from '../../model/item.ts'
import { anchorOf } from '../../model/page.ts'
import type { Note } from '../../model/topic.ts'
import { folded } from './answer-text.ts'
import { cluesIn, rootsOf } from './clang.ts'
import { grouped } from './grouped.ts'
import { kindsIn } from './kinds.ts'
import type { Kinds } from './kinds.ts'
import { Lexicon } from './lexicon.ts'
import type { Reading } from './lexicon.ts'
import { Neighbours } from './neighbours.ts'
import { rememberedFor } from './remembered.ts'

/** A fact that pairs a subject with a value. */
export type PairFact = RelationFact | TermFact | ScenarioFact

/** A fact that is a piece of advice. */
type TipFact = Extract<Fact, { readonly kind: 'trap' | 'concept' }>

interface PairReading {
  readonly subject: Reading
  readonly value: Reading
  /** The roots of what every row of its table is about. */
  readonly common: readonly string[]
  /** Whether the value sounds like the subject: then nobody takes it for the answer to anything else. */
  readonly isTied: boolean
}

/** The facts that may be asked and that may serve as distractors, arranged for looking things up. */
export interface FactBase {
  readonly facts: readonly Fact[]
  readonly bySet: ReadonlyMap<SetId, readonly Fact[]>
  /** The facts of each column. */
  readonly columns: ReadonlyMap<string, Neighbours<PairFact>>
  /** The entries of each of several parallel lists, together. */
  readonly lists: ReadonlyMap<SetId, Neighbours<MembershipFact>>
  /** Facts whose table has the same headings, wherever it stands. */
  readonly byHeading: ReadonlyMap<string, Neighbours<PairFact>>
  readonly lexicon: Lexicon
  /** Both sides of a fact as they are compared. */
  readonly read: (fact: PairFact) => PairReading
  /** Sentences that an author sets apart: traps, and callouts such as “Exam tip”. */
  readonly tips: readonly TipFact[]
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly kinds: Kinds
  /** All that the course says of a subject, anywhere, disputed or not: what they claim makes no safe distractor. */
  readonly truths: ReadonlyMap<string, readonly Truth[]>
}

/**
 * Arranges the facts of a topic. Disputed ones and those the author withheld are left out: they are neither key nor
 * distractor.
 *
 * @param background What the rest of the course knows of their subjects.
 * @param notes The footnotes of the topic.
 */
export function factBaseOf(
  facts: readonly Fact[],
  { names, truths, kinds }: Background = NO_BACKGROUND,
  notes: readonly Note[] = [],
): FactBase {
  const lexicon = new Lexicon(names)
  const open = facts.filter(({ withheld }) => withheld === null)
  const pairs = open.filter(isPair)
  return {
    facts: open,
    bySet: grouped(open, ({ set }) => set),
    columns: neighbours(pairs, columnKey),
    lists: neighbours(
      open.filter((fact) => fact.kind === 'membership'),
      ({ set }) => set,
    ),
    byHeading: neighbours(pairs, headingsOf),
    lexicon,
    read: readerWith(lexicon),
    kinds: kindsIn(facts, kinds, lexicon),
    tips: open.filter(isTip),
    notes: new Map(notes.map((note) => [note.id, note])),
    truths: grouped([...facts.filter(isPair), ...truths], ({ subject }) => lexicon.read(subject).name),
  }
}

function neighbours<T extends Fact, Key>(
  facts: readonly T[],
  keyOf: (fact: T) => Key,
): ReadonlyMap<Key, Neighbours<T>> {
  return new Map([...grouped(facts, keyOf)].map(([key, group]) => [key, new Neighbours(group)]))
}

function columnKey({ set, attribute }: PairFact): string {
  return `${set} ${attribute}`
}

function headingsOf(fact: PairFact): string {
  const label = fact.kind === 'relation' ? fact.subjectLabel : ''
  return `${fact.topic} ${fact.kind} ${folded(label)}: ${folded(fact.attribute)}`
}

function readerWith(lexicon: Lexicon): FactBase['read'] {
  return rememberedFor((fact) => {
    const [subject, value, common] = [lexicon.read(fact.subject), lexicon.read(fact.value), headingRoots(fact)]
    return { subject, value, common, isTied: cluesIn(subject, value, common).length > 0 }
  })
}

/** What every row of a fact's table is about: the title of the topic, and the headings of the columns. */
export function headingRoots(fact: Fact): readonly string[] {
  return rootsOf([fact.path[0] ?? '', fact.attribute, fact.kind === 'relation' ? fact.subjectLabel : ''].join(' '))
}

function isTip(fact: Fact): fact is TipFact {
  return fact.kind === 'trap' || fact.kind === 'concept'
}

export function isPair(fact: Fact): fact is PairFact {
  return fact.kind === 'relation' || fact.kind === 'term' || fact.kind === 'scenario'
}

/** The facts of the same column, the one itself among them; of a very long one those that are its neighbours. */
export function columnOf(base: FactBase, fact: PairFact): readonly PairFact[] {
  return base.columns.get(columnKey(fact))?.of(fact) ?? []
}

/** The same for columns with the same headings in any table of the topic. */
export function alikeOf(base: FactBase, fact: PairFact): readonly PairFact[] {
  return base.byHeading.get(headingsOf(fact))?.of(fact) ?? []
}

export function placeOf({ id, topic, section, source }: Fact): Place {
  return { topic, section, anchor: anchorOf(id), file: source.file, line: source.line }
}

/** The heading that a fact stands under; null for the title of the topic, which says too little. */
export function headingAbove({ path }: Fact): string | null {
  return path.length > 1 ? (path.at(-1) ?? null) : null
}

/** Rows that say unlike things of one thing: what is said of “Integrations” can't be taken for a “Retention time”. */
const PROPERTY = /^(?:aspect|attribute|property|characteristic|parameter|capability|detail)$/i

export function isProperty(fact: PairFact): boolean {
  return fact.kind === 'relation' && PROPERTY.test(fact.subjectLabel)
}
