import type { FactId, NoteId, ObjectiveId, SectionId, SetId, TopicId } from './ids.ts'

/** Where a fact is written. */
export interface Source {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** A sentence cut at its key phrases; each blank can be asked. */
export type ClozePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'blank'; readonly text: string }

/** Why a fact may not be asked as a question. Its cards stay: there the correction stands beside the answer. */
export type Withheld = 'disputed' | 'author'

interface FactBase {
  readonly id: FactId
  readonly topic: TopicId
  readonly section: SectionId
  /** Headings from the topic's title down to the fact's own section. */
  readonly path: readonly string[]
  readonly subject: string
  readonly attribute: string
  readonly value: string
  readonly objective: ObjectiveId | null
  readonly source: Source
  /** The table or list it stands in. */
  readonly set: SetId
  /** Corrections and remarks that stand beside it in the notes. */
  readonly notes: readonly NoteId[]
  readonly withheld: Withheld | null
}

/** A cell of a table: what its row's first cell has under the heading of its column. */
export interface RelationFact extends FactBase {
  readonly kind: 'relation'
  /** What the first column holds: "Key Type". */
  readonly subjectLabel: string
  /** Whether the value belongs to this subject alone, so that it can be asked the other way round. */
  readonly oneToOne: boolean
}

export interface TermFact extends FactBase {
  readonly kind: 'term'
}

export interface ScenarioFact extends FactBase {
  readonly kind: 'scenario'
}

interface TrapFact extends FactBase {
  readonly kind: 'trap'
  readonly cloze: readonly ClozePart[]
}

interface ConceptFact extends FactBase {
  readonly kind: 'concept'
  readonly cloze: readonly ClozePart[]
}

/** An entry of a list: `subject` is one of `value`. In parallel lists the other lists are what it is not. */
export interface MembershipFact extends FactBase {
  readonly kind: 'membership'
  /** All lists it could stand in; one alone when the list has no parallel. */
  readonly lists: readonly string[]
  readonly cloze: readonly ClozePart[]
}

/** A step of an ordered set. */
export interface StepFact extends FactBase {
  readonly kind: 'step'
  /** From 0. */
  readonly position: number
}

/** The smallest thing that can be known or forgotten: subject + attribute + value. */
export type Fact = RelationFact | TermFact | ScenarioFact | TrapFact | ConceptFact | MembershipFact | StepFact

export type FactKind = Fact['kind']

/** Whether a fact can be recalled. An entry of a lone list with nothing in bold cannot: nothing says what to ask of it. */
export function isAskable(fact: Fact): boolean {
  return fact.kind !== 'membership' || fact.lists.length > 1 || fact.cloze.some(({ kind }) => kind === 'blank')
}
