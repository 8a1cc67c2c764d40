import type { ByteReader } from './byte-reader.ts'
import { DamagedBytes } from './byte-reader.ts'
import { LARGEST } from './byte-writer.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Names } from './names.ts'

/** First byte of a value. */
const FIRST = { null: 0, false: 1, true: 2, whole: 3, double: 4, text: 5, list: 6, record: 7 } as const

/** Deeper than any event goes. */
const DEEPEST = 32

export function addNames(names: Names, value: unknown): void {
  if (typeof value === 'string') names.add(value)
  else if (Array.isArray(value)) for (const one of value) addNames(names, one)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries<unknown>({ ...value })) {
      names.add(key)
      addNames(names, one)
    }
  }
}

/** Writes what JSON can say; of anything else, of which no event is made, nothing is told. */
export function writeValue(out: ByteWriter, names: Names, value: unknown): void {
  if (typeof value === 'boolean') out.byte(value ? FIRST.true : FIRST.false)
  else if (typeof value === 'number') {
    const isWhole = Number.isInteger(value) && Math.abs(value) <= LARGEST && !Object.is(value, -0)
    out.byte(isWhole ? FIRST.whole : FIRST.double)
    if (isWhole) out.whole(value)
    else out.double(value)
  } else if (typeof value === 'string') {
    out.byte(FIRST.text)
    out.count(names.placeOf(value))
  } else if (Array.isArray(value)) {
    out.byte(FIRST.list)
    out.count(value.length)
    for (const one of value) writeValue(out, names, one)
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries<unknown>({ ...value })
    out.byte(FIRST.record)
    out.count(entries.length)
    for (const [key, one] of entries) {
      out.count(names.placeOf(key))
      writeValue(out, names, one)
    }
  } else out.byte(FIRST.null)
}

export function readValue(bytes: ByteReader, names: readonly string[], depth = 0): unknown {
  if (depth > DEEPEST) throw new DamagedBytes('A value goes deeper than any event')
  switch (bytes.byte()) {
    case FIRST.null:
      return null
    case FIRST.false:
      return false
    case FIRST.true:
      return true
    case FIRST.whole:
      return bytes.whole()
    case FIRST.double:
      return bytes.double()
    case FIRST.text:
      return nameAt(names, bytes.count())
    case FIRST.list: {
      const list: unknown[] = []
      for (let left = bytes.count(); left > 0; left -= 1) list.push(readValue(bytes, names, depth + 1))
      return list
    }
    case FIRST.record: {
      const entries: [string, unknown][] = []
      for (let left = bytes.count(); left > 0; left -= 1) {
        entries.push([nameAt(names, bytes.count()), readValue(bytes, names, depth + 1)])
      }
      return Object.fromEntries(entries)
    }
    default:
      throw new DamagedBytes('No value begins like this')
  }
}

export function nameAt(names: readonly string[], place: number): string {
  const name = names[place]
  if (name === undefined) throw new DamagedBytes('There is no such name')
  return name
}
