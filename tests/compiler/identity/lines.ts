import type { Random } from '../../../src/model/random.ts'

/** A line of notes that keeps its name while it is edited, so that one knows afterwards which fact is which. */
export interface Line {
  readonly name: number
  readonly text: string
  /** Names of the columns, on the line of a table's headings. */
  readonly columns?: readonly number[]
}

/** Notes as named lines, file by file. */
export type Notes = Readonly<Record<string, readonly Line[]>>

/** Lines of a table: its headings, and where its rows begin and end. */
export interface TableSpan {
  readonly file: string
  readonly header: number
  readonly first: number
  /** Behind the last row. */
  readonly end: number
}

let names = 0

export function nameAnew(): number {
  names += 1
  return names
}

export const line = (text: string): Line => ({ name: nameAnew(), text })

/** Names the lines of a text, and the columns of its tables. */
export function linesOf(text: string): readonly Line[] {
  const texts = text.split('\n')
  return texts.map((each, index) => {
    const isHeader = isRow(each) && isDashes(texts[index + 1] ?? '') && !isDashes(each)
    return isHeader ? { ...line(each), columns: cellsOf(each).map(nameAnew) } : line(each)
  })
}

export function isRow(text: string): boolean {
  return text.startsWith('|')
}

export function isDashes(text: string): boolean {
  return /^\|[\s:|-]+\|$/.test(text)
}

/** The cells of a row, without the spaces around them. */
export function cellsOf(text: string): readonly string[] {
  return text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}

export function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

export function tablesIn(notes: Notes): readonly TableSpan[] {
  return Object.entries(notes).flatMap(([file, lines]) =>
    lines.flatMap((each, header): readonly TableSpan[] => {
      if (each.columns === undefined) return []
      let end = header + 2
      while (end < lines.length && isRow(lines[end]?.text ?? '')) end += 1
      return [{ file, header, first: header + 2, end }]
    }),
  )
}

export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n')
}

export function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('Expected something to pick from')
  return value
}

export function upTo(count: number, random: Random): number {
  return Math.floor(random() * count)
}

const joined = new Map<number, number>()

/** Says that two columns are one from now on: their tables were merged. */
export function joinColumns(one: readonly number[], other: readonly number[]): void {
  for (const [at, column] of other.entries()) {
    const [first, second] = [columnOf(one[at] ?? 0), columnOf(column)]
    if (first !== second) joined.set(second, first)
  }
}

export function columnOf(name: number): number {
  const other = joined.get(name)
  return other === undefined ? name : columnOf(other)
}
