import { plainText } from '../model/inline.ts'
import { checkDashes, checkRows } from './check-table.ts'
import type { MarkdownFile } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

export interface PlainRow {
  readonly cells: readonly string[]
  readonly line: number
}

export interface PlainTable {
  readonly rows: readonly PlainRow[]
  readonly line: number
}

/** The first table under each heading of course.md, by the heading in small letters. */
export type CourseTables = ReadonlyMap<string, PlainTable>

/** Reads the title of course.md, and its tables as plain words. */
export function readTables(
  { nodes }: MarkdownFile,
  lines: SourceLines,
): { readonly title: string; readonly tables: CourseTables } {
  const tables = new Map<string, PlainTable>()
  let title = ''
  let heading = ''
  for (const node of nodes) {
    if (node.kind === 'heading') {
      heading = plainText(node.text).toLowerCase()
      if (node.level === 1 && title === '') title = plainText(node.text)
    } else if (node.kind === 'table' && !tables.has(heading)) {
      checkDashes(node, lines, 'error')
      checkRows(node.header.length, node.rows, lines, 'error')
      const rows = node.rows.map(({ words, line }) => ({ cells: words, line }))
      tables.set(heading, { rows, line: node.line })
    }
  }
  return { title, tables }
}
