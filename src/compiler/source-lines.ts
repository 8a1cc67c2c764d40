import type { Diagnostic, Rule, Severity } from '../model/diagnostic.ts'
import type { Source } from '../model/fact.ts'

/** A Markdown file, as text. The compiler neither reads nor watches files. */
export interface SourceFile {
  /** From the project's root: `content/aif-c01/domain-5.md`. */
  readonly path: string
  readonly text: string
}

/** Line breaks and byte-order mark as one form, so that the same notes give the same facts on every system. */
export function normalised(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').normalize('NFC')
}

/** The lines of a file, and remarks about places in them. */
export class SourceLines {
  readonly diagnostics: Diagnostic[] = []
  private readonly lines: readonly string[]
  private readonly path: string

  constructor({ path, text }: SourceFile) {
    this.path = path
    this.lines = text.split('\n')
  }

  /** The place of a block: its line, and the column of its first character that is no space. */
  at(line: number): Source {
    const text = this.lines[line - 1] ?? ''
    return { file: this.path, line, column: text.search(/\S|$/) + 1, text: text.trim() }
  }

  /** The place of a table's cell. */
  cellAt(line: number, cell: number): Source {
    const text = this.lines[line - 1] ?? ''
    const column = cellColumns(text)[cell] ?? text.search(/\S|$/) + 1
    return { file: this.path, line, column, text: text.trim() }
  }

  /** How many cells stand on a line of a table, whatever its header says. */
  cellsOn(line: number): number {
    return cellColumns(this.lines[line - 1] ?? '').length
  }

  report(severity: Severity, rule: Rule, { line, column }: Pick<Source, 'line' | 'column'>, message: string, hint: string) {
    this.diagnostics.push({ severity, rule, message, hint, file: this.path, line, column })
  }
}

/** The columns (from 1) at which the cells of a table line begin. An escaped pipe divides nothing. */
export function cellColumns(line: string): readonly number[] {
  const first = line.search(/\S|$/)
  const last = line.trimEnd().length
  const bars: number[] = line[first] === '|' ? [] : [first - 1]
  for (let index = first; index < last; index += 1) {
    if (line[index] === '\\') index += 1
    else if (line[index] === '|') bars.push(index)
  }
  if (bars.at(-1) === last - 1 && bars.length > 1) bars.pop()
  return bars.map((bar) => {
    const start = line.slice(bar + 1).search(/\S|$/)
    return bar + 2 + start
  })
}
