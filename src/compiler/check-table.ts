import type { Severity } from '../model/diagnostic.ts'
import type { Row, TableKind } from '../model/topic.ts'
import { unreachable } from '../model/unreachable.ts'
import type { MarkdownParagraph, MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

/** Reports what is wrong with the form of a table: rows too long or too short, columns without a name. */
export function checkTable(node: MarkdownTable, table: TableKind, lines: SourceLines): void {
  const { headings, rows, line } = node
  checkDashes(node, lines, 'warning')
  if (rows.length === 0) {
    const hint = 'Add rows below the line of dashes, or remove the table.'
    lines.report('warning', 'empty-table', lines.at(line), 'The table has headings but no rows.', hint)
  }
  headings.forEach((heading, column) => {
    if (heading !== '' || table === 'terms' || (column === 0 && table !== 'lists')) return
    if (rows.every(({ words }) => (words[column] ?? '') === '')) return
    const hint = 'Write in the first row what the column holds.'
    const message = `Column ${column + 1} has no heading, so nothing in it can be asked.`
    lines.report('warning', 'empty-heading', lines.cellAt(line, column), message, hint)
  })
  checkRows(headings.length, rows, lines, 'warning')
}

/** Reports a line of dashes with another number of cells than there are headings: other viewers draw no table then. */
export function checkDashes({ line, dashes }: MarkdownTable, lines: SourceLines, severity: Severity): void {
  if (dashes === undefined) return
  const headings = lines.cellsOn(line)
  const message = `The line of dashes has ${dashes} ${dashes === 1 ? 'cell' : 'cells'}, the headings above it ${headings}.`
  const hint = 'Give the line of dashes as many cells as there are headings, |---|---|, or other viewers draw no table.'
  lines.report(severity, 'broken-table', lines.at(line + 1), message, hint)
}

/** Reports rows with more or fewer cells than the table has headings. Nothing of them is lost, but other viewers lose it. */
export function checkRows(headings: number, rows: MarkdownTable['rows'], lines: SourceLines, severity: Severity): void {
  const under = `${headings} ${headings === 1 ? 'heading' : 'headings'}`
  for (const { line, written, fit } of rows) {
    const place = lines.at(line)
    switch (fit) {
      case 'whole':
        if (!lines.cutsCode(line)) break
        lines.report('error', 'ragged-row', place, `${CUT}, so the code is cut in two.`, 'Write the pipe as \\|.')
        break
      case 'made':
        break
      case 'code':
        lines.report(
          severity,
          'ragged-row',
          place,
          `${CUT} for other viewers; here the row is read whole.`,
          'Write the pipe as \\|.',
        )
        break
      case 'filled':
      case 'joined': {
        const message = `The row has ${written} ${written === 1 ? 'cell' : 'cells'} under ${under}.`
        const done =
          fit === 'filled' ? 'What is missing is left empty.' : 'What is too much was put into the last cell.'
        const hint =
          'Give each heading one cell; write a pipe inside a cell as \\|; leave an empty line after the table.'
        lines.report(severity, 'ragged-row', place, message, severity === 'error' ? hint : `${done} ${hint}`)
        break
      }
      default:
        unreachable(fit)
    }
  }
}

const CUT = 'A pipe inside `backticks` divides cells too'

/** Why a table gave no fact at all. Null when it gave some, or when another remark already says why. */
export function silenceOf({ header }: MarkdownTable, table: TableKind, rows: readonly Row[]): string | null {
  if (rows.length === 0 || rows.some(({ facts }) => facts.some((given) => given.length > 0))) return null
  if (header.length === 1 && table !== 'lists') return 'A table of one column says nothing about its entries.'
  return 'No cell of this table has something to ask.'
}

/** Reports a paragraph that was meant as a table, or as rows of the one above it: it has no line of dashes. */
export function checkForTable({ line }: MarkdownParagraph, lines: SourceLines): boolean {
  if (!/^[\s>]*\|.*\|\s*$/.test(lines.textOf(line))) return false
  const message = 'These lines look like rows of a table, but no headings and no line of dashes stand above them.'
  const hint = 'Remove what stands between them and their table, such as an empty line; or give them headings.'
  lines.report('warning', 'broken-table', lines.at(line), message, hint)
  return true
}
