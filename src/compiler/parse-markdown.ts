import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import type { Inline } from '../model/inline.ts'
import type { Align, Cell } from '../model/topic.ts'
import type { MarkdownEntry, MarkdownFile, MarkdownNode, MarkdownNote, MarkdownTable } from './markdown-tree.ts'
import { inlinesOf, labelOf } from './parse-inline.ts'

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(footnotes)

/** Reads GFM with footnotes into a tree of our own. Only this file and parse-inline.ts know the Markdown parser. */
export function parseMarkdown(text: string): MarkdownFile {
  const environment: { footnotes?: { refs?: Record<string, number> } } = {}
  const tokens = parser.parse(text, environment)
  const end = tokens.findIndex((token) => token.type === 'footnote_block_open')
  const body = end < 0 ? tokens : tokens.slice(0, end)
  return {
    nodes: new TokenReader(body).nodesUntil(null),
    notes: end < 0 ? [] : notesOf(tokens.slice(end)),
    unusedNotes: Object.entries(environment.footnotes?.refs ?? {})
      .filter(([, count]) => count < 0)
      .map(([label]) => label.slice(1)),
  }
}

function notesOf(tokens: readonly Token[]): readonly MarkdownNote[] {
  const notes: MarkdownNote[] = []
  let label = ''
  let text: Inline[] = []
  let line = 0
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      label = labelOf(token)
      text = []
      line = 0
    } else if (token.type === 'inline') {
      if (line === 0) line = (token.map?.[0] ?? 0) + 1
      else text.push({ kind: 'break' })
      text.push(...inlinesOf(token.children ?? []))
    } else if (token.type === 'footnote_close') {
      notes.push({ label, text, line })
    }
  }
  return notes
}

/** Walks the parser's flat list of open and close tokens. */
class TokenReader {
  private index = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  nodesUntil(close: string | null): readonly MarkdownNode[] {
    const nodes: MarkdownNode[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      const node = this.nodeOf(token)
      if (node !== null) nodes.push(node)
    }
    return nodes
  }

  private next(): Token | undefined {
    const token = this.tokens[this.index]
    this.index += 1
    return token
  }

  private nodeOf(token: Token): MarkdownNode | null {
    const line = (token.map?.[0] ?? 0) + 1
    switch (token.type) {
      case 'heading_open':
        return { kind: 'heading', level: Number(token.tag.slice(1)), text: this.inlineUntil('heading_close'), line }
      case 'paragraph_open':
        return { kind: 'paragraph', text: this.inlineUntil('paragraph_close'), line }
      case 'bullet_list_open':
        return { kind: 'list', ordered: false, start: 1, entries: this.entriesUntil('bullet_list_close'), line }
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1)
        return { kind: 'list', ordered: true, start, entries: this.entriesUntil('ordered_list_close'), line }
      }
      case 'blockquote_open':
        return { kind: 'quote', children: this.nodesUntil('blockquote_close'), line }
      case 'table_open':
        return this.table(line)
      case 'fence':
        return { kind: 'code', language: token.info.trim().split(/\s+/)[0] ?? '', text: token.content, line }
      case 'code_block':
        return { kind: 'code', language: '', text: token.content, line }
      case 'html_block':
        return { kind: 'html', text: token.content.trim(), line }
      default:
        return null
    }
  }

  private inlineUntil(close: string): readonly Inline[] {
    let text: readonly Inline[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      if (token.type === 'inline') text = inlinesOf(token.children ?? [])
    }
    return text
  }

  private entriesUntil(close: string): readonly MarkdownEntry[] {
    const entries: MarkdownEntry[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      if (token.type === 'list_item_open') {
        entries.push({ line: (token.map?.[0] ?? 0) + 1, children: this.nodesUntil('list_item_close') })
      }
    }
    return entries
  }

  private table(line: number): MarkdownTable {
    const rows: { cells: Cell[]; line: number }[] = []
    const align: Align[] = []
    for (let token = this.next(); token !== undefined && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push({ cells: [], line: (token.map?.[0] ?? 0) + 1 })
      else if (token.type === 'th_open') align.push(alignOf(token))
      else if (token.type === 'inline') rows.at(-1)?.cells.push(inlinesOf(token.children ?? []))
    }
    return { kind: 'table', header: rows[0]?.cells ?? [], align, rows: rows.slice(1), line }
  }
}

function alignOf(token: Token): Align {
  const style = String(token.attrGet('style') ?? '')
  if (style.endsWith('center')) return 'center'
  if (style.endsWith('right')) return 'right'
  return style.endsWith('left') ? 'left' : null
}
