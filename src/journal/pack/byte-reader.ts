/** What was read is not what was written. */
export class DamagedBytes extends Error {}

/** Reads what a `ByteWriter` wrote. Each method throws `DamagedBytes` where the bytes end too early. */
export class ByteReader {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private place = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** How many bytes were read. */
  get at(): number {
    return this.place
  }

  get isAtEnd(): boolean {
    return this.place >= this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.place]
    if (byte === undefined) throw new DamagedBytes('The bytes end too early')
    this.place += 1
    return byte
  }

  count(): number {
    let byte = this.byte()
    if (byte < 0x80) return byte
    let [value, scale] = [0, 1]
    while (byte >= 0x80) {
      value += (byte - 0x80) * scale
      scale *= 0x80
      byte = this.byte()
    }
    return value + byte * scale
  }

  /** Whether each of the next counts is a byte. */
  isPlain(length: number): boolean {
    const end = this.place + length
    if (end > this.bytes.length) return false
    for (let index = this.place; index < end; index += 1) if ((this.bytes[index] ?? 0) >= 0x80) return false
    return true
  }

  whole(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  double(): number {
    return this.view.getFloat64(this.advance(8), true)
  }

  fixed(): number {
    return this.view.getUint32(this.advance(4), true)
  }

  part(length: number): Uint8Array {
    const from = this.advance(length)
    return this.bytes.subarray(from, from + length)
  }

  private advance(length: number): number {
    const from = this.place
    if (from + length > this.bytes.length) throw new DamagedBytes('The bytes end too early')
    this.place += length
    return from
  }
}
