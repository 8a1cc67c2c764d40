import MarkdownIt from 'markdown-it'
import type { Env, Token } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Cell } from '../model/topic.ts'
import { footnoteRule, footnoteText } from './footnote-text.ts'
import type { FootnoteTokens } from './footnote-text.ts'
import { asideRule, groupRule, htmlListRule, linesOfHtml } from './html-rules.ts'
import { containerRule, depthRule, detailsRule, formulaRule, mathRule, tildesRule } from './markdown-rules.ts'
import { tableOf, tableRule } from './markdown-table.ts'
import type { WrittenRow } from './markdown-table.ts'
import type {
  Definition,
  MarkdownEntry,
  MarkdownFile,
  MarkdownNode,
  MarkdownNote,
  MarkdownParagraph,
  MarkdownRow,
  MarkdownTable,
  Oddity,
  Opening,
} from './markdown-tree.ts'
import { inlinesOf } from './parse-inline.ts'
import { hiddenBlockRule, hiddenRule, highlightRule, wikiLinkRule } from './wiki-rules.ts'

/** What the parser carries along while it reads one file. */
interface Environment extends Env {
  definitions?: Definition[]
  /** Those that are referred to, in that order. */
  readonly footnotes?: { readonly list?: readonly { readonly label: string }[] }
  readonly footnoteTokens?: FootnoteTokens
}

// The parser would leave a link it distrusts as text; here each link is judged where the tree is built, and reported.
const parser = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(footnotes)
parser.validateLink = () => true
// `^[note]` is not GFM: other viewers show it as it is written.
parser.disable('footnote_inline')
parser.core.ruler.at('footnote_tail', footnoteRule)
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }
parser.block.ruler.at('table', tableRule, { alt: ['paragraph', 'reference'] })
parser.block.ruler.before('table', 'depth', depthRule)
parser.block.ruler.before('html_block', 'details', detailsRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'container', containerRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'formula', formulaRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'aside', asideRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'html_list', htmlListRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'group', groupRule, INTERRUPTS)
parser.block.ruler.before('html_block', 'hidden', hiddenBlockRule, INTERRUPTS)
parser.inline.ruler.before('escape', 'math', mathRule)
parser.inline.ruler.before('strikethrough', 'tildes', tildesRule)
parser.inline.ruler.before('link', 'wiki_link', wikiLinkRule)
parser.inline.ruler.before('link', 'highlight', highlightRule)
parser.inline.ruler.before('link', 'hidden', hiddenRule)
// Takes nothing; it notes the line of each definition, for the parser forgets it.
parser.block.ruler.before('footnote_def', 'footnote_line', (state, line, _end, silent) => {
  const [, label] =
    /^\[\^([^\]\s]+)\]:/.exec(state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0))) ?? []
  const { definitions }: Environment = state.env
  if (!silent && label !== undefined) definitions?.push({ label, line: line + 1 })
  return false
})

/** Reads GFM with footnotes into a tree of our own. Only this file and parse-inline.ts know the Markdown parser. */
export function parseMarkdown(text: string): MarkdownFile {
  const definitions: Definition[] = []
  const environment: Environment = { definitions }
  const tokens = parser.parse(text, environment)
  const oddities: Oddity[] = []
  const nodes = new TokenReader(tokens, oddities).nodesUntil(null)
  return { nodes, notes: notesIn(environment, definitions, oddities), definitions, oddities }
}

function notesIn(
  { footnotes: referred, footnoteTokens }: Environment,
  definitions: readonly Definition[],
  oddities: Oddity[],
): readonly MarkdownNote[] {
  const lines = new Map(definitions.map(({ label, line }) => [label, line]))
  return (referred?.list ?? []).map(({ label }): MarkdownNote => {
    const nodes = new TokenReader(footnoteTokens?.get(label) ?? [], oddities).nodesUntil(null)
    return { label, text: footnoteText(nodes, oddities), line: lines.get(label) ?? 1 }
  })
}

function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1
}

function inlinesIn(token: Token, line: number, oddities: Oddity[]): readonly Inline[] {
  return inlinesOf(token.children ?? [], (kind, text, below) => oddities.push({ kind, text, line: line + below }))
}

/** Walks the parser's flat list of open and close tokens. */
class TokenReader {
  private index = 0
  /** The line of the `<details>` that is open. */
  private details: number | null = null
  private isAfterRule = false
  private readonly tokens: readonly Token[]
  private readonly oddities: Oddity[]

