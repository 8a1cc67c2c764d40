import type { StateCore, Token } from 'markdown-it'
import type { Inline } from '../model/inline.ts'
import { commentsIn } from './directive.ts'
import type { MarkdownNode, Oddity } from './markdown-tree.ts'
import { labelOf } from './parse-inline.ts'

/** The tokens of each footnote, by its label. Of two with one label the last one counts. */
export type FootnoteTokens = ReadonlyMap<string, readonly Token[]>

/** Takes the tokens of the footnotes out of those of the text; a footnote may stand in another one. */
export function footnoteRule(state: StateCore): void {
  const footnotes = new Map<string, Token[]>()
  const open: Token[][] = []
  const text: Token[] = []
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const own: Token[] = []
      footnotes.set(labelOf(token), own)
      open.push(own)
    } else if (token.type === 'footnote_reference_close') open.pop()
    else (open.at(-1) ?? text).push(token)
  }
  state.tokens = text
  state.env['footnoteTokens'] = footnotes
}

/** The blocks of a footnote as one text: it is shown beside a statement, where there is no room for tables and lists. */
export function footnoteText(nodes: readonly MarkdownNode[], oddities: Oddity[]): readonly Inline[] {
  const text: Inline[] = []
  for (const node of nodes) {
    const words = wordsOf(node, oddities)
    if (text.length > 0 && words.length > 0) text.push({ kind: 'break' })
    for (const inline of words) text.push(inline)
  }
  return text
}

function wordsOf(node: MarkdownNode, oddities: Oddity[]): readonly Inline[] {
  switch (node.kind) {
    case 'heading':
    case 'paragraph':
      return node.text
    case 'code':
      return [{ kind: 'code', text: node.text.trimEnd() }]
    case 'html': {
      const { rest } = commentsIn(node.text)
      if (rest === '') return []
      oddities.push({ kind: 'html', text: rest.split('\n', 1)[0] ?? '', line: node.line })
      return [{ kind: 'text', text: rest }]
    }
    case 'list':
      return footnoteText(
        node.entries.flatMap(({ children }) => children),
        oddities,
      )
    case 'table':
      return rowsOf([node.header, ...node.rows.map(({ cells }) => cells)])
    case 'quote':
    case 'question':
      return footnoteText(node.children, oddities)
  }
}

function rowsOf(rows: readonly (readonly (readonly Inline[])[])[]): readonly Inline[] {
  return rows.flatMap((cells, row): readonly Inline[] => [
    ...(row === 0 ? [] : [{ kind: 'break' as const }]),
    ...cells.flatMap((cell, column): readonly Inline[] => [
      ...(column === 0 ? [] : [{ kind: 'text' as const, text: ' | ' }]),
      ...cell,
    ]),
  ])
}
