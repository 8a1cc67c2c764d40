import { LARGEST } from './byte-writer.ts'
import type { ByteWriter } from './byte-writer.ts'
import { FIRST } from './form.ts'
import type { Names } from './names.ts'

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
