import type { FactId, ItemId, ObjectiveId, OptionId, SectionId, TopicId } from './ids.ts'

/** A place in the notes. */
export interface Place {
  readonly topic: TopicId
  readonly section: SectionId
  /** Where it stands on the topic's page: the anchor of a fact, or of its section. */
  readonly anchor: string
  readonly file: string
  readonly line: number
}

export interface Option {
  readonly id: OptionId
  readonly text: string
  readonly correct: boolean
  /** Why it is right, or what it really is. */
  readonly rationale: string
  readonly source: Place
}

/** What else the notes say about what is asked: a tip, a trap, a correction. */
export interface Remark {
  readonly label: string
  readonly text: string
  readonly source: Place
}

/** Documentation that an item rests on. */
export interface Reference {
  readonly title: string
  readonly address: string
  /** The day on which somebody last compared the item with it: `2026-11-20`. Null where nobody wrote it down. */
  readonly checked: string | null
}

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

interface ItemBase {
  readonly id: ItemId
  readonly origin: 'generated' | 'authored'
  readonly topic: TopicId
  readonly domain: number | null
  readonly objective: ObjectiveId | null
  readonly stem: string
  /** Code or a figure that the stem speaks of. */
  readonly exhibit?: string
  readonly options: readonly Option[]
  /** The facts that an answer is evidence about. */
  readonly facts: readonly FactId[]
  /** Shown with the explanation. */
  readonly remarks: readonly Remark[]
  readonly references: readonly Reference[]
  /** As its author judges it. */
  readonly difficulty?: Difficulty
}

/** One right option of four; of three while the fact is new in practice. */
export interface ChoiceItem extends ItemBase {
  readonly type: 'choice'
}

/** Two or more right options of five or more; the stem says how many. */
export interface ResponseItem extends ItemBase {
  readonly type: 'response'
  readonly pick: number
}

/** Three to five steps to put in order. */
export interface OrderingItem extends ItemBase {
  readonly type: 'ordering'
  readonly order: readonly OptionId[]
}

interface Prompt {
  readonly id: OptionId
  readonly text: string
  readonly answer: OptionId
}

/** Three to seven prompts, each with one of the options. */
export interface MatchingItem extends ItemBase {
  readonly type: 'matching'
  readonly prompts: readonly Prompt[]
}

/**
 * The name of a thing, to be typed. The exam has no such item: in practice it takes the place of a choice whose fact is
 * known well. Its one option is the key.
 */
export interface TypedItem extends ItemBase {
  readonly type: 'typed'
  /** The names that count as the answer, the one of the notes first. */
  readonly accepted: readonly [string, ...string[]]
  /** Names of other things in the notes: none of them is the answer, misspelt. */
  readonly others: readonly string[]
}

/** A question of one of the exam's types. */
type ExamItem = ChoiceItem | ResponseItem | OrderingItem | MatchingItem

/** One auto-graded question. */
export type Item = ExamItem | TypedItem

export type ItemType = ExamItem['type']

/** The types of the exam. */
export const ITEM_TYPES: readonly ItemType[] = ['choice', 'response', 'ordering', 'matching']
