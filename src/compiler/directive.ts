import type { TableKind } from '../model/topic.ts'

/** What an HTML comment in the notes asks of the compiler. */
export type Directive =
  | { readonly kind: 'objective'; readonly objective: string }
  | { readonly kind: 'table'; readonly table: TableKind }
  | { readonly kind: 'no-quiz' }
  | { readonly kind: 'unknown'; readonly text: string }

const TABLE_KINDS: readonly TableKind[] = ['relation', 'terms', 'scenarios', 'lists', 'ordered']

/**
 * Reads `<!-- objective: 5.1.3 -->`, `<!-- table: lists -->` or `<!-- no-quiz -->`.
 * Null for any other text or comment: people comment out parts of their notes.
 */
export function directiveOf(html: string): Directive | null {
  const comment = /^<!--\s*([\w-]+)\s*(?::\s*([^>]*?))?\s*-->$/.exec(html)
  if (comment === null) return null
  const [, name = '', value] = comment
  switch (name.toLowerCase()) {
    case 'objective':
      return value === undefined ? null : { kind: 'objective', objective: value }
    case 'no-quiz':
      return { kind: 'no-quiz' }
    case 'table': {
      if (value === undefined) return null
      const table = TABLE_KINDS.find((kind) => kind === value.toLowerCase())
      return table === undefined ? { kind: 'unknown', text: value } : { kind: 'table', table }
    }
    default:
      return null
  }
}

/** A block of HTML, taken apart. `below` counts lines from the block's first. */
export interface Comments {
  readonly comments: readonly { readonly text: string; readonly below: number }[]
  /** Where a comment begins that never ends. */
  readonly unclosed: number | null
  /** What is left without the comments. */
  readonly rest: string
}

export function commentsIn(html: string): Comments {
  const found = [...html.matchAll(COMMENT)].map(({ 0: text, index }) => ({ text, index }))
  const last = found.at(-1)
  const open = html.indexOf('<!--', last === undefined ? 0 : last.index + last.text.length)
  const below = (index: number) => html.slice(0, index).split('\n').length - 1
  return {
    comments: found.map(({ text, index }) => ({ text, below: below(index) })),
    unclosed: open < 0 ? null : below(open),
    rest: html.replace(COMMENT, '').trim(),
  }
}

const COMMENT = /<!--(?:-?>|[\s\S]*?-->)/g
