import type { AlsoTrue, Kind, Vocabulary } from '../model/background.ts'
import type { CourseTables, PlainRow } from './course-tables.ts'
import type { SourceLines } from './source-lines.ts'

/** Reads the tables under the headings “Names”, “Also true” and “Kinds” of course.md; a course may do without. */
export function vocabularyIn(tables: CourseTables, lines: SourceLines): Vocabulary {
  const taken = new Set<string>()
  const names = rowsUnder('names', tables).flatMap((row): readonly (readonly string[])[] => {
    const [first = '', others = ''] = row.cells
    const group = [first, ...partsOf(others)].filter(isSaid)
    if (group.length < 2) report(row, 'A row of “Names” needs a name, and beside it another for the same thing.', lines)
    for (const name of group) {
      if (taken.has(name.toLowerCase())) report(row, `The name “${name}” stands in the table twice.`, lines)
      taken.add(name.toLowerCase())
    }
    return group.length < 2 ? [] : [group]
  })
  const alsoTrue = rowsUnder('also true', tables).flatMap((row): readonly AlsoTrue[] => {
    const [subject = '', said = ''] = row.cells
    const values = partsOf(said).filter(isSaid)
    if (isSaid(subject) && values.length > 0) return values.map((value) => ({ subject, value }))
    report(row, 'A row of “Also true” needs a subject, and beside it what is true of it.', lines)
    return []
  })
  const kinds = rowsUnder('kinds', tables).flatMap((row): readonly Kind[] => {
    const [kind = '', of = ''] = row.cells
    const named = partsOf(of).filter(isSaid)
    if (isSaid(kind) && named.length > 0) return [{ kind, names: named }]
    report(row, 'A row of “Kinds” needs a kind, and beside it the names of things of that kind.', lines)
    return []
  })
  return { names, alsoTrue, kinds }
}

function rowsUnder(heading: string, tables: CourseTables): readonly PlainRow[] {
  return tables.get(heading)?.rows ?? []
}

function partsOf(cell: string): readonly string[] {
  return cell.split(';').map((part) => part.trim())
}

function isSaid(text: string): boolean {
  return text !== '' && text !== '—'
}

function report({ line }: PlainRow, message: string, lines: SourceLines): void {
  lines.report('error', 'blueprint', lines.at(line), message, 'docs/notes-format.md shows the form of this file.')
}
