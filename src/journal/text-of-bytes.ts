/**
 * Bytes as text for localStorage, which counts its room in UTF-16 units: 15 bits a unit. The units lie between U+4000
 * and U+BFFF, where there are no surrogates, no control characters and nothing that normalisation would change into
 * something shorter; the first one tells how many bits of the last are of no account.
 */
const BITS = 15
const BASE = 0x40_00
/** More arguments than this at once are too many for a call. */
const AT_ONCE = 8_192

export function textOfBytes(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length * 8) / BITS)
  const units = new Uint16Array(length + 1)
  units[0] = BASE + (length * BITS - bytes.length * 8)
  let [held, bits, place] = [0, 0, 1]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    if (bits < BITS) continue
    bits -= BITS
    units[place] = BASE + (held >>> bits)
    place += 1
    held &= (1 << bits) - 1
  }
  if (bits > 0) units[place] = BASE + (held << (BITS - bits))
  const parts: string[] = []
  for (let from = 0; from < units.length; from += AT_ONCE) {
    parts.push(String.fromCharCode(...units.subarray(from, from + AT_ONCE)))
  }
  return parts.join('')
}

/** The bytes again, or null when the text is none that `textOfBytes` makes. */
export function bytesOfText(text: string): Uint8Array | null {
  const spare = text.charCodeAt(0) - BASE
  const length = ((text.length - 1) * BITS - spare) / 8
  if (!(spare >= 0 && spare < BITS) || !Number.isInteger(length)) return null
  const bytes = new Uint8Array(length)
  let [held, bits, place] = [0, 0, 0]
  for (let index = 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index) - BASE
    if (unit < 0 || unit >= 1 << BITS) return null
    held = (held << BITS) | unit
    bits += BITS
    while (bits >= 8) {
      bits -= 8
      if (place < length) bytes[place] = held >>> bits
      place += 1
      held &= (1 << bits) - 1
    }
  }
  return bytes
}
