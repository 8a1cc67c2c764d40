import type { ByteReader } from './byte-reader.ts'
import { DamagedBytes } from './byte-reader.ts'

export function readNames(bytes: ByteReader): readonly string[] {
  const names: string[] = []
  const count = bytes.count()
  let before = ''
  for (let index = 0; index < count; index += 1) {
    const shared = bytes.count()
    const units = Array.from({ length: bytes.count() }, () => bytes.count())
    if (shared > before.length) throw new DamagedBytes('A name leans on more than there is')
    before = before.slice(0, shared) + String.fromCharCode(...units)
    names.push(before)
  }
  return names
}
