import type { Cell, TableKind } from '../model/topic.ts'
import type { MarkdownTable } from './markdown-tree.ts'

type Rows = MarkdownTable['rows']

const COUNTS = /^(?:#|s(?:r|l)?\.?\s?no\.?|№|idx|index|序号|编号|番号)$/i
/** Numbers below these headings may be names. */
const NUMBERS = /^(?:no|nr|number)\.?$/i
/** Headings of columns that lead somewhere, or say how far somebody has come. */
const LEADS =
  /^(?:links?|urls?|resources?|docs?|documentation|notes?|files?|folders?|videos?|slides?|code|sources?|refs?|references?|read more|more|github|pdf|page|go to)$/i
const PROGRESS = /^(?:status|done|progress|completed?|finished|reviewed|[✓✔✅]\u{FE0F}?)$/iu
const SIGNS = /^(?:[\s\p{N}%/✓✗☐-]|\p{Extended_Pictographic}|\u{FE0F})*$/u

/** Which column says what a row is about: the second one where the first only counts the rows. */
export function subjectColumnOf({ headings, rows }: MarkdownTable, table: TableKind): number {
  if (headings.length < 2 || rows.length === 0) return 0
  if (table === 'ordered') return areNumbered(rows) ? 1 : 0
  const first = headings[0] ?? ''
  const isCount = (COUNTS.test(first) && areCounts(rows)) || (NUMBERS.test(first) && areNumbered(rows))
  return table === 'relation' && isCount ? 1 : 0
}

/** Whether the first column counts the rows: 1, 2, 3. Then it is the second that says what stands where. */
export function areNumbered(rows: Rows): boolean {
  return rows.every(({ words: [first = ''] }, index) => first.replace(/[.)]$/, '') === String(index + 1))
}

/** Numbers that grow, also where rows between them name a group. */
function areCounts(rows: Rows): boolean {
  const numbers = rows.map(({ words: [first = ''] }) => first.replace(/[.)]$/, '')).filter((word) => word !== '')
  return numbers.every((word, index) => /^\d{1,4}$/.test(word) && Number(word) > Number(numbers[index - 1] ?? 0))
}

/** Whether a column is no knowledge: it leads to other pages, or says how far somebody has come. */
export function isAside(column: number, { headings, rows }: MarkdownTable): boolean {
  const heading = headings[column] ?? ''
  const filled = rows.filter(({ words }) => (words[column] ?? '') !== '')
  if (filled.length === 0) return false
  if (PROGRESS.test(heading)) return filled.every(({ words }) => SIGNS.test(words[column] ?? ''))
  if (!filled.every(({ cells }) => isLink(cells[column] ?? []))) return false
  const texts = new Set(filled.map(({ words }) => words[column]))
  const areAlike = filled.length >= 2 && texts.size * 2 <= filled.length
  return LEADS.test(heading) || areAlike || filled.every(({ cells }) => leadsIntoFile(cells[column] ?? []))
}

/** A link alone. Of one to another file only its words are left, in italics. */
function isLink(cell: Cell): boolean {
  const parts = cell.filter((inline) => inline.kind !== 'text' || inline.text.trim() !== '')
  return parts.length > 0 && parts.every(({ kind }) => kind === 'link' || kind === 'emphasis')
}

function leadsIntoFile(cell: Cell): boolean {
  return cell.some((inline) => inline.kind === 'link' && inline.href.startsWith('#'))
}
