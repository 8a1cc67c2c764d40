import type { Inline } from '../model/inline.ts'
import type { Align, Cell } from '../model/topic.ts'
import type { RowMeta } from './markdown-table.ts'

/** One block of Markdown, before anything is known about its meaning. `line` counts from 1. */
export type MarkdownNode = MarkdownBlock & {
  /** The line of the `<details>` that it stands in, or of the heading "Answer" that stands over it. */
  readonly details?: number
}

type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[]; readonly line: number }
  | MarkdownParagraph
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly entries: readonly MarkdownEntry[]
      readonly line: number
      /** A chain such as A → B → C is an order, though no sentence says of what. */
      readonly isChain?: true
      /** Its entries have neither letters nor boxes, but the line below them says which one is the answer. */
      readonly isOffered?: true
    }
  | MarkdownTable
  | {
      readonly kind: 'quote'
      readonly children: readonly MarkdownNode[]
      readonly line: number
      /** What a block between colons says it is; a quotation says it with its first words. */
      readonly opening?: Opening
    }
  | {
      readonly kind: 'question'
      readonly children: readonly MarkdownNode[]
      /** The heading above it. */
      readonly stem: readonly Inline[] | null
      readonly line: number
      /** What a key elsewhere in the file answers, question by question. */
      readonly keyed?: readonly (string | null)[]
      /** It holds no question, but the key to those above it. */
      readonly isKey?: true
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly line: number }
  | { readonly kind: 'html'; readonly text: string; readonly line: number }

export interface Opening {
  readonly label: string
  readonly title: string
}

export interface MarkdownParagraph {
  readonly kind: 'paragraph'
  readonly text: readonly Inline[]
  readonly line: number
  readonly lastLine: number
  readonly details?: number
  /** Whether it stands right below a line across the page. */
  readonly isAfterRule?: true
}

export interface MarkdownEntry {
  readonly children: readonly MarkdownNode[]
  readonly line: number
}

export interface MarkdownTable {
  readonly kind: 'table'
  readonly header: readonly Cell[]
  /** The plain words of the header. */
  readonly headings: readonly string[]
  readonly align: readonly Align[]
  readonly rows: readonly MarkdownRow[]
  readonly line: number
  /** How many cells the line of dashes has, where these are not as many as the headings. */
  readonly dashes?: number
}

export interface MarkdownRow extends RowMeta {
  /** As many as there are headings. */
  readonly cells: readonly Cell[]
  /** The plain words of each cell: they are asked for many times. */
  readonly words: readonly string[]
  readonly line: number
}

export interface MarkdownNote {
  readonly label: string
  readonly text: readonly Inline[]
  readonly line: number
}

/** Something in a line of text that the notes cannot keep as it is. */
export type OddityKind = 'html' | 'comment' | 'link' | 'image' | 'note'

/** `text` is how it is written, to find its column by. */
export interface Oddity {
  readonly kind: OddityKind
  readonly text: string
  readonly line: number
}

/** Where a footnote is defined. */
export interface Definition {
  readonly label: string
  readonly line: number
}

/** A whole file: its blocks, its footnotes, and what was found in it that will be lost. */
export interface MarkdownFile {
  readonly nodes: readonly MarkdownNode[]
  /** Those that are referred to. */
  readonly notes: readonly MarkdownNote[]
  /** All that are defined, in the order of the file. */
  readonly definitions: readonly Definition[]
  readonly oddities: readonly Oddity[]
}
