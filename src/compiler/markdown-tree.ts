import type { Inline } from '../model/inline.ts'
import type { Align, Cell } from '../model/topic.ts'

/** One block of Markdown, before anything is known about its meaning. `line` counts from 1. */
export type MarkdownNode =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[]; readonly line: number }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[]; readonly line: number }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly entries: readonly MarkdownEntry[]
      readonly line: number
    }
  | MarkdownTable
  | { readonly kind: 'quote'; readonly children: readonly MarkdownNode[]; readonly line: number }
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly line: number }
  | { readonly kind: 'html'; readonly text: string; readonly line: number }

export interface MarkdownEntry {
  readonly children: readonly MarkdownNode[]
  readonly line: number
}

export interface MarkdownTable {
  readonly kind: 'table'
  readonly header: readonly Cell[]
  readonly align: readonly Align[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly line: number }[]
  readonly line: number
}

export interface MarkdownNote {
  readonly label: string
  readonly text: readonly Inline[]
  readonly line: number
}

/** A whole file: its blocks, its footnotes, and the labels that were defined but are referred to nowhere. */
export interface MarkdownFile {
  readonly nodes: readonly MarkdownNode[]
  readonly notes: readonly MarkdownNote[]
  readonly unusedNotes: readonly string[]
}
