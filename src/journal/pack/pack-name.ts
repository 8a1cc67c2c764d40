/**
 * A pack's name tells how many events it holds, and what its bytes are: the same in both places where it is kept. No
 * CRC tells that: over bytes that end in their own CRC it is the same for all of them.
 */
export function packName(bytes: Uint8Array, events: number): string {
  return `${events}-${fingerprint(bytes)}`
}

/** How many events a pack of that name holds. */
export function countIn(name: string): number {
  return Number(name.slice(0, Math.max(0, name.indexOf('-'))))
}

/** Whether the bytes are those that got the name. */
export function isNameOf(name: string, bytes: Uint8Array): boolean {
  return name.slice(name.indexOf('-') + 1) === fingerprint(bytes)
}

/** 64 bits: two multiplicative hashes (FNV-1a and one with the prime of xxHash), which differ in all they do. */
function fingerprint(bytes: Uint8Array): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b1]
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    one = Math.imul(one ^ byte, 0x01000193)
    other = Math.imul(((other << 5) | (other >>> 27)) ^ byte, 0x85ebca6b)
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`
}
