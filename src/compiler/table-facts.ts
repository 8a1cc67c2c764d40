import type { FactId, SetId } from '../model/ids.ts'
import { notesIn, plainText } from '../model/inline.ts'
import type { Cell, Row, TableKind } from '../model/topic.ts'
import { areNumbered, commonEnding } from './classify-table.ts'
import type { FactWriter, Place } from './fact-writer.ts'
import type { MarkdownTable } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

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
  readonly headings: readonly string[]
  /** The column that says what a row is about. */
  readonly subjectColumn: number
  readonly set: SetId
  /** How often each text stands in each column, in small letters. */
  readonly counts: readonly ReadonlyMap<string, number>[]
}

const NOTHING = /^[—–-]*$/

/** Writes the facts of a table and says which cell gave which. */
export function rowsOf(node: MarkdownTable, table: TableKind, reading: TableReading): readonly Row[] {
  const headings = node.header.map(plainText)
  const set = reading.writer.set(reading.place, headings.join(' ').trim() || table)
  const isNumbered = table === 'ordered' && headings.length > 1 && areNumbered(node.rows)
  const subjectColumn = isNumbered ? 1 : 0
  const plan = { ...reading, table, header: node.header, headings, subjectColumn, set, counts: countsOf(node) }
  if (table === 'lists') return node.rows.map((row) => listRow(row, plan))
  if (table === 'contrast') return node.rows.map((row) => contrastRow(row, plan))
  const rows = node.rows.map((row) => relationRow(row, plan))
  return table === 'ordered' ? withSteps(rows, plan) : rows
}

function relationRow(row: TableRow, plan: Plan): Row {
  const { place, writer, lines, noQuiz, table, header, headings, subjectColumn, set } = plan
  const subjectCell = row.cells[subjectColumn] ?? []
  const subject = plainText(subjectCell)
  if (NOTHING.test(subject)) {
    reportEmptySubject(row, subjectColumn, lines)
    return { ...row, facts: row.cells.map(() => []) }
  }
  const aboutSubject = [...notesIn(header[subjectColumn] ?? []), ...notesIn(subjectCell)]
  const facts = row.cells.map((cell, column): readonly FactId[] => {
    const value = plainText(cell)
    const attribute = headings[column] ?? ''
    if (column <= subjectColumn || NOTHING.test(value) || (attribute === '' && table !== 'terms')) return []
    const shared = {
      subject,
      value,
      set,
      noQuiz,
      source: lines.cellAt(row.line, column),
      notes: [...new Set([...aboutSubject, ...notesIn(header[column] ?? []), ...notesIn(cell)])],
    }
    if (table === 'terms' && column === 1) return [writer.write(place, { ...shared, kind: 'term', attribute: 'means' })]
    if (table === 'scenarios') return [writer.write(place, { ...shared, kind: 'scenario', attribute })]
    const subjectLabel = headings[subjectColumn] || 'Entry'
    const oneToOne = isAlone(subject, subjectColumn, plan) && isAlone(value, column, plan)
    return [writer.write(place, { ...shared, kind: 'relation', attribute, subjectLabel, oneToOne })]
  })
  return { ...row, facts }
}

function listRow(row: TableRow, { place, writer, lines, noQuiz, header, headings, set }: Plan): Row {
  const lists = headings.filter((heading) => heading !== '')
  const attribute = commonEnding(lists) || 'belongs to'
  const facts = row.cells.map((cell, column): readonly FactId[] => {
    const subject = plainText(cell)
    const value = headings[column] ?? ''
    if (NOTHING.test(subject) || value === '') return []
    const notes = [...new Set([...notesIn(header[column] ?? []), ...notesIn(cell)])]
    const source = lines.cellAt(row.line, column)
    const said = { subject, attribute, value, lists, cloze: [], set, noQuiz, source, notes }
    return [writer.write(place, { ...said, kind: 'membership' })]
  })
  return { ...row, facts }
}

/** Each thing that is compared has the row's aspect: the columns are the subjects. */
function contrastRow(row: TableRow, plan: Plan): Row {
  const { place, writer, lines, noQuiz, header, headings, set } = plan
  const [aspectCell = []] = row.cells
  const attribute = plainText(aspectCell)
  const values = row.cells.map((cell) => plainText(cell))
  if (NOTHING.test(attribute)) {
    reportEmptySubject(row, 0, lines)
    return { ...row, facts: row.cells.map(() => []) }
  }
  const facts = row.cells.map((cell, column): readonly FactId[] => {
    const value = values[column] ?? ''
    const subject = headings[column] ?? ''
    if (column === 0 || NOTHING.test(value) || subject === '') return []
    const isOnly = values.filter((other) => other.toLowerCase() === value.toLowerCase()).length === 1
    const oneToOne = isOnly && isAlone(attribute, 0, plan)
    const notes = [
      ...new Set([
        ...notesIn(header[0] ?? []),
        ...notesIn(aspectCell),
        ...notesIn(header[column] ?? []),
        ...notesIn(cell),
      ]),
    ]
    const said = { subject, attribute, value, set, noQuiz, notes, source: lines.cellAt(row.line, column) }
    return [writer.write(place, { ...said, kind: 'relation', subjectLabel: 'Option', oneToOne })]
  })
  return { ...row, facts }
}

function reportEmptySubject({ line }: TableRow, column: number, lines: SourceLines): void {
  const hint = 'Write what the row is about in its first cell.'
  const message = 'The row does not say what it is about: its first cell is empty.'
  lines.report('warning', 'empty-subject', lines.cellAt(line, column), message, hint)
}

/** The order of the rows is a fact of its own. */
function withSteps(rows: readonly Row[], plan: Plan): readonly Row[] {
  const { place, writer, lines, noQuiz, header, headings, subjectColumn } = plan
  const attribute = `${headings[subjectColumn] || 'Row'} order in ${place.title}`
  const set = writer.set(place, attribute)
  const subjects = rows.map(({ cells }) => plainText(cells[subjectColumn] ?? []))
  const count = subjects.filter((subject) => !NOTHING.test(subject)).length
  let position = -1
  return rows.map((row, index) => {
    const subject = subjects[index] ?? ''
    if (NOTHING.test(subject)) return row
    position += 1
    const step = writer.write(place, {
      kind: 'step',
      subject,
      attribute,
      value: `${position + 1} of ${count}`,
      position,
      set,
      noQuiz,
      source: lines.cellAt(row.line, subjectColumn),
      notes: [...new Set([...notesIn(header[subjectColumn] ?? []), ...notesIn(row.cells[subjectColumn] ?? [])])],
    })
    return { ...row, facts: row.facts.map((facts, column) => (column === subjectColumn ? [step] : facts)) }
  })
}

function countsOf({ header, rows }: MarkdownTable): readonly ReadonlyMap<string, number>[] {
  return header.map((_, column) => {
    const counts = new Map<string, number>()
    for (const { cells } of rows) {
      const text = plainText(cells[column] ?? []).toLowerCase()
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    return counts
  })
}

function isAlone(text: string, column: number, { counts }: Plan): boolean {
  return counts[column]?.get(text.toLowerCase()) === 1
}
