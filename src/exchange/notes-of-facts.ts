import { blocksOf } from './fact-blocks.ts'
import type { FactRow } from './facts-csv-reader.ts'
import { PATH_SEPARATOR } from './facts-csv.ts'
import { Footnotes } from './footnotes.ts'
import { inOneLine } from './markdown-words.ts'

/** The notes of one topic. */
export interface TopicNotes {
  readonly title: string
  readonly text: string
}

/** Markdown notes that give these facts again, a text for each topic. */
export function notesOfFacts(rows: readonly FactRow[]): readonly TopicNotes[] {
  return [...groupedBy(rows, ({ topic }) => topic)].map(([title, own]) => ({ title, text: topicText(title, own) }))
}

function topicText(title: string, rows: readonly FactRow[]): string {
  const footnotes = new Footnotes()
  let before: readonly string[] = []
  const blocks = [...groupedBy(rows, ({ section }) => section)].flatMap(([section, own]) => {
    const path = section === '' ? [] : section.split(PATH_SEPARATOR)
    const headings = headingsOf(path, before)
    before = path
    return [...headings, ...blocksOf(own, footnotes)]
  })
  return [`# ${inOneLine(title) || 'Facts'}`, ...blocks, ...footnotes.lines(), ''].join('\n\n')
}

/** The headings of a path that were not written yet. */
function headingsOf(path: readonly string[], before: readonly string[]): readonly string[] {
  const shared = path.findIndex((name, depth) => name !== before[depth])
  if (shared < 0) return []
  // Six levels are all that Markdown has.
  return path.slice(shared).map((name, index) => `${'#'.repeat(Math.min(6, shared + index + 2))} ${inOneLine(name)}`)
}

function groupedBy(rows: readonly FactRow[], keyOf: (row: FactRow) => string): ReadonlyMap<string, readonly FactRow[]> {
  const groups = new Map<string, FactRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? []
    groups.set(keyOf(row), group)
    group.push(row)
  }
  return groups
}
