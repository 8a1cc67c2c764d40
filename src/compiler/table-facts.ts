import type { FactId, SetId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Row, TableKind } from '../model/topic.ts'
import { commonEnding } from './classify-table.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import type { MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

export interface TableReading {
  readonly place: Place
  readonly writer: FactWriter
  readonly lines: SourceLines
  readonly noQuiz: boolean
}

const NOTHING = /^[—–-]?$/

/** Writes the facts of a table and says which cell gave which. */
export function rowsOf(node: MarkdownTable, table: TableKind, reading: TableReading): readonly Row[] {
  checkShape(node, reading.lines)
  const headings = node.header.map(plainText)
  const set = reading.writer.set(reading.place, headings.join(' '))
  if (table === 'lists') return node.rows.map((row) => listRow(node, row, set, reading))
  const rows = node.rows.map((row) => relationRow(node, table, row, set, reading))
  return table === 'ordered' ? withSteps(node, rows, reading) : rows
}

type TableRow = MarkdownTable['rows'][number]

function relationRow(node: MarkdownTable, table: TableKind, row: TableRow, set: SetId, reading: TableReading): Row {
  const { place, writer, lines, noQuiz } = reading
  const subjectCell = row.cells[0] ?? []
  const subject = plainText(subjectCell)
  const isAsked = !NOTHING.test(subject)
  if (!isAsked) {
    const hint = 'Write what the row is about in its first cell.'
    lines.report('warning', 'empty-subject', lines.cellAt(row.line, 0), 'The first cell of the row is empty.', hint)
  }
  const facts = row.cells.map((cell, column): readonly FactId[] => {
    const value = plainText(cell)
    const header = node.header[column] ?? []
    if (column === 0 || !isAsked || NOTHING.test(value)) return []
    const shared = {
      subject,
      value,
      set,
      noQuiz,
      source: lines.cellAt(row.line, column),
      notes: [...new Set([...notesIn(subjectCell), ...notesIn(header), ...notesIn(cell)])],
    }
    if (table === 'terms') return [writer.write(place, { ...shared, kind: 'term', attribute: 'means' })]
    const attribute = plainText(header)
    if (table === 'scenarios') return [writer.write(place, { ...shared, kind: 'scenario', attribute })]
    const subjectLabel = plainText(node.header[0] ?? [])
    const oneToOne = isAlone(value, node, column) && isAlone(subject, node, 0)
    return [writer.write(place, { ...shared, kind: 'relation', attribute, subjectLabel, oneToOne })]
  })
  return { ...row, facts }
}

function listRow(node: MarkdownTable, row: TableRow, set: SetId, { place, writer, lines, noQuiz }: TableReading): Row {
  const lists = node.header.map(plainText)
  const facts = row.cells.map((cell, column): readonly FactId[] => {
    const subject = plainText(cell)
    const value = lists[column] ?? ''
    if (NOTHING.test(subject) || value === '') return []
    return [
      writer.write(place, {
        kind: 'membership',
        subject,
        attribute: commonEnding(lists) || 'belongs to',
        value,
        lists,
        cloze: [],
        set,
        noQuiz,
        source: lines.cellAt(row.line, column),
        notes: [...notesIn(node.header[column] ?? []), ...notesIn(cell)],
      }),
    ]
  })
  return { ...row, facts }
}

/** The order of the rows is a fact of its own. */
function withSteps(node: MarkdownTable, rows: readonly Row[], reading: TableReading): readonly Row[] {
  const label = plainText(node.header[0] ?? [])
  const { place, writer, lines, noQuiz } = reading
  const attribute = `order of ${label.toLowerCase()}s in ${place.title}`
  const set = writer.set(place, attribute)
  return rows.map((row, position) => {
    const subject = plainText(row.cells[0] ?? [])
    if (NOTHING.test(subject)) return row
    const step = writer.write(place, {
      kind: 'step',
      subject,
      attribute,
      value: `${position + 1} of ${rows.length}`,
      position,
      set,
      noQuiz,
      source: lines.cellAt(row.line, 0),
      notes: notesIn(row.cells[0] ?? []),
    })
    return { ...row, facts: [[step], ...row.facts.slice(1)] }
  })
}

function isAlone(text: string, node: MarkdownTable, column: number): boolean {
  const folded = text.toLowerCase()
  return node.rows.filter(({ cells }) => plainText(cells[column] ?? []).toLowerCase() === folded).length === 1
}

function checkShape(node: MarkdownTable, lines: SourceLines): void {
  if (node.rows.length === 0) {
    const hint = 'Add rows below the line of dashes, or remove the table.'
    lines.report('warning', 'empty-table', lines.at(node.line), 'The table has headings but no rows.', hint)
  }
  for (const { line } of node.rows) {
    const cells = lines.cellsOn(line)
    if (cells === node.header.length) continue
    lines.report(
      'error',
      'ragged-row',
      lines.at(line),
      `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'} under ${node.header.length} headings.`,
      'Give each heading one cell; write a pipe inside a cell as \\|.',
    )
  }
}
