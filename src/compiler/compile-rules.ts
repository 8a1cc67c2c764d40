import { NO_VOCABULARY } from '../model/background.ts'
import type { Vocabulary } from '../model/background.ts'
import type { AboutSection, Blueprint } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'
import { plainText } from '../model/inline.ts'
import type { Block } from '../model/topic.ts'
import { blueprintIn } from './compile-blueprint.ts'
import { vocabularyIn } from './compile-vocabulary.ts'
import { readTables } from './course-tables.ts'
import type { MarkdownFile } from './markdown-tree.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { plainBlock } from './plain-block.ts'
import { normalised, SourceLines } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

/** What course.md says. */
export interface Rules {
  readonly title: string
  /** Null where the file speaks of words alone. */
  readonly blueprint: Blueprint | null
  readonly vocabulary: Vocabulary
  readonly about: readonly AboutSection[]
}

export const NO_RULES: Rules = { title: '', blueprint: null, vocabulary: NO_VOCABULARY, about: [] }

/** The headings whose tables are rules. */
const RULE_TABLES = ['exam', 'domains', 'task statements', 'objectives', 'names', 'also true', 'kinds'] as const

/** Whether a file called course.md holds rules, and is not a note that happens to bear that name. */
export function holdsRules(source: SourceFile): boolean {
  const text = normalised(source.text)
  const { tables } = readTables(parseMarkdown(text), new SourceLines({ path: source.path, text }))
  return RULE_TABLES.some((heading) => tables.has(heading))
}

/** Reads course.md: its title, the rules of the exam, and the words of the course. */
export function compileRules(source: SourceFile): Compiled<Rules> {
  const text = normalised(source.text)
  const lines = new SourceLines({ path: source.path, text })
  const file = parseMarkdown(text)
  const { title, tables } = readTables(file, lines)
  const vocabulary = vocabularyIn(tables, lines)
  const hasWords = ['names', 'also true', 'kinds'].some((heading) => tables.has(heading))
  const hasExam = tables.has('exam') || tables.has('domains') || !hasWords
  return {
    value: { title, blueprint: hasExam ? blueprintIn(tables, lines) : null, vocabulary, about: aboutIn(file) },
    diagnostics: lines.diagnostics,
  }
}

/** What stands below the heading “About”: each heading in it opens a part, and comments are left out. */
function aboutIn({ nodes }: MarkdownFile): readonly AboutSection[] {
  const parts: { title: string; blocks: Block[] }[] = []
  let depth = 0
  for (const node of nodes) {
    if (node.kind === 'heading') {
      const words = plainText(node.text)
      if (depth > 0 && node.level > depth) parts.push({ title: words, blocks: [] })
      else depth = words.toLowerCase() === 'about' ? node.level : 0
    } else if (depth > 0 && node.kind !== 'html') {
      if (parts.length === 0) parts.push({ title: '', blocks: [] })
      parts.at(-1)?.blocks.push(plainBlock(node))
    }
  }
  return parts
}
