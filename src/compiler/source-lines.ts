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
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/** `key: value`, `"key": value`, `key = value`, `[table]`. */
const SETTING = /^(?:[\p{L}\p{N}_.-]+|"[^"]*"|'[^']*')\s*[:=]|^\[[\w.-]+\]$/u
/** What goes on with a setting over several lines. */
const GOES_ON = /^(?:- |[\]}]|\s|$)/

/** The text with its front matter (settings between `---` or `+++`) blank: the settings of other programs are no notes. */
export function withoutFrontMatter(text: string): string {
  const [first, ...lines] = text.split('\n')
  const mark = first?.trimEnd()
  if (mark !== '---' && mark !== '+++') return text
  const end = lines.findIndex((line) => line.trimEnd() === mark)
  const settings = lines.slice(0, Math.max(0, end))
  // A list between two rules has no setting above it.
  const begins = settings.find((line) => line.trim() !== '') ?? ''
  if (!SETTING.test(begins) || !settings.every((line) => SETTING.test(line) || GOES_ON.test(line))) return text
  return [...settings.map(() => ''), '', '', ...lines.slice(end + 1)].join('\n')
}

/** Text that was put in order before it is read, and the line of the file (from 1) that each of its lines comes from. */
export interface Repaired {
  readonly text: string
  readonly lines: readonly number[]
}

/**
 * The lines of a file, and remarks about places in them. Lines are asked for by their number in the text that is read;
 * the places that are given back are those of the file.
 */
export class SourceLines {
  readonly diagnostics: Diagnostic[] = []
  private readonly lines: readonly string[]
  private readonly path: string
  private readonly fileLines: readonly string[]
  private readonly origins: readonly number[] | null
  /** The columns of the line that was asked for last: it is asked for cell by cell. */
  private columns: { readonly text: string; readonly of: readonly number[] } = { text: '', of: [] }

  constructor({ path, text }: SourceFile, repaired: Repaired | null = null) {
    this.path = path
    this.fileLines = text.split('\n')
    this.lines = repaired === null ? this.fileLines : repaired.text.split('\n')
    this.origins = repaired?.lines ?? null
  }

  /** The place of a block: its line, and the column of its first character that is no space. */
  at(line: number): Source {
    return this.place(line, (text) => text.search(/\S|$/) + 1)
  }

  /** The text that is read. */
  textOf(line: number): string {
    return this.lines[line - 1] ?? ''
  }

  /** The line of the file that a line of the text comes from. */
  inFile(line: number): number {
    return this.origins === null ? line : (this.origins[line - 1] ?? 1)
  }

  private place(line: number, columnOf: (text: string) => number): Source {
    const inFile = this.inFile(line)
    const text = this.fileLines[inFile - 1] ?? ''
    return { file: this.path, line: inFile, column: columnOf(text) }
  }

  /** The place of some words of a line, behind a column of it. Null where they do not stand there. */
  find(line: number, words: string, after: number): Source | null {
    const firstLine = words.split('\n', 1)[0] ?? ''
    const index = (this.fileLines[this.inFile(line) - 1] ?? '').indexOf(firstLine, after)
    return index < 0 ? null : this.place(line, () => index + 1)
  }

  /** Whether a backslash stands before a place. */
  isEscaped({ line, column }: Source): boolean {
    return this.fileLines[line - 1]?.[column - 2] === '\\'
  }

  /** The place of a table's cell. */
  cellAt(line: number, cell: number): Source {
    return this.place(line, (text) => {
      if (this.columns.text !== text) this.columns = { text, of: cellColumns(text) }
      return this.columns.of[cell] ?? text.search(/\S|$/) + 1
    })
  }

  /** How many cells stand on a line of a table, whatever its header says. */
  cellsOn(line: number): number {
    return cellColumns(this.textOf(line)).length
  }

  /** Whether a pipe divides what stands between backticks: a cell has one too few, and another one too many. */
  cutsCode(line: number): boolean {
    const text = this.textOf(line)
    if (!text.includes('`')) return false
    const cells = text.split(/(?<!\\)\|/)
    return cells.filter((cell) => (cell.split('`').length - 1) % 2 === 1).length > 1
  }

  report(
    severity: Severity,
    rule: Rule,
    { line, column }: Pick<Source, 'line' | 'column'>,
    message: string,
    hint: string,
  ) {
    this.diagnostics.push({ severity, rule, message, hint, file: this.path, line, column })
  }
}

const BLANK = /\s/

/**
 * The columns (from 1) at which the cells of a table line begin. A pipe behind a backslash divides nothing. The marks
 * of the quotation that the table stands in are no part of it.
 */
export function cellColumns(line: string): readonly number[] {
  const first = line.search(/[^\s>]|$/)
  const last = line.trimEnd().length
  const bars: number[] = line[first] === '|' ? [] : [first - 1]
  for (let index = first; index < last; index += 1) {
    if (line[index] === '|' && line[index - 1] !== '\\') bars.push(index)
  }
  if (bars.at(-1) === last - 1 && bars.length > 1) bars.pop()
  return bars.map((bar) => {
    let start = bar + 1
    while (start < line.length && BLANK.test(line[start] ?? '')) start += 1
    return start + 1
  })
}
