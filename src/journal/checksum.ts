/** CRC-32 as in gzip (polynomial 0xEDB88320, reflected), for finding damage; it is no protection against intent. */
const TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

export function checksum(bytes: Uint8Array): number {
  let sum = -1
  // By place: iterators are slow before they are compiled, and this is among the first things that run.
  for (let index = 0; index < bytes.length; index += 1) {
    sum = (sum >>> 8) ^ (TABLE[(sum ^ (bytes[index] ?? 0)) & 0xff] ?? 0)
  }
  return ~sum >>> 0
}

/** Of a text's UTF-16 units, the lower byte of each first. */
export function checksumOfText(text: string): number {
  let sum = -1
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    sum = (sum >>> 8) ^ (TABLE[(sum ^ unit) & 0xff] ?? 0)
    sum = (sum >>> 8) ^ (TABLE[(sum ^ (unit >>> 8)) & 0xff] ?? 0)
  }
  return ~sum >>> 0
}
