import { ByteReader, DamagedBytes } from './byte-reader.ts'

/** More arguments than this at once are too many for a call. */
const AT_ONCE = 8_192

/** Reads what `Names` wrote. Throws `DamagedBytes` where it is something else. */
export function readNames(part: Uint8Array): readonly string[] {
  const bytes = new ByteReader(part)
  // Nearly all units are bytes: cut out of one text they cost a tenth of what they cost one by one.
  const plain = textOf(part)
  const names: string[] = []
  const count = bytes.count()
  let before = ''
  for (let index = 0; index < count; index += 1) {
    const shared = bytes.count()
    const length = bytes.count()
    let rest = ''
    if (bytes.isPlain(length)) {
      rest = plain.slice(bytes.at, bytes.at + length)
      bytes.part(length)
    } else for (let left = length; left > 0; left -= 1) rest += String.fromCharCode(bytes.count())
    if (shared > before.length) throw new DamagedBytes('A name leans on more than there is')
    before = before.slice(0, shared) + rest
    names.push(before)
  }
  return names
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    // Spread out, the arguments cost three times as much.
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(from, from + AT_ONCE))
  }
  return text
}
