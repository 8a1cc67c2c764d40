import { NO_BACKGROUND } from '../model/background.ts'
import type { Compiled } from '../model/diagnostic.ts'
import type { Fact } from '../model/fact.ts'
import { courseId, topicId } from '../model/ids.ts'
import type { ObjectiveId, TopicId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Section, Topic } from '../model/topic.ts'
import { BlockReader } from './block-reader.ts'
import { compileNotes, verdictsOf } from './compile-notes.ts'
import { fileInDialect } from './dialect.ts'
import { FactWriter } from './fact-writer.ts'
import { withLinesOfFile } from './in-file.ts'
import type { MarkdownFile, MarkdownNode } from './markdown-tree.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { reportOddities } from './report-oddities.ts'
import type { OpenSection } from './open-section.ts'
import { repairPastedText } from './pasted-text.ts'
import { QuestionWriter } from './question-writer.ts'
import { SectionOutline } from './section-outline.ts'
import { normalised, SourceLines, withoutFrontMatter } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

export interface TopicOptions {
  /** `aif-c01/domain-5` */
  readonly id: string
  /** The objectives of the blueprint. Null when the course has none: then none is checked. */
  readonly objectives: ReadonlySet<ObjectiveId> | null
}

/** Compiles one file of notes. */
export type TopicCompiler = (source: SourceFile, options: TopicOptions) => Compiled<Topic>

/** Reads one file of notes: headings become sections, tables and lists become facts, footnotes stand beside them. */
export function compileTopic(source: SourceFile, { id, objectives }: TopicOptions): Compiled<Topic> {
  const text = normalised(source.text)
  const pasted = repairPastedText(text)
  const lines = new SourceLines({ path: source.path, text }, pasted)
  for (const { line, message } of pasted?.repairs ?? []) reportRepair(line, message, lines)
  const parsed = parseMarkdown(pasted?.text ?? withoutFrontMatter(text))
  const file = { ...parsed, nodes: fileInDialect(parsed.nodes) }
  const notes = compileNotes(file, lines)
  reportOddities(file.oddities, file.definitions.length > 0, lines)
  const topic = topicId(id)
  const writer = new FactWriter(topic, verdictsOf(notes), lines)
  const questions = new QuestionWriter(topic, lines)
  const title = titleOf(file, lines) ?? fallbackTitle(topic)
  const sections = sectionsOf(file, new BlockReader({ facts: writer, questions }, lines, objectives), title, lines)
  const course = courseId(id.slice(0, Math.max(0, id.indexOf('/'))))
  const value = {
    id: topic,
    course,
    title,
    file: source.path,
    sections,
    facts: inReadingOrder(sections, writer.facts),
    items: questions.items,
    notes,
    background: NO_BACKGROUND,
  }
  return {
    value: pasted === null ? value : withLinesOfFile(value, (line) => lines.inFile(line)),
    diagnostics: lines.diagnostics.toSorted((one, other) => one.line - other.line || one.column - other.column),
  }
}

/** As they stand in the sections, row by row. */
function inReadingOrder(sections: readonly Section[], facts: readonly Fact[]): readonly Fact[] {
  const places = new Map(sections.flatMap((section) => section.facts).map((id, place) => [id, place]))
  return facts.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}

function reportRepair(line: number, message: string, lines: SourceLines): void {
  const hint = 'Nothing to do: the file itself stays as it is. Write the mark of Markdown to have it otherwise.'
  lines.report('info', 'repaired', { line, column: 1 }, message, hint)
}

/** The first heading of the first level. Without one the topic is named by its file. */
function titleOf({ nodes }: MarkdownFile, lines: SourceLines): string | null {
  const [title, ...others] = nodes.filter((node) => node.kind === 'heading').filter(({ level }) => level === 1)
  const hint = 'Begin the file with a heading: # Title.'
  if (title === undefined) {
    lines.report(
      'warning',
      'no-title',
      { line: 1, column: 1 },
      'The file has no title, so it is named by its file name.',
      hint,
    )
  } else if (nodes[0] !== title) {
    const message = 'Something stands before the title of the file.'
    const isRead = nodes.find((node) => node.kind !== 'html')
    if (isRead !== title) lines.report('warning', 'no-title', lines.at(isRead?.line ?? 1), message, hint)
  }
  for (const { line } of others) {
    const message = 'The file has a second title; a file is one topic.'
    const advice = 'Write ## for a part of this topic, or give the other topic a file of its own.'
    lines.report('warning', 'second-title', lines.at(line), message, advice)
  }
  return title === undefined ? null : plainText(title.text)
}

function sectionsOf(
  { nodes }: MarkdownFile,
  reader: BlockReader,
  title: string,
  lines: SourceLines,
): readonly Section[] {
  const headings = nodes.filter((node) => node.kind === 'heading')
  const outline = new SectionOutline(headings.map(({ text }) => plainText(text)))
  let awaitsTitle = false
  const sections: OpenSection[] = []
  /** The sections that the next one may stand in. */
  const above: OpenSection[] = []
  const open = (level: number, words: string, line: number): OpenSection => {
    const heading = outline.enter(level, words)
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const section = { ...heading, line, objective: above.at(-1)?.objective ?? null, blocks: [], facts: [] }
    above.push(section)
    sections.push(section)
    return section
  }
  for (const node of nodes) {
    if (node.kind === 'heading') {
      reader.endSection()
      reportNotes(node, lines)
      const isAwaited = awaitsTitle && node.level === 1
      // Every section stands below the topic's title, also where the file has none.
      if (sections.length === 0 && node.level > 1) open(1, title, node.line)
      if (!isAwaited) open(node.level, plainText(node.text), node.line)
      awaitsTitle = false
    } else {
      // What stands before the title belongs below it.
      awaitsTitle ||= sections.length === 0
      reader.read(node, sections.at(-1) ?? open(1, title, node.line))
    }
  }
  reader.endSection()
  return sections
}

function reportNotes({ text, line }: MarkdownNode & { kind: 'heading' }, lines: SourceLines): void {
  for (const note of notesIn(text)) {
    const message = `The footnote “${note}” is not shown, for it stands in a heading.`
    const hint = 'Put it behind the statement that it speaks of.'
    lines.report('warning', 'unused-note', lines.find(line, `[^${note}]`, 0) ?? lines.at(line), message, hint)
  }
}

function fallbackTitle(topic: TopicId): string {
  const words = topic.slice(topic.lastIndexOf('/') + 1).replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
