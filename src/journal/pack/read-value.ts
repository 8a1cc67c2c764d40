import type { ByteReader } from './byte-reader.ts'
import { DamagedBytes } from './byte-reader.ts'
import { FIRST } from './form.ts'

/** Deeper than any event goes. */
const DEEPEST = 32

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
