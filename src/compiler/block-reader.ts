import type { Rule } from '../model/diagnostic.ts'
import { objectiveId } from '../model/ids.ts'
import type { FactId, ObjectiveId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Block, ListEntry, Section, TableKind } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'
import { calloutOf } from './callout.ts'
import type { Callout } from './callout.ts'
import { classifyTable } from './classify-table.ts'
import { clozeOf } from './cloze.ts'
import { directiveOf } from './directive.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import { entryFacts, textOf } from './list-facts.ts'
import type { MarkdownNode, MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'
import { rowsOf } from './table-facts.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A section while its blocks are being read. */
export interface OpenSection extends Mutable<Omit<Section, 'blocks' | 'facts'>> {
  blocks: Block[]
  facts: FactId[]
}

/** Turns blocks into typed blocks and facts, and says of each block that gives no fact why it gives none. */
export class BlockReader {
  /** What the last comment asked of the next block. */
  private wantedTable: TableKind | null = null
  private noQuiz = false
  private commentLine = 0
  /** The sentence before a list, when it ends in a colon. */
  private listName: string | null = null
  private readonly writer: FactWriter
  private readonly lines: SourceLines
  private readonly objectives: ReadonlySet<ObjectiveId> | null

  constructor(writer: FactWriter, lines: SourceLines, objectives: ReadonlySet<ObjectiveId> | null) {
    this.writer = writer
    this.lines = lines
    this.objectives = objectives
  }

  enterSection(): void {
    this.forgetWishes()
    this.listName = null
  }

  read(node: MarkdownNode, section: OpenSection): void {
    if (node.kind === 'html' && this.obey(node.text, node.line, section)) return
    const block = this.blockOf(node, section)
    if (block === null) return
    section.blocks.push(block)
    this.listName = block.kind === 'prose' ? nameIn(block.text) : null
    this.noQuiz = false
    this.forgetWishes()
  }

  /** Comments are for the compiler; they are never shown. */
  private obey(html: string, line: number, section: OpenSection): boolean {
    if (!html.startsWith('<!--')) return false
    const directive = directiveOf(html)
    switch (directive?.kind) {
      case 'objective':
        section.objective = this.objective(directive.objective, line) ?? section.objective
        break
      case 'table':
        this.wantedTable = directive.table
        this.commentLine = line
        break
      case 'no-quiz':
        this.noQuiz = true
        break
      case 'unknown': {
        const hint = 'Use relation, terms, scenarios, lists or ordered.'
        this.tell('unknown-directive', line, `There is no kind of table called “${directive.text}”.`, hint, 'error')
        break
      }
      case undefined:
        break
      default:
        return unreachable(directive)
    }
    return true
  }

  private objective(number: string, line: number): ObjectiveId | null {
    const objective = objectiveId(number)
    if (this.objectives === null || this.objectives.has(objective)) return objective
    const hint = 'Use the number of one of the objectives in course.md.'
    this.tell('unknown-objective', line, `The course has no objective “${number}”.`, hint, 'error')
    return null
  }

  private blockOf(node: MarkdownNode, section: OpenSection): Block | null {
    switch (node.kind) {
      case 'heading':
        return { kind: 'prose', text: node.text, line: node.line }
      case 'paragraph': {
        if (nameIn(node.text) === null) this.explainSilence(node.line, 'A paragraph is read, not asked.')
        return { kind: 'prose', text: node.text, line: node.line }
      }
      case 'code':
        this.explainSilence(node.line, 'Code and diagrams are shown as they are, not asked.')
        return { kind: 'code', language: node.language, text: node.text, line: node.line }
      case 'html':
        this.tell('raw-html', node.line, 'HTML is shown as text.', 'Write it in Markdown.', 'warning')
        return { kind: 'code', language: 'html', text: node.text, line: node.line }
      case 'list':
        return this.list(node, section)
      case 'table':
        return this.table(node, section)
      case 'quote': {
        const callout = calloutOf(node.children)
        return callout === null ? this.quote(node, section) : this.callout(callout, node.line, section)
      }
      default:
        return unreachable(node)
    }
  }

  private table(node: MarkdownTable, section: OpenSection): Block {
    const { table, because } = classifyTable(node, this.wantedTable)
    this.wantedTable = null
    const { writer, lines, noQuiz } = this
    const rows = rowsOf(node, table, { place: placeOf(section), writer, lines, noQuiz })
    section.facts.push(...rows.flatMap(({ facts }) => facts.flat()))
    return { kind: 'table', table, because, header: node.header, align: node.align, rows, line: node.line }
  }

  private list(node: MarkdownNode & { kind: 'list' }, section: OpenSection): Block {
    const { writer, lines, noQuiz, listName: name } = this
    const { ordered, start, line } = node
    const facts = entryFacts(node.entries, { place: placeOf(section), writer, lines, noQuiz, ordered, name })
    if (facts.every((given) => given.length === 0)) {
      const hint = 'Put a sentence that ends in a colon before it: it says what the list is a list of.'
      this.tell('list-without-name', line, 'Nothing says what this list is a list of, so it gave no fact.', hint, 'info')
    }
    section.facts.push(...facts.flat())
    const entries = node.entries.map((entry, index): ListEntry => {
      const [first, ...rest] = entry.children
      const below = first?.kind === 'paragraph' ? rest : entry.children
      return { text: textOf(entry), facts: facts[index] ?? [], children: this.nested(below, section), line: entry.line }
    })
    return { kind: 'list', ordered, start, entries, line }
  }

  private callout({ callout, label, title, text }: Callout, line: number, section: OpenSection): Block {
    const whole = text.flatMap((paragraph, index): readonly Inline[] =>
      index === 0 ? paragraph : [{ kind: 'text', text: ' ' }, ...paragraph],
    )
    const cloze = clozeOf(whole)
    const place = placeOf(section)
    const subject = title === '' ? section.title : title
    if (cloze.length === 0) {
      const hint = 'Put the words one must recall in bold: each becomes a blank.'
      this.tell('no-blank', line, `“${label}” has no bold phrase, so it is asked only as a whole.`, hint, 'info')
    }
    const fact = this.writer.write(place, {
      kind: 'concept',
      subject,
      attribute: label,
      value: plainText(whole),
      cloze,
      set: this.writer.set(place, `${label} ${subject}`),
      notes: notesIn(whole),
      source: this.lines.at(line),
      noQuiz: this.noQuiz,
    })
    section.facts.push(fact)
    return { kind: 'callout', callout, label, title, text, facts: [fact], line }
  }

  private quote(node: MarkdownNode & { kind: 'quote' }, section: OpenSection): Block {
    this.explainSilence(node.line, 'A quotation without a label such as “Exam tip:” is read, not asked.')
    return { kind: 'quote', blocks: this.nested(node.children, section), line: node.line }
  }

  private nested(nodes: readonly MarkdownNode[], section: OpenSection): readonly Block[] {
    return nodes.flatMap((node) => {
      if (node.kind === 'html' && node.text.startsWith('<!--')) return []
      const block = this.blockOf(node, section)
      return block === null ? [] : [block]
    })
  }

  private forgetWishes(): void {
    if (this.wantedTable !== null) {
      const message = 'The comment about a table is not followed by a table.'
      this.tell('unused-directive', this.commentLine, message, 'Move it to the line before the table.', 'warning')
    }
    this.wantedTable = null
  }

  private explainSilence(line: number, message: string): void {
    this.tell('no-fact', line, message, 'Use a table, a list with a name, or a callout for what must be recalled.', 'info')
  }

  private tell(rule: Rule, line: number, message: string, hint: string, severity: 'error' | 'warning' | 'info'): void {
    this.lines.report(severity, rule, this.lines.at(line), message, hint)
  }
}

function placeOf({ id: section, path, title, objective }: OpenSection): Place {
  return { section, path, title, objective }
}

/** "What SCPs are for:" names the list that follows. */
function nameIn(text: readonly Inline[]): string | null {
  const words = plainText(text)
  return words.endsWith(':') ? words.slice(0, -1).trim() : null
}
