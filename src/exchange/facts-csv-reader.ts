import { csvRow, readCsv } from './csv.ts'
import { FACT_COLUMNS } from './facts-csv.ts'

/** A fact as a file of ours has it. */
export type FactRow = Readonly<Record<(typeof FACT_COLUMNS)[number], string>>

/** What a spreadsheet may put between the cells when it saves the file again. */
const SEPARATORS = [',', ';', '\t'] as const

/** Whether a text begins with the headings of our facts. */
export function isFactsCsv(text: string): boolean {
  return separatorOf(text) !== null
}

/** Reads facts that {@link isFactsCsv} knew. */
export function readFactsCsv(text: string): readonly FactRow[] {
  const [, ...rows] = readCsv(withoutMark(text), separatorOf(text) ?? ',')
  return rows.map(rowOf)
}

function separatorOf(text: string): string | null {
  const headings = csvRow(FACT_COLUMNS)
  const start = withoutMark(text).slice(0, headings.length)
  return SEPARATORS.find((separator) => start === headings.replaceAll(',', separator)) ?? null
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

function rowOf(cells: readonly string[]): FactRow {
  const [id = '', kind = '', topic = '', section = '', set = '', label = '', subject = '', ...others] = cells
  const [attribute = '', value = '', cloze = '', objective = '', withheld = '', remarks = ''] = others
  return { id, kind, topic, section, set, label, subject, attribute, value, cloze, objective, withheld, remarks }
}
