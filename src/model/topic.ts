import type { Background } from './background.ts'
import type { Fact } from './fact.ts'
import { topicName } from './ids.ts'
import type { CourseId, FactId, NoteId, ObjectiveId, SectionId, TopicId } from './ids.ts'
import type { Inline } from './inline.ts'
import type { Item } from './item.ts'

export type Cell = readonly Inline[]
export type Align = 'left' | 'center' | 'right' | null

/**
 * What a table's rows mean, which decides what may be asked.
 * relation: the first cell has the others · terms: word and meaning · scenarios: situation and answer ·
 * lists: each column is a list of its own, rows pair nothing · ordered: a relation whose row order is itself a fact ·
 * contrast: things stand side by side, each column is one, and the first cell says in what they are compared.
 */
export type TableKind = 'relation' | 'terms' | 'scenarios' | 'lists' | 'ordered' | 'contrast'

export interface Row {
  readonly cells: readonly Cell[]
  /** The facts each cell gave, cell by cell. */
  readonly facts: readonly (readonly FactId[])[]
  readonly line: number
}

export interface ListEntry {
  readonly text: readonly Inline[]
  readonly facts: readonly FactId[]
  readonly children: readonly Block[]
  readonly line: number
}

export type CalloutKind = 'tip' | 'concept' | 'note' | 'warning'

/** What a section can hold. A new kind of block starts here; the type errors that follow are the to-do list. */
export type Block =
  | { readonly kind: 'prose'; readonly text: readonly Inline[]; readonly line: number }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly entries: readonly ListEntry[]
      readonly line: number
    }
  | {
      readonly kind: 'table'
      readonly table: TableKind
      /** Why it was taken for this kind. */
      readonly because: string
      readonly header: readonly Cell[]
      readonly align: readonly Align[]
      readonly rows: readonly Row[]
      readonly line: number
    }
  | {
      readonly kind: 'callout'
      readonly callout: CalloutKind
      readonly label: string
      readonly title: string
      readonly text: readonly (readonly Inline[])[]
      /** Lists and tables that stand in it below its text. */
      readonly children: readonly Block[]
      readonly facts: readonly FactId[]
      readonly line: number
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly line: number }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[]; readonly line: number }

export interface Section {
  readonly id: SectionId
  /** 1 for the topic's own title. */
  readonly level: number
  /** "4.1" when the heading is numbered, else empty. */
  readonly number: string
  readonly title: string
  /** Headings from the topic's title down to this one. */
  readonly path: readonly string[]
  readonly objective: ObjectiveId | null
  readonly blocks: readonly Block[]
  /** Facts of the section itself, without its subsections. */
  readonly facts: readonly FactId[]
  readonly line: number
}

/** disputed: the answer in the notes is wrong or dated · correction: imprecise · scope: outside the exam · remark: anything else. */
export type Verdict = 'disputed' | 'correction' | 'scope' | 'remark'

/** A footnote: what stands beside a statement of the notes. */
export interface Note {
  readonly id: NoteId
  readonly verdict: Verdict
  readonly text: readonly Inline[]
  readonly line: number
}

/** One Markdown file of notes. */
export interface Topic {
  readonly id: TopicId
  readonly course: CourseId
  readonly title: string
  readonly file: string
  readonly sections: readonly Section[]
  readonly facts: readonly Fact[]
  /** Questions that the notes hold as they are asked. */
  readonly items: readonly Item[]
  readonly notes: readonly Note[]
  /** Nothing while the topic is looked at alone. */
  readonly background: Background
}

/** Whether an address that names topics means this one: by its id, by its file's name, or by its course. */
export function isNamed({ id, course }: Pick<Topic, 'id' | 'course'>, names: readonly string[]): boolean {
  return names.includes(id) || names.includes(topicName(id)) || names.includes(course)
}
