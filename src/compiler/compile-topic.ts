import type { Compiled } from '../model/diagnostic.ts'
import { courseId, topicId } from '../model/ids.ts'
import type { ObjectiveId, TopicId } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Section, Topic } from '../model/topic.ts'
import { BlockReader } from './block-reader.ts'
import type { OpenSection } from './block-reader.ts'
import { compileNotes, reportUnknownNotes, verdictsOf } from './compile-notes.ts'
import { FactWriter } from './fact-writer.ts'
import type { MarkdownFile } from './markdown-tree.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { SectionOutline } from './section-outline.ts'
import { normalised, SourceLines } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

export interface TopicOptions {
  /** `aif-c01/domain-5` */
  readonly id: string
  /** The objectives of the blueprint. Null when the course has none: then none is checked. */
  readonly objectives: ReadonlySet<ObjectiveId> | null
}

/** Reads one file of notes: headings become sections, tables and lists become facts, footnotes stand beside them. */
export function compileTopic(source: SourceFile, { id, objectives }: TopicOptions): Compiled<Topic> {
  const text = normalised(source.text)
  const lines = new SourceLines({ path: source.path, text })
  const file = parseMarkdown(text)
  const notes = compileNotes(file, text, lines)
  reportUnknownNotes(text, lines)
  const topic = topicId(id)
  const writer = new FactWriter(topic, verdictsOf(notes), lines)
  const sections = sectionsOf(file, new BlockReader(writer, lines, objectives), fallbackTitle(topic))
  const [first] = sections
  if (first === undefined || first.level !== 1) {
    const hint = 'Begin the file with a heading: # Title.'
    lines.report('warning', 'no-title', { line: 1, column: 1 }, 'The file has no title.', hint)
  }
  return {
    value: {
      id: topic,
      course: courseId(id.slice(0, Math.max(0, id.indexOf('/')))),
      title: first?.title ?? fallbackTitle(topic),
      file: source.path,
      sections,
      facts: writer.facts,
      notes,
    },
    diagnostics: lines.diagnostics,
  }
}

function sectionsOf({ nodes }: MarkdownFile, reader: BlockReader, title: string): readonly Section[] {
  const outline = new SectionOutline()
  const sections: OpenSection[] = []
  let open: OpenSection | null = null
  for (const node of nodes) {
    if (node.kind === 'heading') {
      const heading = outline.enter(node.level, plainText(node.text))
      const parent = sections.findLast(({ level, path }) => level < node.level && isWithin(heading.path, path))
      open = { ...heading, line: node.line, objective: parent?.objective ?? null, blocks: [], facts: [] }
      sections.push(open)
      reader.enterSection()
    } else {
      if (open === null) {
        open = { ...outline.enter(1, title), line: node.line, objective: null, blocks: [], facts: [] }
        sections.push(open)
      }
      reader.read(node, open)
    }
  }
  return sections
}

function isWithin(path: readonly string[], ancestor: readonly string[]): boolean {
  return ancestor.every((title, depth) => path[depth] === title)
}

function fallbackTitle(topic: TopicId): string {
  const words = topic.slice(topic.lastIndexOf('/') + 1).replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
