import type { FactId, SetId } from '../model/ids.ts'
import { notesOf } from '../model/inline.ts'
import type { Cell, Row, TableKind } from '../model/topic.ts'
import { commonEnding } from './classify-table.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import type { MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'
import { isAside, subjectColumnOf } from './table-columns.ts'

export interface TableReading {
  readonly place: Place
  readonly writer: FactWriter
  readonly lines: SourceLines
  readonly noQuiz: boolean
}

type TableRow = MarkdownTable['rows'][number]

/** A table, and what is worked out once for all its rows. */
interface Plan extends TableReading {
  readonly table: TableKind
  readonly header: readonly Cell[]
  readonly rows: readonly TableRow[]
  readonly headings: readonly string[]
  /** The column that says what a row is about. */
  readonly subjectColumn: number
  /** The columns that hold no knowledge. */
  readonly asides: ReadonlySet<number>
  readonly set: SetId
  /** How often each text stands in each column, in small letters. */
  readonly counts: readonly ReadonlyMap<string, number>[]
}

const NOTHING = /^[—–-]*$/

/** Writes the facts of a table and says which cell gave which. */
export function rowsOf(node: MarkdownTable, table: TableKind, reading: TableReading): readonly Row[] {
  const { headings } = node
  const set = reading.writer.set(reading.place, headings.join(' ').trim() || table)
  const subjectColumn = subjectColumnOf(node, table)
  const asides = new Set(headings.flatMap((_, column) => (isAside(column, node) ? [column] : [])))
  const { header, rows: written } = node
  const counts = countsOf(node)
  const plan = { ...reading, table, header, rows: written, headings, subjectColumn, asides, set, counts }
  if (table === 'lists') return node.rows.map((row) => listRow(row, plan))
  if (table === 'contrast') return node.rows.map((row) => contrastRow(row, plan))
  const rows = node.rows.map((row) => relationRow(row, plan))
  return table === 'ordered' ? withSteps(rows, plan) : rows
}

function relationRow(row: TableRow, plan: Plan): Row {
  const { place, writer, lines, noQuiz, table, header, headings, subjectColumn, asides, set } = plan
  const subject = row.words[subjectColumn] ?? ''
  if (NOTHING.test(subject)) return silentRow(row, subjectColumn, lines)
  const subjectHeader = header[subjectColumn] ?? []
  const subjectCell = row.cells[subjectColumn] ?? []
  const facts = row.words.map((value, column): readonly FactId[] => {
    const attribute = headings[column] ?? ''
    if (column <= subjectColumn || NOTHING.test(value) || asides.has(column)) return []
    if (attribute === '' && table !== 'terms') return []
    const source = lines.cellAt(row.line, column)
    const notes = notesOf(subjectHeader, subjectCell, header[column] ?? [], row.cells[column] ?? [])
    if (table === 'terms' && column === 1) {
      return [writer.write(place, { kind: 'term', attribute: 'means', subject, value, set, source, notes }, noQuiz)]
    }
    if (table === 'scenarios') {
      return [writer.write(place, { kind: 'scenario', attribute, subject, value, set, source, notes }, noQuiz)]
    }
    const subjectLabel = headings[subjectColumn] || 'Entry'
    const oneToOne = isAlone(subject, subjectColumn, plan) && isAlone(value, column, plan)
    const said = { subject, value, set, source, notes, attribute, subjectLabel, oneToOne, kind: 'relation' } as const
    return [writer.write(place, said, noQuiz)]
  })
  return rowWith(facts, row)
}

/** What the topic keeps of a row. */
function rowWith(facts: Row['facts'], { cells, line }: TableRow): Row {
  return { cells, facts, line }
}

/** A row that does not say what it is about. */
function silentRow(row: TableRow, column: number, lines: SourceLines): Row {
  const hint = 'Write what the row is about in its first cell.'
  const message = 'The row does not say what it is about: its first cell is empty.'
  lines.report('warning', 'empty-subject', lines.cellAt(row.line, column), message, hint)
  return rowWith(
    row.cells.map(() => []),
    row,
  )
}

function listRow(row: TableRow, { place, writer, lines, noQuiz, header, headings, set }: Plan): Row {
  const lists = headings.filter((heading) => heading !== '')
  const attribute = commonEnding(lists) || 'belongs to'
  const facts = row.words.map((subject, column): readonly FactId[] => {
    const value = headings[column] ?? ''
    if (NOTHING.test(subject) || value === '') return []
    const notes = notesOf(header[column] ?? [], row.cells[column] ?? [])
    const source = lines.cellAt(row.line, column)
    const said = { kind: 'membership', subject, attribute, value, lists, cloze: [], set, source, notes } as const
    return [writer.write(place, said, noQuiz)]
  })
  return rowWith(facts, row)
}

/** Each thing that is compared has the row's aspect: the columns are the subjects. */
function contrastRow(row: TableRow, plan: Plan): Row {
  const { place, writer, lines, noQuiz, header, headings, set } = plan
  const [aspectCell = []] = row.cells
  const [attribute = ''] = row.words
  if (NOTHING.test(attribute)) return silentRow(row, 0, lines)
  const facts = row.words.map((value, column): readonly FactId[] => {
    const subject = headings[column] ?? ''
    if (column === 0 || NOTHING.test(value) || subject === '') return []
    const isOnly = row.words.filter((other) => other.toLowerCase() === value.toLowerCase()).length === 1
    const oneToOne = isOnly && isAlone(attribute, 0, plan)
    const notes = notesOf(header[0] ?? [], aspectCell, header[column] ?? [], row.cells[column] ?? [])
    const source = lines.cellAt(row.line, column)
    const said = { subject, attribute, value, set, notes, source, subjectLabel: 'Option', oneToOne } as const
    return [writer.write(place, { ...said, kind: 'relation' }, noQuiz)]
  })
  return rowWith(facts, row)
}

/** The order of the rows is a fact of its own. */
function withSteps(rows: readonly Row[], plan: Plan): readonly Row[] {
  const { place, writer, lines, noQuiz, header, headings, subjectColumn } = plan
  const attribute = `${headings[subjectColumn] || 'Row'} order in ${place.title}`
  const set = writer.set(place, attribute)
  const subjects = plan.rows.map(({ words }) => words[subjectColumn] ?? '')
  const count = subjects.filter((subject) => !NOTHING.test(subject)).length
  let position = -1
  return rows.map((row, index) => {
    const subject = subjects[index] ?? ''
    if (NOTHING.test(subject)) return row
    position += 1
    const value = `${position + 1} of ${count}`
    const notes = notesOf(header[subjectColumn] ?? [], row.cells[subjectColumn] ?? [])
    const source = lines.cellAt(row.line, subjectColumn)
    const step = writer.write(place, { kind: 'step', subject, attribute, value, position, set, source, notes }, noQuiz)
    return { ...row, facts: row.facts.map((facts, column) => (column === subjectColumn ? [step] : facts)) }
  })
}

function countsOf({ headings, rows }: MarkdownTable): readonly ReadonlyMap<string, number>[] {
  return headings.map((_, column) => {
    const counts = new Map<string, number>()
    for (const { words } of rows) {
      const text = (words[column] ?? '').toLowerCase()
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    return counts
  })
}

function isAlone(text: string, column: number, { counts }: Plan): boolean {
  return counts[column]?.get(text.toLowerCase()) === 1
}
