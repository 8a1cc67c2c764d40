import { NO_BACKGROUND } from '../../model/background.ts'
import type { Background, Truth } from '../../model/background.ts'
import type { Fact, RelationFact, ScenarioFact, TermFact } from '../../model/fact.ts'
import type { NoteId, SetId } from '../../model/ids.ts'
import type { Place } from '../../model/item.ts'
import { anchorOf } from '../../model/page.ts'
import type { Note } from '../../model/topic.ts'
import { folded } from './answer-text.ts'
import { Lexicon } from './lexicon.ts'

/** A fact that pairs a subject with a value. */
export type PairFact = RelationFact | TermFact | ScenarioFact

/** A fact that is a piece of advice. */
type TipFact = Extract<Fact, { readonly kind: 'trap' | 'concept' }>

/** The facts that may be asked and that may serve as distractors, arranged for looking things up. */
export interface FactBase {
  readonly facts: readonly Fact[]
  readonly bySet: ReadonlyMap<SetId, readonly Fact[]>
  /** Facts whose table has the same headings, wherever it stands. */
  readonly byHeading: ReadonlyMap<string, readonly PairFact[]>
  readonly lexicon: Lexicon
  /** Sentences that an author sets apart: traps, and callouts such as “Exam tip”. */
  readonly tips: readonly TipFact[]
  readonly notes: ReadonlyMap<NoteId, Note>
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
  { names, truths }: Background = NO_BACKGROUND,
  notes: readonly Note[] = [],
): FactBase {
  const lexicon = new Lexicon(names)
  const open = facts.filter(({ withheld }) => withheld === null)
  return {
    facts: open,
    bySet: grouped(open, ({ set }) => set),
    byHeading: grouped(open.filter(isPair), headingsOf),
    lexicon,
    tips: open.filter(isTip),
    notes: new Map(notes.map((note) => [note.id, note])),
    truths: grouped([...facts.filter(isPair), ...truths], ({ subject }) => lexicon.nameOf(subject)),
  }
}

function grouped<T, Key>(values: readonly T[], keyOf: (value: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

function headingsOf(fact: PairFact): string {
  const label = fact.kind === 'relation' ? fact.subjectLabel : ''
  return `${fact.topic} ${fact.kind} ${folded(label)}: ${folded(fact.attribute)}`
}

export function truthsOf(base: FactBase, subject: string): readonly Truth[] {
  return base.truths.get(base.lexicon.nameOf(subject)) ?? []
}

function isTip(fact: Fact): fact is TipFact {
  return fact.kind === 'trap' || fact.kind === 'concept'
}

export function isPair(fact: Fact): fact is PairFact {
  return fact.kind === 'relation' || fact.kind === 'term' || fact.kind === 'scenario'
}

/** The facts of the same column, the one itself among them. */
export function columnOf(base: FactBase, fact: PairFact): readonly PairFact[] {
  return (base.bySet.get(fact.set) ?? []).filter(isPair).filter(({ attribute }) => attribute === fact.attribute)
}

/** The facts of columns with the same headings in any table of the topic, the one itself among them. */
export function alikeOf(base: FactBase, fact: PairFact): readonly PairFact[] {
  return base.byHeading.get(headingsOf(fact)) ?? []
}

export function placeOf({ id, topic, section, source }: Fact): Place {
  return { topic, section, anchor: anchorOf(id), file: source.file, line: source.line }
}

/** The heading that a fact stands under; null for the title of the topic, which says too little. */
export function headingAbove({ path }: Fact): string | null {
  return path.length > 1 ? (path.at(-1) ?? null) : null
}
