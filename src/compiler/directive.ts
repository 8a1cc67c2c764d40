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
  const [, name = '', value = ''] = comment
  if (name === 'objective') return { kind: 'objective', objective: value }
  if (name === 'no-quiz') return { kind: 'no-quiz' }
  if (name !== 'table') return null
  const table = TABLE_KINDS.find((kind) => kind === value)
  return table === undefined ? { kind: 'unknown', text: value } : { kind: 'table', table }
}