  constructor(tokens: readonly Token[], oddities: Oddity[]) {
    this.tokens = tokens
    this.oddities = oddities
  }

  nodesUntil(close: string | null): readonly MarkdownNode[] {
    const nodes: MarkdownNode[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      const { details } = this
      const node = this.nodeOf(token)
      if (node === null) continue
      nodes.push(details === null || node.kind === 'heading' ? node : { ...node, details })
      this.isAfterRule = false
    }
    return nodes
  }

  private next(): Token | undefined {
    const token = this.tokens[this.index]
    this.index += 1
    return token
  }

  private nodeOf(token: Token): MarkdownNode | null {
    const line = lineOf(token)
    switch (token.type) {
      case 'heading_open':
        this.details = null
        return {
          kind: 'heading',
          level: Number(token.tag.slice(1)),
          text: this.inlineUntil('heading_close', line),
          line,
        }
      case 'paragraph_open':
        return this.paragraph(token, line)
      case 'bullet_list_open':
        return { kind: 'list', ordered: false, start: 1, entries: this.entriesUntil('bullet_list_close'), line }
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1)
        return { kind: 'list', ordered: true, start, entries: this.entriesUntil('ordered_list_close'), line }
      }
      case 'blockquote_open':
        return { kind: 'quote', children: this.nodesUntil('blockquote_close'), line }
      case 'container_open':
        return { kind: 'quote', opening: openingOf(token), children: this.nodesUntil('container_close'), line }
      case 'table_open':
        return this.table(token, line)
      case 'fence':
        return { kind: 'code', language: token.info.trim().split(/\s+/)[0] ?? '', text: token.content, line }
      case 'code_block':
        return { kind: 'code', language: '', text: token.content, line }
      case 'html_block': {
        const text = token.content.trim()
        const words = linesOfHtml(text)
        return words === null ? { kind: 'html', text, line } : { kind: 'code', language: '', text: words, line }
      }
      case 'details_open':
        this.details = line
        return null
      case 'details_close':
        this.details = null
        return null
      case 'hr':
        this.isAfterRule = true
        return null
      default:
        return null
    }
  }

  private inlineUntil(close: string, line: number): readonly Inline[] {
    let text: readonly Inline[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      if (token.type === 'inline') text = inlinesIn(token, line, this.oddities)
    }
    return text
  }

  private paragraph(token: Token, line: number): MarkdownParagraph {
    const isBold = token.attrGet('bold') !== null
    const text = this.inlineUntil('paragraph_close', line)
    const lastLine = token.map?.[1] ?? line
    const after: { isAfterRule?: true } = this.isAfterRule ? { isAfterRule: true } : {}
    return { kind: 'paragraph', text: isBold ? [{ kind: 'strong', children: text }] : text, line, lastLine, ...after }
  }

  private entriesUntil(close: string): readonly MarkdownEntry[] {
    const entries: MarkdownEntry[] = []
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      if (token.type === 'list_item_open') {
        entries.push({ line: lineOf(token), children: this.nodesUntil('list_item_close') })
      }
    }
    return entries
  }

  private table(token: Token, line: number): MarkdownTable {
    const { rows, align, dashes } = tableOf(token)
    const [header, ...body] = rows.map((row) => this.row(row))
    this.next()
    const odd = dashes === null ? {} : { dashes }
    return {
      kind: 'table',
      header: header?.cells ?? [],
      headings: header?.words ?? [],
      align,
      rows: body,
      line,
      ...odd,
    }
  }

  private row({ cells: texts, line, written, fit }: WrittenRow): MarkdownRow {
    const cells: Cell[] = []
    const words: string[] = []
    for (const text of texts) {
      const token = text === null ? this.next() : undefined
      const cell = token === undefined ? plainCell(text ?? '') : inlinesIn(token, line, this.oddities)
      cells.push(cell)
      words.push(plainText(cell))
    }
    return { cells, words, line, written, fit }
  }
}

function plainCell(text: string): Cell {
  return text === '' ? [] : [{ kind: 'text', text }]
}

function openingOf(token: Token): Opening {
  const name = String(token.attrGet('name') ?? '').replaceAll('-', ' ')
  return {
    label: name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
    title: String(token.attrGet('title') ?? ''),
  }
}
