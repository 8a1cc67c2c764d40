import { ByteWriter } from './byte-writer.ts'

/** The texts of a pack, each written once. In order, so that one says only where it differs from the one before. */
export class Names {
  private readonly texts = new Set<string>()
  private places: ReadonlyMap<string, number> | null = null

  add(text: string): void {
    this.texts.add(text)
  }

  /** The place of a text that was added before the names were written. */
  placeOf(text: string): number {
    const place = this.places?.get(text)
    if (place === undefined) throw new Error(`Expected “${text}” among the names of the pack`)
    return place
  }

  written(): Uint8Array {
    const sorted = [...this.texts].toSorted()
    this.places = new Map(sorted.map((text, place) => [text, place]))
    const out = new ByteWriter()
    out.count(sorted.length)
    let before = ''
    for (const text of sorted) {
      const shared = sharedLength(before, text)
      out.count(shared)
      out.count(text.length - shared)
      for (let index = shared; index < text.length; index += 1) out.count(text.charCodeAt(index))
      before = text
    }
    return out.written()
  }
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return length
}
