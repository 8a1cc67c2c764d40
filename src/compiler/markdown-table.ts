import type { StateBlock, Token } from 'markdown-it'
import { cellsIn, cellsOutsideCode, dashesIn } from './table-line.ts'

/** What became of a row whose cells are not as many as the headings; `made` is one that no line of a table holds. */
type RowFit = (typeof FITS)[number]

const FITS = ['whole', 'filled', 'joined', 'code', 'made'] as const

/** What the reader of the tokens learns of a row: how many cells are written in it. */
export interface RowMeta {
  readonly written: number
  readonly fit: RowFit
}

/** The parser breaks a table off that would grow by more cells than this. */
const MOST_FILLED_CELLS = 65_536

/**
 * Reads a GFM table, as the parser's own rule does, but loses nothing: cells that are too many go into the last one,
 * and below a table whose lines begin with a pipe, a line without any is a paragraph.
 */
export function tableRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || !isInBlock(state, start) || !isInBlock(state, start + 1)) return false
  const heading = lineAt(state, start)
  if (!heading.includes('|')) return false
  const dashes = dashesAt(state, start + 1)
  const header = dashes === null ? [] : cellsIn(heading)
  if (dashes === null || header.length !== dashes.length || heading === '|') return false
  if (silent) return true
  const styles = dashes.map(styleOf)
  const parent = state.parentType
  state.parentType = 'table'
  const table = state.push('table_open', 'table', 1)
  pushRow(state, start, 'th', header, styles, { written: header.length, fit: 'whole' })
  const stops = state.md.block.ruler.getRules('blockquote')
  const isFramed = heading.startsWith('|')
  let line = start + 2
  let filled = 0
  for (; line < end && isInBlock(state, line); line += 1) {
    const text = lineAt(state, line)
    if (text === '' || (isFramed && !text.includes('|'))) break
    if (stops.some((stop) => stop(state, line, end, true))) break
    const row = fitted(text, header.length)
    filled += Math.max(0, header.length - row.written)
    if (filled > MOST_FILLED_CELLS) break
    pushRow(state, line, 'td', row.cells, styles, row)
  }
  state.push('table_close', 'table', -1)
  table.map = [start, line]
  state.parentType = parent
  state.line = line
  return true
}

/** What the token of a row says about it. */
export function rowMetaOf(row: Token): RowMeta {
  return { written: Number(row.attrGet('written')), fit: FITS.find((fit) => fit === row.attrGet('fit')) ?? 'whole' }
}

/** As many cells as there are headings. A pipe in code divides nothing where that makes the row fit. */
function fitted(text: string, columns: number): RowMeta & { readonly cells: readonly string[] } {
  const cells = cellsIn(text)
  const written = cells.length
  if (written === columns) return { cells, written, fit: 'whole' }
  if (written < columns)
    return { cells: [...cells, ...Array<string>(columns - written).fill('')], written, fit: 'filled' }
  const outside = cellsOutsideCode(text)
  if (outside.length === columns) return { cells: outside, written, fit: 'code' }
  const last = cells.slice(columns - 1).join(' | ')
  return { cells: [...cells.slice(0, columns - 1), last], written, fit: 'joined' }
}

function pushRow(
  state: StateBlock,
  line: number,
  tag: 'th' | 'td',
  cells: readonly string[],
  styles: readonly string[],
  { written, fit }: RowMeta,
): void {
  const row = state.push('tr_open', 'tr', 1)
  row.map = [line, line + 1]
  row.attrs = [
    ['written', String(written)],
    ['fit', fit],
  ]
  cells.forEach((cell, column) => {
    const open = state.push(`${tag}_open`, tag, 1)
    const style = styles[column] ?? ''
    if (style !== '') open.attrs = [['style', style]]
    const inline = state.push('inline', '', 0)
    inline.content = cell.replaceAll('\\|', '|')
    inline.children = []
    state.push(`${tag}_close`, tag, -1)
  })
  state.push('tr_close', 'tr', -1)
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

function styleOf(dashes: string): string {
  if (dashes.endsWith(':')) return dashes.startsWith(':') ? 'text-align:center' : 'text-align:right'
  return dashes.startsWith(':') ? 'text-align:left' : ''
}
