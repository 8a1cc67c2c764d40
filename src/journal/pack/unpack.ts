import { cardIdOf, eventIdOf, factIdOf } from '../../model/ids.ts'
import type { CardId } from '../../model/ids.ts'
import { GRADES } from '../../model/memory.ts'
import { instant } from '../../model/time.ts'
import { readEvent } from '../event.ts'
import type { JournalEvent } from '../event.ts'
import { ByteReader, DamagedBytes } from './byte-reader.ts'
import { readNames } from './read-names.ts'
import { CARD_MARK, FOLLOWS, FORM, MAGIC, newTrail, PACK_VERSION, SAME_OFFSET } from './form.ts'
import type { Trail } from './form.ts'
import { readPart, soundPart } from './parts.ts'
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
      texts: readNames(soundPart(reader)),
      kinds: readNames(soundPart(reader)),
      cards: [],
    }
    while (!reader.isAtEnd) {
      const part = readPart(reader)
      if (!part.isSound) unreadable += 1
      else unreadable += readBlock(new ByteReader(part.bytes), names, events)
    }
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    unreadable += 1
  }
  return { events, unreadable }
}

interface PackedNames {
  readonly texts: readonly string[]
  readonly kinds: readonly string[]
  /** Ids of cards that were met, by kind and fact: a card is reviewed many times. */
  readonly cards: (CardId | undefined)[][]
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

function readOne(reader: ByteReader, names: PackedNames, trail: Trail): JournalEvent | null {
  const { texts } = names
  const first = reader.byte()
  const form = first & 3
  if (form === FORM.whole) return readEvent(readValue(reader, texts))
  const isNext = (first & FOLLOWS) !== 0
  trail.writer = isNext ? trail.writer : nameAt(texts, reader.count())
  trail.count = isNext ? trail.count + 1 : reader.count()
  trail.at = trail.at === null ? reader.whole() : trail.at + reader.count()
  if ((first & SAME_OFFSET) === 0) trail.offset = reader.whole()
  const id = eventIdOf(`${trail.writer}-${trail.count}`)
  const at = instant(trail.at)
  const { offset } = trail
  if (form === FORM.other) {
    const body = readValue(reader, texts)
    return readEvent(typeof body === 'object' ? { ...body, id, at, offset } : null)
  }
  const place = reader.count()
  const fact = factIdOf(nameAt(texts, place))
  const card = form === FORM.review ? cardAt(names, place, reader.count()) : cardIdOf(nameAt(texts, reader.count()))
  const grade = GRADES[(first >> 2) & 3] ?? 'again'
  return { kind: 'reviewed', fact, card, grade, id, at, offset }
}

function cardAt({ texts, kinds, cards }: PackedNames, fact: number, kind: number): CardId {
  const ofKind = (cards[kind] ??= [])
  return (ofKind[fact] ??= cardIdOf(`${nameAt(texts, fact)}${CARD_MARK}${nameAt(kinds, kind)}`))
}
