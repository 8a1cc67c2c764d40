import type { PastedDraft, PlacedLine } from './pasted-draft.ts'
import { cellsIn, isDashLine } from './table-line.ts'

/** A row that is cut in more pieces than this was never one row. */
const MOST_PIECES = 8

interface Row {
  readonly text: string
  readonly to: number
  readonly isRepaired: boolean
}

/** Claims the tables: joins rows that were split over lines, gives them back their first pipe, parts glued tables. */
export function claimTables(draft: PastedDraft): void {
  for (let index = 1; index < draft.lines.length; index += 1) {
    if (isTableAt(draft, index - 1)) index = claimTable(draft, index - 1)
  }
  claimTabbedTables(draft)
}

/** Whether a line of headings stands here, above a line of dashes with as many cells. */
function isTableAt(draft: PastedDraft, index: number): boolean {
  const [heading, dashes] = [draft.text(index), draft.text(index + 1)]
  if (!heading.includes('|') || !isDashLine(dashes) || isDashLine(heading)) return false
  return draft.isFree(index) && cellsIn(heading).length === cellsIn(dashes).length
}

/** Claims the table at a line, and says which line follows it. */
function claimTable(draft: PastedDraft, from: number): number {
  const heading = draft.text(from)
  const columns = cellsIn(heading).length
  const isFramed = heading.startsWith('|') && heading.endsWith('|')
  const lines: PlacedLine[] = [
    { text: heading, line: from + 1 },
    { text: draft.text(from + 1), line: from + 2 },
  ]
  let index = from + 2
  while (index < draft.lines.length && !isTableAt(draft, index)) {
    const row = rowAt(draft, index, columns, isFramed)
    if (row === null) break
    lines.push({ text: row.text, line: index + 1 })
    if (row.isRepaired) {
      const isJoined = row.to > index + 1
      draft.note(
        index,
        isJoined ? `The row is put together from ${row.to - index} lines.` : 'The row gets its first pipe back.',
      )
    }
    index = row.to
  }
  draft.claim('table', from, index, lines)
  if (isTableAt(draft, index)) draft.note(index, 'A table that stood in the one above it is a table of its own.')
  return index
}

/** The row that begins at a line, put together until it has a cell for each heading. Null when none begins there. */
function rowAt(draft: PastedDraft, from: number, columns: number, isFramed: boolean): Row | null {
  const first = draft.text(from)
  if (!first.includes('|')) return null
  const isWhole = first.startsWith('|') && first.endsWith('|') && first.length > 1
  if (isWhole || !isFramed) return { text: first, to: from + 1, isRepaired: false }
  let text = first.startsWith('|') ? first : `| ${first}`
  let to = from + 1
  while (!isComplete(text, columns) && to - from < MOST_PIECES) {
    const more = draft.text(to)
    const joined = `${text} ${more}`
    if (more === '' || more.startsWith('|') || cellsIn(joined).length > columns) break
    text = joined
    to += 1
  }
  // Without its end it is a row only where it already begins like one.
  if (!isComplete(text, columns)) return looseRow(first, columns, from)
  return { text, to, isRepaired: true }
}

function looseRow(first: string, columns: number, from: number): Row | null {
  const count = cellsIn(first).length
  if (first.startsWith('|')) return { text: `${first} |`, to: from + 1, isRepaired: true }
  if (count === columns && count > 1) return { text: `| ${first} |`, to: from + 1, isRepaired: true }
  return first.endsWith('|') ? { text: `| ${first}`, to: from + 1, isRepaired: true } : null
}

function isComplete(text: string, columns: number): boolean {
  return text.endsWith('|') && cellsIn(text).length === columns
}

/** Rows whose cells stand apart by tabs: so browsers copy a table. */
function claimTabbedTables(draft: PastedDraft): void {
  for (let from = 0; from < draft.lines.length; from += 1) {
    const columns = tabbed(draft, from).length
    if (columns < 2) continue
    let to = from + 1
    while (to < draft.lines.length && tabbed(draft, to).length === columns) to += 1
    if (to - from < 2) continue
    const lines: PlacedLine[] = []
    for (let index = from; index < to; index += 1) {
      lines.push({ text: piped(tabbed(draft, index)), line: index + 1 })
      if (index === from) lines.push({ text: `|${'---|'.repeat(columns)}`, line: index + 1 })
    }
    draft.claim('table', from, to, lines)
    draft.note(from, 'Lines whose cells stand apart by tabs are a table; the first one holds its headings.')
    from = to - 1
  }
}

function tabbed(draft: PastedDraft, index: number): readonly string[] {
  const line = draft.lines[index] ?? ''
  return draft.isFree(index) && !line.startsWith('\t') ? line.split('\t').map((cell) => cell.trim()) : []
}

function piped(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
