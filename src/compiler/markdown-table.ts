import type { StateBlock, Token } from 'markdown-it'
import type { Align } from '../model/topic.ts'
import { cellsIn, cellsOutsideCode, dashesIn } from './table-line.ts'

/** What became of a row whose cells are not as many as the headings; `made` is one that no line of a table holds. */
type RowFit = 'whole' | 'filled' | 'joined' | 'code' | 'made'

/** What is known of a row besides its cells: how many are written in it. */
export interface RowMeta {
  readonly written: number
  readonly fit: RowFit
}

/**
 * A row as it is written. A cell without any mark of Markdown is its text, and costs no token; null is one whose text
 * is the next token of the kind `inline`.
 */
export interface WrittenRow extends RowMeta {
  readonly cells: readonly (string | null)[]
  readonly line: number
}

/** The table that the token of its start carries: most cells are plain, and three tokens for each would be most of the work. */
class WrittenTable {
  readonly rows: WrittenRow[] = []
  readonly align: readonly Align[]
  /** How many cells the line of dashes has, where these are not as many as the headings. */
  readonly dashes: number | null

  constructor(align: readonly Align[], dashes: number | null) {
    this.align = align
    this.dashes = dashes
  }
}

/** Signs that may mean something to the parser of a cell's text. */
const MARKS = /[\\`*_~[\]<&$^=%\n]/

/** The parser breaks a table off that would grow by more cells than this. */
const MOST_FILLED_CELLS = 65_536

/**
 * Reads a GFM table, as the parser's own rule does, but loses nothing: cells that are too many go into the last one,
 * below a table whose lines begin with a pipe, a line without any is a paragraph, and the line of dashes may have
 * another number of cells than the headings.
 */
export function tableRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || !isInBlock(state, start) || !isInBlock(state, start + 1)) return false
  const heading = lineAt(state, start)
  if (!heading.includes('|')) return false
  const dashes = dashesAt(state, start + 1)
  const header = dashes === null ? [] : cellsIn(heading)
  if (dashes === null || heading === '|') return false
  const isOdd = header.length !== dashes.length
  // Without a pipe among the dashes they make a heading of the line above, or are a rule.
  if (isOdd && !lineAt(state, start + 1).includes('|')) return false
  if (silent) return true
  const columns = Math.max(header.length, dashes.length)
  const parent = state.parentType
  state.parentType = 'table'
  const token = state.push('table_open', 'table', 1)
  const table = new WrittenTable(dashes.map(alignOf), isOdd ? dashes.length : null)
  token.meta = { table }
  table.rows.push(rowAt(state, start, fitted(heading, columns).cells, { written: header.length, fit: 'whole' }))
  const stops = state.md.block.ruler.getRules('blockquote')
  const isFramed = heading.startsWith('|')
  let line = start + 2
  let filled = 0
  for (; line < end && isInBlock(state, line); line += 1) {
    const text = lineAt(state, line)
    if (text === '' || (isFramed && !text.includes('|'))) break
    if (stops.some((stop) => stop(state, line, end, true))) break
    const row = fitted(text, columns)
    filled += Math.max(0, columns - row.written)
    if (filled > MOST_FILLED_CELLS) break
    table.rows.push(rowAt(state, line, row.cells, row))
  }
  state.push('table_close', 'table', -1)
  token.map = [start, line]
  state.parentType = parent
  state.line = line
  return true
}

/** Writes a table whose lines are not those of Markdown. */
export function pushTable(state: StateBlock, rows: readonly MadeRow[], start: number, end: number): void {
  const token = state.push('table_open', 'table', 1)
  const [first] = rows
  const table = new WrittenTable(first?.cells.map(() => null) ?? [], null)
  token.meta = { table }
  token.map = [start, end]
  for (const { cells, line } of rows) {
    table.rows.push(rowAt(state, line, cells, { written: cells.length, fit: 'made' }))
  }
  state.push('table_close', 'table', -1)
}

interface MadeRow {
  readonly cells: readonly string[]
  /** From 0, as the parser counts. */
  readonly line: number
}

/** The table that a token begins; the first row is its header. */
export function tableOf({ meta }: Token): WrittenTable {
  const table: unknown = meta?.['table']
  return table instanceof WrittenTable ? table : new WrittenTable([], null)
}

/** As many cells as there are headings. A pipe in code divides nothing where that makes the row fit. */
function fitted(text: string, columns: number): RowMeta & { readonly cells: readonly string[] } {
  const cells = cellsIn(text)
  const written = cells.length
  if (written === columns) return { cells, written, fit: 'whole' }
  if (written < columns)
    return { cells: [...cells, ...Array<string>(columns - written).fill('')], written, fit: 'filled' }
  // A pipe too many at the end divides nothing off.
  if (cells.slice(columns).every((cell) => cell === '')) {
    return { cells: cells.slice(0, columns), written: columns, fit: 'whole' }
  }
  const outside = cellsOutsideCode(text)
  if (outside.length === columns) return { cells: outside, written, fit: 'code' }
  const last = cells.slice(columns - 1).join(' | ')
  return { cells: [...cells.slice(0, columns - 1), last], written, fit: 'joined' }
}

function rowAt(
  state: StateBlock,
  line: number,
  written: readonly string[],
  { written: count, fit }: RowMeta,
): WrittenRow {
  const cells = written.map((cell) => {
    const text = cell.includes('\\') ? cell.replaceAll('\\|', '|') : cell
    if (!MARKS.test(text)) return text
    const inline = state.push('inline', '', 0)
    inline.content = text
    inline.children = []
    return null
  })
  return { cells, written: count, fit, line: line + 1 }
}

/** Whether a line belongs to the block that is read, and is no code by its indent. */
function isInBlock(state: StateBlock, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent
  return indent >= 0 && indent < 4
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim()
}

/** The dashes below the headings. A line "- x" begins a list, and one of dashes alone below words is a heading. */
function dashesAt(state: StateBlock, line: number): readonly string[] | null {
  const text = lineAt(state, line)
  return /^-(?:\s|$)/.test(text) ? null : dashesIn(text)
}

function alignOf(dashes: string): Align {
  if (dashes.endsWith(':')) return dashes.startsWith(':') ? 'center' : 'right'
  return dashes.startsWith(':') ? 'left' : null
}
