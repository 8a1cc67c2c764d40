import { strToU8 } from 'fflate'

/** What a cell of a table holds. */
export type SqlValue = number | string | null

/** Whole numbers of more bits are not written: six bytes hold every millisecond of the next four thousand years. */
const WIDEST = 2 ** 47

/** Bytes of a whole number by SQLite's serial types 1 to 6. */
const WIDTHS = [1, 2, 3, 4, 6] as const

/** A row as SQLite stores it: how each value is written, then the values. */
export function recordOf(values: readonly SqlValue[]): Uint8Array {
  const cells = values.map(cellOf)
  const types = cells.flatMap(({ type }) => varint(type))
  // The header's length counts itself; it takes a second byte from 127 on.
  const length = types.length < 127 ? types.length + 1 : types.length + 2
  return joined([Uint8Array.from([...varint(length), ...types]), ...cells.map(({ bytes }) => bytes)])
}

interface RecordCell {
  readonly type: number
  readonly bytes: Uint8Array
}

function cellOf(value: SqlValue): RecordCell {
  if (value === null) return { type: 0, bytes: new Uint8Array() }
  if (typeof value === 'number') return integerCell(value)
  const bytes = strToU8(value)
  return { type: 13 + 2 * bytes.length, bytes }
}

function integerCell(value: number): RecordCell {
  if (!Number.isInteger(value) || Math.abs(value) >= WIDEST) throw new Error(`Expected a whole number, got ${value}`)
  if (value === 0 || value === 1) return { type: 8 + value, bytes: new Uint8Array() }
  const at = WIDTHS.findIndex((width) => value >= -(2 ** (8 * width - 1)) && value < 2 ** (8 * width - 1))
  const width = WIDTHS[at] ?? 6
  return { type: at + 1, bytes: Uint8Array.from(bigEndian(value, width)) }
}

/** The bytes of a whole number, the highest first; negative ones in two's complement. */
export function bigEndian(value: number, width: number): readonly number[] {
  const whole = value < 0 ? value + 2 ** (8 * width) : value
  return Array.from({ length: width }, (_, place) => Math.floor(whole / 2 ** (8 * (width - 1 - place))) % 256)
}

/** A number of seven bits a byte, the highest first; all bytes but the last have their top bit set. */
export function varint(value: number): readonly number[] {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) + 128)
  return bytes
}

/** Bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
