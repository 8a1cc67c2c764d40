import type { ByteReader } from './byte-reader.ts'
import { DamagedBytes } from './byte-reader.ts'

export function readNames(bytes: ByteReader): readonly string[] {
  const names: string[] = []
  const count = bytes.count()
  let before = ''
  for (let index = 0; index < count; index += 1) {
    const shared = bytes.count()
    let rest = ''
    for (let left = bytes.count(); left > 0; left -= 1) rest += String.fromCharCode(bytes.count())
    if (shared > before.length) throw new DamagedBytes('A name leans on more than there is')
    before = before.slice(0, shared) + rest
    names.push(before)
  }
  return names
}
