/** Numbers up to this are written as they are; their doubles are still exact. */
export const LARGEST = 2 ** 51

/** Bytes, written one after the other. */
export class ByteWriter {
  private bytes = new Uint8Array(1_024)
  private view = new DataView(this.bytes.buffer)
  private end = 0

  get length(): number {
    return this.end
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.end] = value
    this.end += 1
  }

  /** A whole number from 0 to `LARGEST` × 2, in as few bytes of seven bits as it needs. */
  count(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.byte(rest)
  }

  /** A whole number of either sign, at most `LARGEST` from 0. */
  whole(value: number): void {
    this.count(value < 0 ? -value * 2 - 1 : value * 2)
  }

  double(value: number): void {
    this.reserve(8)
    this.view.setFloat64(this.end, value, true)
    this.end += 8
  }

  fixed(value: number): void {
    this.reserve(4)
    this.view.setUint32(this.end, value, true)
    this.end += 4
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.end)
    this.end += bytes.length
  }

  written(): Uint8Array {
    return this.bytes.slice(0, this.end)
  }

  private reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.end + more))
    larger.set(this.bytes)
    this.bytes = larger
    this.view = new DataView(larger.buffer)
  }
}
