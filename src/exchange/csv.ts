/** Columns that are read of a row; what stands beyond them is left out. */
const MOST_COLUMNS = 64

/**
 * What a spreadsheet takes for the start of a formula. Such a text gets a quote mark before it, and so does one that
 * begins with quote marks and goes on like that: so taking one mark away gives back every text as it was.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** One line of CSV (RFC 4180), without its end. */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => quoted(guarded(cell), ',')).join(',')
}

/** Rows as a file: the lines end as RFC 4180 has it. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${csvRow(row)}\r\n`).join('')
}

/** A cell between quote marks where it needs them. */
export function quoted(cell: string, separator: string): string {
  const isPlain = !cell.includes(separator) && !/["\r\n]/.test(cell) && !cell.startsWith('#')
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
}

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)
const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)

/** The rows of a file that {@link csvFile} wrote, with its texts as they were. */
export function readCsv(text: string, separator = ','): readonly (readonly string[])[] {
  return readRows(text, separator).map((row) => row.map(unguarded))
}

/**
 * Cells that stand apart by a separator, between quote marks or not. Any text has rows: a quote mark that is never
 * closed is a sign like others.
 *
 * @param comment What a line begins with that is no row; empty where there is no such thing.
 */
export function readRows(text: string, separator: string, comment = ''): readonly (readonly string[])[] {
  const reader = new RowReader(text, separator)
  const rows: (readonly string[])[] = []
  while (!reader.isAtEnd()) {
    if (comment !== '' && reader.isAt(comment)) reader.skipLine()
    else rows.push(reader.row())
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}

class RowReader {
  private at = 0
  /** Once a quote mark was never closed, none further down can be trusted, and none is looked for again. */
  private hasQuotes = true
  private readonly text: string
  private readonly separator: string

  constructor(text: string, separator: string) {
    this.text = text
    this.separator = separator
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  isAt(start: string): boolean {
    return this.text.startsWith(start, this.at)
  }

  skipLine(): void {
    const end = this.text.indexOf('\n', this.at)
    this.at = end < 0 ? this.text.length : end + 1
  }

  row(): readonly string[] {
    const cells: string[] = []
    for (;;) {
      const cell = this.cell()
      if (cells.length < MOST_COLUMNS) cells.push(cell)
      const isMore = this.isAt(this.separator)
      if (isMore) this.at += this.separator.length
      else {
        if (this.isAt('\r')) this.at += 1
        if (this.isAt('\n')) this.at += 1
        return cells
      }
    }
  }

  private cell(): string {
    const inQuotes = this.hasQuotes && this.isAt('"') ? this.inQuotes() : ''
    return inQuotes + this.plain()
  }

  /** What stands between quote marks; nothing is taken where they are not closed. */
  private inQuotes(): string {
    const { text } = this
    let end = text.indexOf('"', this.at + 1)
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
    if (end < 0) {
      this.hasQuotes = false
      return ''
    }
    const cell = text.slice(this.at + 1, end).replaceAll('""', '"')
    this.at = end + 1
    return cell
  }

  /** Up to the next separator or the end of the line. */
  private plain(): string {
    const { text, separator } = this
    const start = this.at
    while (this.at < text.length) {
      const sign = text[this.at]
      if (sign === '\n' || sign === '\r' || sign === separator) break
      this.at += 1
    }
    return text.slice(start, this.at)
  }
}
