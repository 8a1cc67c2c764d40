import { objectiveId } from '../model/ids.ts'
import type { FactId, ObjectiveId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Block, ListEntry } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'
import { calloutOf } from './callout.ts'
import type { Callout } from './callout.ts'
import { checkForTable, checkTable, silenceOf } from './check-table.ts'
import { classifyTable } from './classify-table.ts'
import { clozeOf } from '../model/cloze.ts'
import { commentsIn, directiveOf } from './directive.ts'
import type { FactWriter } from './fact-writer.ts'
import { entryFacts, reportSilentEntries, textOf } from './list-facts.ts'
import type { MarkdownNode, MarkdownTable } from './markdown-tree.ts'
import { nestedListNames } from './nested-list-names.ts'
import { keep, placeOf } from './open-section.ts'
import type { OpenSection } from './open-section.ts'
import { plainBlock } from './plain-block.ts'
import type { QuestionWriter } from './question-writer.ts'
import type { SourceLines } from './source-lines.ts'
import { rowsOf } from './table-facts.ts'
import { Unasked } from './unasked.ts'
import { explainSilence, named, nameIn, NO_WISHES, reportUnfulfilled } from './wishes.ts'
import type { Wishes } from './wishes.ts'

interface Writers {
  readonly facts: FactWriter
  readonly questions: QuestionWriter
}

/** Turns blocks into typed blocks and facts, and says of each block that gives no fact why it gives none. */
export class BlockReader {
  private wishes: Wishes = NO_WISHES
  /** Whether the block that is being read, or one around it, must not be asked. */
  private noQuiz = false
  /** How many questions were read that can be asked as they stand. */
  private asked = 0
  private readonly unasked: Unasked
  private readonly writer: FactWriter
  private readonly questions: QuestionWriter
  private readonly lines: SourceLines
  private readonly objectives: ReadonlySet<ObjectiveId> | null

  constructor(writers: Writers, lines: SourceLines, objectives: ReadonlySet<ObjectiveId> | null) {
    this.writer = writers.facts
    this.questions = writers.questions
    this.lines = lines
    this.unasked = new Unasked(lines)
    this.objectives = objectives
  }

  /** No wish reaches over a heading or over the end of the file. */
  endSection(): void {
    this.unasked.tell()
    reportUnfulfilled(this.wishes, 'end', 0, this.lines)
    this.wishes = NO_WISHES
  }

  /** Reads a block of the section, or of the list or quotation `into` which it goes. */
  read(node: MarkdownNode, section: OpenSection, into: Block[] = section.blocks): void {
    if (node.kind === 'html' && this.isNothingButComments(node, section)) return
    if (node.kind !== 'paragraph') this.unasked.tell()
    const { wishes } = this
    const wasQuiet = this.noQuiz
    const before = section.facts.length + this.asked
    this.wishes = NO_WISHES
    this.noQuiz = wasQuiet || wishes.noQuiz !== null
    into.push(this.blockOf(node, section, wishes))
    this.noQuiz = wasQuiet
    reportUnfulfilled(wishes, node.kind, section.facts.length + this.asked - before, this.lines)
    this.wishes = node.kind === 'paragraph' ? named(node.text, node.line) : NO_WISHES
  }

  /** Comments are for the compiler; they are never shown. */
  private isNothingButComments({ text, line }: MarkdownNode & { kind: 'html' }, section: OpenSection): boolean {
    const { comments, rest } = commentsIn(text)
    for (const comment of comments) this.obey(comment.text, line + comment.below, section)
    return rest === ''
  }

  private obey(comment: string, line: number, section: OpenSection): void {
    const directive = directiveOf(comment)
    switch (directive?.kind) {
      case 'objective':
        section.objective = this.objective(directive.objective, line) ?? section.objective
        break
      case 'table':
        reportUnfulfilled({ ...NO_WISHES, table: this.wishes.table }, 'comment', 0, this.lines)
        this.wishes = { ...this.wishes, table: { kind: directive.table, line } }
        break
      case 'no-quiz':
        this.wishes = { ...this.wishes, noQuiz: line }
        break
      case 'unknown':
        this.lines.report('warning', 'unknown-directive', this.lines.at(line), directive.message, directive.hint)
        break
      case undefined:
        break
      default:
        unreachable(directive)
    }
  }

  private objective(number: string, line: number): ObjectiveId | null {
    const objective = objectiveId(number)
    if (number !== '' && (this.objectives === null || this.objectives.has(objective))) return objective
    const message = number === '' ? 'The comment names no objective.' : `The blueprint has no objective “${number}”.`
    const hint = 'Use a number from the table of objectives in course.md, such as 5.1.3.'
    this.lines.report('error', 'unknown-objective', this.lines.at(line), message, hint)
    return null
  }

  private blockOf(node: MarkdownNode, section: OpenSection, wishes: Wishes): Block {
    const { lines } = this
    const { line } = node
    switch (node.kind) {
      case 'heading':
        explainSilence(lines, line, 'A heading inside a list or a quotation opens no section.')
        return { kind: 'prose', text: node.text, line }
      case 'paragraph':
        if (checkForTable(node, lines)) return { kind: 'prose', text: node.text, line }
        if (nameIn(node.text) === null) this.unasked.add(line)
        return { kind: 'prose', text: node.text, line }
      case 'code':
        explainSilence(lines, line, 'Code and diagrams are shown as they are, not asked.')
        return { kind: 'code', language: node.language, text: node.text, line }
      case 'html':
        return this.html(node)
      case 'list':
        return this.list(node, section, wishes)
      case 'table':
        return this.table(node, section, wishes)
      case 'quote': {
        const callout = calloutOf(node.children, node.opening ?? null)
        return callout === null ? this.quote(node, section) : this.callout(callout, line, section)
      }
      case 'question':
        this.asked += this.questions.write(node, placeOf(section), this.noQuiz)
        return plainBlock(node)
      default:
        return unreachable(node)
    }
  }

