import { NO_VOCABULARY } from '../model/background.ts'
import type { Vocabulary } from '../model/background.ts'
import type { Blueprint } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'
import { blueprintIn } from './compile-blueprint.ts'
import { vocabularyIn } from './compile-vocabulary.ts'
import { readTables } from './course-tables.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { normalised, SourceLines } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

/** What course.md says. */
export interface Rules {
  readonly title: string
  /** Null where the file speaks of words alone. */
  readonly blueprint: Blueprint | null
  readonly vocabulary: Vocabulary
}

export const NO_RULES: Rules = { title: '', blueprint: null, vocabulary: NO_VOCABULARY }

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
  const { title, tables } = readTables(parseMarkdown(text), lines)
  const vocabulary = vocabularyIn(tables, lines)
  const hasWords = ['names', 'also true', 'kinds'].some((heading) => tables.has(heading))
  const hasExam = tables.has('exam') || tables.has('domains') || !hasWords
  return {
    value: { title, blueprint: hasExam ? blueprintIn(tables, lines) : null, vocabulary },
    diagnostics: lines.diagnostics,
  }
}
