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

/** The text with its front matter (`---`, settings, `---`) blank: the settings of other programs are no notes. */
export function withoutFrontMatter(text: string): string {
  const [first, ...lines] = text.split('\n')
  const end = lines.findIndex((line) => line.trimEnd() === '---')
  const settings = lines.slice(0, Math.max(0, end))
  const isFrontMatter = settings.length > 0 && settings.every((line) => /^(?:[\w-]+:|- |\s|$)/.test(line))
  if (first?.trimEnd() !== '---' || !isFrontMatter) return text
  return [...settings.map(() => ''), '', '', ...lines.slice(end + 1)].join('\n')
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
    const text = this.textOf(line)
    return { file: this.path, line, column: text.search(/\S|$/) + 1, text: text.trim() }
  }

  textOf(line: number): string {
    return this.lines[line - 1] ?? ''
  }

  /** The place of some words of a line: their nth occurrence, counted from 0. */
  find(line: number, words: string, nth: number): Source {
    const text = this.textOf(line)
    const firstLine = words.split('\n', 1)[0] ?? ''
    let index = text.indexOf(firstLine)
    for (let count = 0; count < nth && index >= 0; count += 1) index = text.indexOf(firstLine, index + 1)
    return index < 0 ? this.at(line) : { file: this.path, line, column: index + 1, text: text.trim() }
  }

  /** Whether the words stand in the line with a backslash before them, and nowhere without. */
  isEscaped(line: number, words: string): boolean {
    const text = this.textOf(line)
    return text.includes(`\\${words}`) && !text.replaceAll(`\\${words}`, '').includes(words)
  }

  /** The place of a table's cell. */
  cellAt(line: number, cell: number): Source {
    const text = this.textOf(line)
    const column = cellColumns(text)[cell] ?? text.search(/\S|$/) + 1
    return { file: this.path, line, column, text: text.trim() }
  }

  /** How many cells stand on a line of a table, whatever its header says. */
  cellsOn(line: number): number {
    return cellColumns(this.textOf(line)).length
  }

  /** Whether a pipe divides what stands between backticks: a cell has one too few, and another one too many. */
  cutsCode(line: number): boolean {
    const cells = this.textOf(line).split(/(?<!\\)\|/)
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
    const start = line.slice(bar + 1).search(/\S|$/)
    return bar + 2 + start
  })
}
