import { checksum } from '../checksum.ts'
import type { ByteReader } from './byte-reader.ts'
import { DamagedBytes } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Writes bytes between their length and their checksum. */
export function writePart(out: ByteWriter, part: Uint8Array): void {
  out.count(part.length)
  out.append(part)
  out.fixed(checksum(part))
}

/** Reads such bytes; says whether they are what was written. */
export function readPart(reader: ByteReader): { readonly bytes: Uint8Array; readonly isSound: boolean } {
  const bytes = reader.part(reader.count())
  return { bytes, isSound: reader.fixed() === checksum(bytes) }
}

/** Reads bytes without which the rest says nothing. Throws `DamagedBytes` when they are not what was written. */
export function soundPart(reader: ByteReader): Uint8Array {
  const { bytes, isSound } = readPart(reader)
  if (!isSound) throw new DamagedBytes('A part is damaged')
  return bytes
}
