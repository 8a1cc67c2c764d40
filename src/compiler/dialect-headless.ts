import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Cell } from '../model/topic.ts'
import type { MarkdownRow, MarkdownTable } from './markdown-tree.ts'

/** A number with its unit, a date, an address: what heads no column of words. */
const VALUE =
  /^[~≈<>≤≥]?\s*[$€£]?\d[\d.,:/–-]*\s*(?:%|°?[a-z]{1,3}|bytes|bits|days?|hours?|minutes?|seconds?|years?)?$|^https?:\S+$/i
const NUMBER = /^\d[\d.,:/–-]*$/
const SENTENCE = /^(?:\S+\s+){4,}\S+[.!]$/
/** Words that head a column, also where the one before it is bold as a whole. */
const HEADING =
  /^(?:definition|description|purpose|uses?|usage|meaning|values?|examples?|notes?|function|details?|type|explanation|answer|command|syntax)\b/i
const LONGEST_HEADING = 80

/**
 * A table whose first row only stands where headings must, as Markdown has no table without: the row among the others,
 * below empty headings. The same table where its headings may be headings.
 */
export function withHeaderAsRow(table: MarkdownTable): MarkdownTable {
  const { header, headings, rows, line } = table
  if (rows.length < 2 || !isRow(table)) return table
  const row: MarkdownRow = { cells: header, words: headings, line, written: header.length, fit: 'made' }
  const empty: readonly Cell[] = header.map(() => [])
  return { ...table, header: empty, headings: header.map(() => ''), rows: [row, ...rows] }
}

function isRow({ header, headings, rows }: MarkdownTable): boolean {
  const [first = '', second = ''] = headings
  if (headings.length < 2 || first === '') return false
  if (NUMBER.test(first) && rows.every(({ words }) => NUMBER.test(words[0] ?? ''))) return true
  if (headings.length > 2 || second === '') return false
  const values = rows.map(({ words }) => words[1] ?? '')
  if (VALUE.test(second)) return !values.every((value) => VALUE.test(value))
  if (second.length > LONGEST_HEADING || SENTENCE.test(second)) return true
  if (HEADING.test(second)) return false
  const pairs = [header, ...rows.map(({ cells }) => cells)]
  return pairs.every(([name = [], value = []]) => isBold(name) && !isBold(value))
}

function isBold(cell: readonly Inline[]): boolean {
  const parts = cell.filter((inline) => plainText([inline]).trim() !== '')
  return parts.length > 0 && parts.every(({ kind }) => kind === 'strong')
}
