import { slug } from '../model/ids.ts'
import { clozeParts } from './cloze-text.ts'
import type { FactRow } from './facts-csv-reader.ts'
import type { Footnotes } from './footnotes.ts'
import { clozeInMarkdown, inMarkdown, inOneLine } from './markdown-words.ts'

/** No notes have wider tables; a file that asks for one would fill the memory. */
const MOST_COLUMNS = 64

/** The tables, lists and callouts of a section that give its facts. */
export function blocksOf(rows: readonly FactRow[], footnotes: Footnotes): readonly string[] {
  const sets = new Map<string, FactRow[]>()
  for (const row of rows) {
    const set = sets.get(`${row.kind} ${row.set}`) ?? []
    sets.set(`${row.kind} ${row.set}`, set)
    set.push(row)
  }
  const tables = [...sets.values()].filter(([first]) => first?.kind === 'relation')
  const orders = new Set(tables.map(orderOf))
  // An order is written in the table whose rows have it.
  const isInTable = (set: readonly FactRow[]): boolean => set[0]?.kind === 'step' && orders.has(orderOf(set))
  const ordered = new Set([...sets.values()].filter(isInTable).map(orderOf))
  return [...sets.values()].flatMap((set) => {
    if (isInTable(set)) return []
    // The comment holds for a whole block; what is disputed in it is withheld for that.
    const isKept = set.some(({ withheld }) => withheld === 'author')
    const isOrdered = set[0]?.kind === 'relation' && ordered.has(orderOf(set))
    const blocks = [...(isOrdered ? [commentFor('table: ordered')] : []), ...blocksOfSet(set, footnotes)]
    // A comment holds for the block right below it: not for the words that name a list.
    return isKept
      ? blocks.flatMap((block) => (SAYS_WHAT.test(block) ? [block] : [commentFor('no-quiz'), block]))
      : blocks
  })
}

/** A comment, or the sentence before a list. */
const SAYS_WHAT = /^<!--|^(?![-|>\d]).*:$/

/** A comment that steers the compiler. */
const commentFor = (wish: string): string => `<!-- ${wish} -->`

function orderOf(set: readonly FactRow[]): string {
  return [...new Set(set.map(({ subject }) => subject))].join('\n')
}

/** What a set of one kind is written as. A kind that nobody knows is a pair like any other. */
function blocksOfSet(set: readonly FactRow[], footnotes: Footnotes): readonly string[] {
  const marked = (text: string, { remarks }: FactRow): string => `${text}${footnotes.marks(remarks)}`
  const [first] = set
  if (first === undefined) return []
  switch (first.kind) {
    case 'relation':
      return [relations(set, marked)]
    case 'term':
      return [pairs(['Term', 'Definition'], set, marked)]
    case 'concept':
    case 'trap':
      return isCallout(first) ? set.map((row) => callout(row, marked)) : titledList(set, marked)
    case 'membership':
      return memberships(set, marked)
    case 'step': {
      const entries = set.map((row, index) => `${index + 1}. ${marked(inOneLine(row.subject), row)}`)
      return [`${inOneLine(first.attribute)}:`, entries.join('\n')]
    }
    default:
      return [pairs(['Scenario', inMarkdown(first.kind === 'scenario' ? first.attribute : 'Answer')], set, marked)]
  }
}

/** Puts the marks of a fact's remarks behind its text. */
type Marked = (text: string, row: FactRow) => string

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [lineOf(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(lineOf)].join('\n')
}

function pairs(headings: readonly string[], set: readonly FactRow[], marked: Marked): string {
  return table(
    headings,
    set.map((row) => [inMarkdown(row.subject), marked(inMarkdown(row.value), row)]),
  )
}

/** A row for each subject, a column for each attribute. */
function relations(set: readonly FactRow[], marked: Marked): string {
  const attributes = [...new Set(set.map(({ attribute }) => attribute))]
  if (attributes.length > MOST_COLUMNS) return pairs(['Scenario', 'Answer'], set, marked)
  const rows: { readonly subject: string; readonly cells: Map<string, string> }[] = []
  for (const row of set) {
    const last = rows.at(-1)
    const isSame = last !== undefined && last.subject === row.subject && !last.cells.has(row.attribute)
    const cells = isSame ? last.cells : new Map<string, string>()
    if (!isSame) rows.push({ subject: row.subject, cells })
    cells.set(row.attribute, marked(inMarkdown(row.value), row))
  }
  return table(
    [set[0]?.label ?? '', ...attributes].map(inMarkdown),
    rows.map(({ subject, cells }) => [inMarkdown(subject), ...attributes.map((name) => cells.get(name) ?? '—')]),
  )
}

/** A callout is a set of its own, named by its label and its title. */
function isCallout({ set, attribute, subject }: FactRow): boolean {
  return set.endsWith(`/${slug(`${attribute} ${subject}`)}`)
}

function callout(row: FactRow, marked: Marked): string {
  return `> **${inOneLine(row.attribute)} — ${inOneLine(row.subject)}:** ${marked(sentenceOf(row), row)}`
}

/** A trap is one by the heading above it; the name of another list stands before it. */
function titledList(set: readonly FactRow[], marked: Marked): readonly string[] {
  const [first] = set
  const section = first?.section.split(' > ').at(-1) ?? ''
  const isNamed = first?.kind === 'concept' && first.attribute !== section
  const entries = set.map((row) => `- **${inOneLine(row.subject)}:** ${marked(sentenceOf(row), row)}`)
  return [...(isNamed ? [`${inOneLine(first.attribute)}:`] : []), entries.join('\n')]
}

/** Its text, with what can be asked in bold. */
function sentenceOf({ cloze, value }: FactRow): string {
  return cloze === '' ? inOneLine(value) : clozeInMarkdown(clozeParts(cloze))
}

/** Entries of one list; of several lists side by side each is a column. */
function memberships(set: readonly FactRow[], marked: Marked): readonly string[] {
  const entriesOf = new Map<string, string[]>()
  for (const row of set) {
    const entries = entriesOf.get(row.value) ?? []
    entriesOf.set(row.value, entries)
    const text = row.cloze === '' ? inMarkdown(row.subject) : clozeInMarkdown(clozeParts(row.cloze))
    entries.push(marked(text, row))
  }
  const lists = [...entriesOf].map(([name, entries]) => ({ name, entries }))
  const [only, ...others] = lists
  if (only === undefined) return []
  // More lists than a table has room for stand one after the other.
  if (lists.length > MOST_COLUMNS) return lists.flatMap(({ name, entries }) => listOf(name, entries))
  if (others.length === 0) return listOf(only.name, only.entries)
  const length = Math.max(...lists.map(({ entries }) => entries.length))
  return [
    commentFor('table: lists'),
    table(
      lists.map(({ name }) => inMarkdown(name)),
      Array.from({ length }, (_, index) => lists.map(({ entries }) => entries[index] ?? '')),
    ),
  ]
}

function listOf(name: string, entries: readonly string[]): readonly string[] {
  return [`${inOneLine(name)}:`, entries.map((entry) => `- ${entry}`).join('\n')]
}