  private html({ text, line }: MarkdownNode & { kind: 'html' }): Block {
    const { lines } = this
    const { rest, unclosed } = commentsIn(text)
    if (!rest.startsWith('<!--')) {
      lines.report('warning', 'raw-html', lines.at(line), 'HTML is shown as text.', 'Write it in Markdown.')
    }
    if (unclosed !== null) {
      const message = 'The comment is never closed, so all that follows is a part of it.'
      lines.report('error', 'unclosed-comment', lines.at(line + unclosed), message, 'Close it with -->.')
    }
    return { kind: 'code', language: 'html', text: rest, line }
  }

  private table(node: MarkdownTable, section: OpenSection, wishes: Wishes): Block {
    const { writer, lines, noQuiz } = this
    const { table, because } = classifyTable(
      node,
      wishes.table?.kind ?? null,
      `${section.title} ${wishes.name?.words ?? ''}`,
    )
    checkTable(node, table, lines)
    const rows = rowsOf(node, table, { place: placeOf(section), writer, lines, noQuiz })
    const silence = silenceOf(node, table, rows)
    if (silence !== null) explainSilence(lines, node.line, silence)
    for (const { facts } of rows) keep(facts, section)
    return { kind: 'table', table, because, header: node.header, align: node.align, rows, line: node.line }
  }

  private list(node: MarkdownNode & { kind: 'list' }, section: OpenSection, wishes: Wishes): Block {
    const { writer, lines, noQuiz } = this
    const { ordered, start, line } = node
    const name =
      wishes.name ?? (node.isChain === true ? { words: section.title, line: null, notes: [], beside: null } : null)
    const facts = entryFacts(node.entries, { place: placeOf(section), writer, lines, noQuiz, ordered, name })
    keep(facts, section)
    reportSilentEntries(node, facts, name, lines)
    const below = nestedListNames(node.entries, (words) => writer.set(placeOf(section), words))
    const entries = node.entries.map((entry, index): ListEntry => {
      const text = textOf(entry)
      const [first, ...rest] = entry.children
      const inner = first?.kind === 'paragraph' ? rest : entry.children
      const children = this.nested(inner, section, below[index] ?? NO_WISHES)
      return { text, facts: facts[index] ?? [], children, line: entry.line }
    })
    return { kind: 'list', ordered, start, entries, line }
  }

  private callout({ callout, label, title, text, rest }: Callout, line: number, section: OpenSection): Block {
    const { writer, lines, noQuiz } = this
    const whole = text.flatMap((paragraph, index): readonly Inline[] =>
      index === 0 ? paragraph : [{ kind: 'text', text: ' ' }, ...paragraph],
    )
    const place = placeOf(section)
    const lastParagraph = text.at(-1) ?? []
    const [next] = rest
    const hasList = next?.kind === 'list' && nameIn(lastParagraph) !== null
    // "The gates are:" says nothing without the list that follows.
    const entries = hasList ? next.entries.map((entry) => plainText(textOf(entry))) : []
    const subject = title === '' ? section.title : title
    const value = `${plainText(whole)} ${entries.join('; ')}`.trim()
    const cloze = clozeOf(whole)
    const facts: FactId[] = []
    if (value !== '') {
      const said = { subject, attribute: label, value, cloze, notes: notesIn(whole), source: lines.at(line) }
      const set = writer.set(place, `${label} ${subject}`)
      facts.push(writer.write(place, { ...said, kind: 'concept', set }, noQuiz))
    }
    section.facts.push(...facts)
    if (value === '') {
      explainSilence(lines, line, `“${label}” has no sentence of its own.`)
    } else if (cloze.length === 0) {
      const hint = 'Put the words one must recall in bold: each becomes a blank.'
      const message = `“${label}” has no bold phrase within its text, so it is asked only as a whole.`
      lines.report('info', 'no-blank', lines.at(line), message, hint)
    }
    const children = this.nested(rest, section, named(lastParagraph, null))
    return { kind: 'callout', callout, label, title, text, children, facts, line }
  }

  private quote(node: MarkdownNode & { kind: 'quote' }, section: OpenSection): Block {
    const { line, children } = node
    const words = children.flatMap((child) => (child.kind === 'paragraph' ? [child] : []))
    if (words.length < children.length)
      return { kind: 'quote', blocks: this.nested(children, section, NO_WISHES), line }
    if (!words.some((paragraph) => checkForTable(paragraph, this.lines))) {
      explainSilence(this.lines, line, 'A quotation without a label such as “Exam tip:” is read, not asked.')
    }
    return { kind: 'quote', blocks: words.map(({ text, line: at }) => ({ kind: 'prose', text, line: at })), line }
  }

  private nested(nodes: readonly MarkdownNode[], section: OpenSection, wishes: Wishes): readonly Block[] {
    const blocks: Block[] = []
    this.wishes = wishes
    for (const node of nodes) this.read(node, section, blocks)
    this.endSection()
    return blocks
  }
}
