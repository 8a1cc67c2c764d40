import { cardIdOf, eventIdOf, factIdOf } from '../../model/ids.ts'
import { GRADES } from '../../model/memory.ts'
import { instant } from '../../model/time.ts'
import { checksum } from '../checksum.ts'
import { readEvent } from '../event.ts'
import type { JournalEvent } from '../event.ts'
import { ByteReader, DamagedBytes } from './byte-reader.ts'
import { readNames } from './read-names.ts'
import { CARD_MARK, FOLLOWS, FORM, MAGIC, newTrail, PACK_VERSION, SAME_OFFSET } from './form.ts'
import type { Trail } from './form.ts'
import { nameAt, readValue } from './read-value.ts'

export interface Unpacked {
  readonly events: readonly JournalEvent[]
  /** Parts that are damaged, and events that no version known here wrote. */
  readonly unreadable: number
}

/** Reads a pack. Never throws: what is damaged is counted, all else is given. */
export function unpack(bytes: Uint8Array): Unpacked {
  const events: JournalEvent[] = []
  let unreadable = 0
  try {
    const reader = new ByteReader(bytes)
    if (reader.byte() !== MAGIC || reader.byte() !== PACK_VERSION) return { events: [], unreadable: 1 }
    const names: PackedNames = {
      texts: readNames(new ByteReader(whole(reader))),
      kinds: readNames(new ByteReader(whole(reader))),
    }
    while (!reader.isAtEnd) {
      const part = partOf(reader)
      if (!part.isSound) unreadable += 1
      else unreadable += readBlock(new ByteReader(part.bytes), names, events)
    }
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    unreadable += 1
  }
  return { events, unreadable }
}

function partOf(reader: ByteReader): { readonly bytes: Uint8Array; readonly isSound: boolean } {
  const bytes = reader.part(reader.count())
  return { bytes, isSound: reader.fixed() === checksum(bytes) }
}

function whole(reader: ByteReader): Uint8Array {
  const part = partOf(reader)
  if (!part.isSound) throw new DamagedBytes('The names of the pack are damaged')
  return part.bytes
}

interface PackedNames {
  readonly texts: readonly string[]
  readonly kinds: readonly string[]
}

/** Adds the events of a block; gives the number of those that are none. */
function readBlock(reader: ByteReader, names: PackedNames, events: JournalEvent[]): number {
  const trail = newTrail()
  let unknown = 0
  while (!reader.isAtEnd) {
    const event = readOne(reader, names, trail)
    if (event === null) unknown += 1
    else events.push(event)
  }
  return unknown
}

function readOne(reader: ByteReader, { texts, kinds }: PackedNames, trail: Trail): JournalEvent | null {
  const first = reader.byte()
  const form = first & 3
  if (form === FORM.whole) return readEvent(readValue(reader, texts))
  const isNext = (first & FOLLOWS) !== 0
  trail.writer = isNext ? trail.writer : nameAt(texts, reader.count())
  trail.count = isNext ? trail.count + 1 : reader.count()
  trail.at = trail.at === null ? reader.whole() : trail.at + reader.count()
  if ((first & SAME_OFFSET) === 0) trail.offset = reader.whole()
  const id = eventIdOf(`${trail.writer}-${trail.count}`)
  const [at, offset] = [instant(trail.at), trail.offset]
  if (form === FORM.other) {
    const body = readValue(reader, texts)
    return readEvent(typeof body === 'object' ? { ...body, id, at, offset } : null)
  }
  const fact = factIdOf(nameAt(texts, reader.count()))
  const card =
    form === FORM.review ? `${fact}${CARD_MARK}${nameAt(kinds, reader.count())}` : nameAt(texts, reader.count())
  const grade = GRADES[(first >> 2) & 3] ?? 'again'
  return { kind: 'reviewed', fact, card: cardIdOf(card), grade, id, at, offset }
}
