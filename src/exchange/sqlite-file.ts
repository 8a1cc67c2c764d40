import { strToU8 } from 'fflate'
import { bigEndian, joined, recordOf, varint } from './sqlite-record.ts'
import type { SqlValue } from './sqlite-record.ts'

/** A table to be written. Its first column in the file is the row's number, `integer primary key`. */
export interface SqlTable {
  readonly name: string
  /** Its columns, as the statement that makes a table has them between its brackets. */
  readonly columns: string
  readonly rows: readonly SqlRow[]
}

interface SqlRow {
  /** Rows stand in the order of their ids, each once. */
  readonly id: number
  /** The columns after the id. */
  readonly values: readonly SqlValue[]
}

const PAGE = 4096
const FILE_HEADER = 100
const LEAF = 0x0d
const INTERIOR = 0x05
const LEAF_HEADER = 8
const INTERIOR_HEADER = 12
/** Bytes of a row that a leaf takes at most, and at least where the rest stands on pages of its own. */
const MOST_LOCAL = PAGE - 35
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23
/** An overflow page begins with the number of the next one. */
const OVERFLOW = PAGE - 4
/** Any version from 3.7 on reads what is written here. */
const WRITTEN_BY = 3_037_000

/**
 * A database file of SQLite (format 3) with these tables: written once, from front to back, without indexes. The real
 * SQLite is 700 KB of WebAssembly, and a page needs a laxer policy to run it.
 *
 * @see https://www.sqlite.org/fileformat2.html
 */
export function sqliteFile(tables: readonly SqlTable[]): Uint8Array {
  const writer = new PageWriter()
  const schema = tables.map(({ name, columns, rows }, index) => ({
    id: index + 1,
    // In capitals: VACUUM passes over what is written otherwise.
    values: ['table', name, name, writer.table(rows), `CREATE TABLE ${name} (${columns})`],
  }))
  return writer.file(schema)
}

/** A page that a level of the tree above points to. */
interface Child {
  readonly page: number
  readonly lastId: number
}

class PageWriter {
  /** Page 1 is written last: it names the others. */
  private readonly pages: Uint8Array[] = []

  /** Writes the rows of a table; gives the number of its first page. */
  table(rows: readonly SqlRow[]): number {
    let level = this.leaves(rows)
    while (level.length > 1) level = this.interiors(level)
    return level[0]?.page ?? 0
  }

  file(schema: readonly SqlRow[]): Uint8Array {
    const cells = schema.map((row) => this.leafCell(row))
    const first = pageOf(LEAF, cells, null, FILE_HEADER)
    first.set(fileHeader(this.pages.length + 1))
    return joined([first, ...this.pages])
  }

  private leaves(rows: readonly SqlRow[]): readonly Child[] {
    // The id's own column is empty: SQLite reads the row's number there.
    const cells = rows.map((row) => ({
      lastId: row.id,
      bytes: this.leafCell({ id: row.id, values: [null, ...row.values] }),
    }))
    const groups = grouped(cells, PAGE - LEAF_HEADER)
    return groups.map((group) => ({
      page: this.add(
        pageOf(
          LEAF,
          group.map(({ bytes }) => bytes),
          null,
        ),
      ),
      lastId: group.at(-1)?.lastId ?? 0,
    }))
  }

  /** Each page points to some of the level below, to the last of them from its header. */
  private interiors(level: readonly Child[]): readonly Child[] {
    const cells = level.map(({ page, lastId }) => ({
      page,
      lastId,
      bytes: Uint8Array.from([...bigEndian(page, 4), ...varint(lastId)]),
    }))
    return grouped(cells, PAGE - INTERIOR_HEADER).map((group) => {
      const last = group.at(-1)
      const page = pageOf(
        INTERIOR,
        group.slice(0, -1).map(({ bytes }) => bytes),
        last?.page ?? 0,
      )
      return { page: this.add(page), lastId: last?.lastId ?? 0 }
    })
  }

  private leafCell({ id, values }: SqlRow): Uint8Array {
    const record = recordOf(values)
    const head = Uint8Array.from([...varint(record.length), ...varint(id)])
    if (record.length <= MOST_LOCAL) return joined([head, record])
    const local = LEAST_LOCAL + ((record.length - LEAST_LOCAL) % OVERFLOW)
    const kept = local <= MOST_LOCAL ? local : LEAST_LOCAL
    const next = Uint8Array.from(bigEndian(this.overflow(record.subarray(kept)), 4))
    return joined([head, record.subarray(0, kept), next])
  }

  private overflow(rest: Uint8Array): number {
    const first = this.pages.length + 2
    for (let at = 0; at < rest.length; at += OVERFLOW) {
      const page = new Uint8Array(PAGE)
      const isLast = at + OVERFLOW >= rest.length
      page.set(bigEndian(isLast ? 0 : this.pages.length + 3, 4))
      page.set(rest.subarray(at, at + OVERFLOW), 4)
      this.pages.push(page)
    }
    return first
  }

  private add(page: Uint8Array): number {
    this.pages.push(page)
    return this.pages.length + 1
  }
}

/** Cells by the page that they fit on; one group at least. */
function grouped<T extends { readonly bytes: Uint8Array }>(
  cells: readonly T[],
  room: number,
): readonly (readonly T[])[] {
  const groups: T[][] = [[]]
  let left = room
  for (const cell of cells) {
    // Two bytes say where the cell stands.
    const size = cell.bytes.length + 2
    if (size > left) {
      groups.push([])
      left = room
    }
    groups.at(-1)?.push(cell)
    left -= size
  }
  return groups
}

/** A page of a table's tree: header, where each cell stands, and the cells from the end of the page backwards. */
function pageOf(kind: number, cells: readonly Uint8Array[], rightMost: number | null, start = 0): Uint8Array {
  const page = new Uint8Array(PAGE)
  const places: number[] = []
  let end = PAGE
  for (const cell of cells) {
    end -= cell.length
    page.set(cell, end)
    places.push(...bigEndian(end, 2))
  }
  const header = [
    kind,
    ...bigEndian(0, 2),
    ...bigEndian(cells.length, 2),
    ...bigEndian(end, 2),
    0,
    ...(rightMost === null ? [] : bigEndian(rightMost, 4)),
  ]
  if (start + header.length + places.length > end) throw new Error('Expected the cells to fit on their page')
  page.set([...header, ...places], start)
  return page
}

function fileHeader(pages: number): Uint8Array {
  const header = new Uint8Array(FILE_HEADER)
  const write = (at: number, value: number, width = 4): void => header.set(bigEndian(value, width), at)
  header.set(strToU8('SQLite format 3\0'))
  write(16, PAGE, 2)
  // Read and written with a rollback journal; the shares of a page that a row may take are fixed.
  header.set([1, 1, 0, 64, 32, 32], 18)
  write(24, 1)
  write(28, pages)
  write(40, 1)
  write(44, 4)
  write(56, 1)
  write(92, 1)
  write(96, WRITTEN_BY)
  return header
}
