import type { AuthoredItems } from '../model/authored-items.ts'
import type { Compiled } from '../model/diagnostic.ts'
import type { ObjectiveId } from '../model/ids.ts'
import { ItemWriter } from './item-writer.ts'
import { writtenItems } from './item-outline.ts'
import type { LinkedTopic } from './notes-place.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { RationaleReader } from './rationale.ts'
import { reportOddities } from './report-oddities.ts'
import { normalised, SourceLines, withoutFrontMatter } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

export interface ItemsOptions {
  /** The topic that the file belongs to. */
  readonly topic: LinkedTopic
  /** All topics of the course: explanations may link to them. */
  readonly topics: readonly LinkedTopic[]
  /** The objectives of the blueprint. Null when the course has none: then none is checked. */
  readonly objectives: ReadonlySet<ObjectiveId> | null
}

/** Compiles one file of items. */
export type ItemsCompiler = (source: SourceFile, options: ItemsOptions) => Compiled<AuthoredItems>

/** Reads the questions of a file that stands beside the notes. One with an error is left out, and said to be. */
export function compileItems(source: SourceFile, { topic, topics, objectives }: ItemsOptions): Compiled<AuthoredItems> {
  const text = normalised(source.text)
  const lines = new SourceLines({ path: source.path, text })
  const { nodes, oddities, definitions } = parseMarkdown(withoutFrontMatter(text))
  const rationales = new RationaleReader(oddities, topics, lines)
  reportOddities(rationales.unread(oddities), definitions.length > 0, lines)
  const writer = new ItemWriter({ topic: topic.id, file: source.path, topics, objectives, rationales }, lines)
  for (const written of writtenItems(nodes, lines)) writer.write(written)
  const value = { topic: topic.id, file: source.path, items: writer.items, lines: writer.starts }
  return {
    value,
    diagnostics: lines.diagnostics.toSorted((one, other) => one.line - other.line || one.column - other.column),
  }
}
