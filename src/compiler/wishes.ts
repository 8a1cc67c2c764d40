import type { NoteId, SetId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { TableKind } from '../model/topic.ts'
import type { SourceLines } from './source-lines.ts'

export interface ListName {
  readonly words: string
  readonly line: number | null
  /** The footnotes of the sentence: they hold for all that is listed. */
  readonly notes: readonly NoteId[]
  /** The lists that it stands among, with the set that they share. Null for a list alone. */
  readonly beside: { readonly lists: readonly string[]; readonly set: SetId } | null
}

/** What comments and sentences ask of the block that comes next. */
export interface Wishes {
  readonly table: { readonly kind: TableKind; readonly line: number } | null
  /** The line of a comment "no-quiz". */
  readonly noQuiz: number | null
  /** The sentence before a list, when it ends in a colon. It has no line when it is the entry that a list stands in. */
  readonly name: ListName | null
}

export const NO_WISHES: Wishes = { table: null, noQuiz: null, name: null }

/** The wish of a text that a list may follow. One inside an entry or a callout needs no line: it is asked anyway. */
export function named(text: readonly Inline[], line: number | null): Wishes {
  const words = nameIn(text)
  return words === null ? NO_WISHES : { ...NO_WISHES, name: { words, line, notes: notesIn(text), beside: null } }
}

/** A text that ends in a colon names the list that follows by its last sentence. */
export function nameIn(text: readonly Inline[]): string | null {
  const words = plainText(text)
  if (!words.endsWith(':')) return null
  const sentence =
    words
      .slice(0, -1)
      .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
      .at(-1) ?? ''
  return sentence.trim() === '' ? null : sentence.trim()
}

/** Says which wishes a block did not fulfil. `facts`: how many it gave. */
export function reportUnfulfilled(wishes: Wishes, block: string, facts: number, lines: SourceLines): void {
  const { table, noQuiz, name } = wishes
  if (table !== null && block !== 'table') {
    const message = 'The comment about a table is not followed by a table.'
    lines.report('warning', 'unused-directive', lines.at(table.line), message, 'Move it to the line before the table.')
  }
  if (noQuiz !== null && facts === 0) {
    const message = 'The comment “no-quiz” speaks of the next block alone, and that gives nothing to ask.'
    const hint = 'Move it to the line before the table, list or callout that must not be asked.'
    lines.report('warning', 'unused-directive', lines.at(noQuiz), message, hint)
  }
  if (name !== null && name.line !== null && block !== 'list') {
    explainSilence(lines, name.line, 'A paragraph is read, not asked.')
  }
}

/** Says why a block gives no fact: an author should not have to wonder. */
export function explainSilence(lines: SourceLines, line: number, message: string): void {
  const hint = 'Use a table, a list with a name, or a callout for what must be recalled.'
  lines.report('info', 'no-fact', lines.at(line), message, hint)
}
