import { eventId } from '../../model/ids.ts'
import { GRADES } from '../../model/memory.ts'
import type { JournalEvent } from '../event.ts'
import { countOf, writerOf } from '../event-id.ts'
import { inTime } from '../event-order.ts'
import { ByteWriter, LARGEST } from './byte-writer.ts'
import { BLOCK, CARD_MARK, FOLLOWS, FORM, MAGIC, newTrail, PACK_VERSION, SAME_OFFSET } from './form.ts'
import type { Trail } from './form.ts'
import { Names } from './names.ts'
import { writePart } from './parts.ts'
import { addNames, writeValue } from './write-value.ts'

/** Packs events; the layout is told in form.ts. */
export function pack(events: readonly JournalEvent[]): Uint8Array {
  const rows = events.toSorted(inTime).map(rowOf)
  const names: PackNames = { texts: new Names(), kinds: new Names() }
  for (const row of rows) nameParts(names, row)
  const out = new ByteWriter()
  out.byte(MAGIC)
  out.byte(PACK_VERSION)
  writePart(out, names.texts.written())
  writePart(out, names.kinds.written())
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block = new ByteWriter()
    const trail = newTrail()
    for (const row of rows.slice(from, from + BLOCK)) write(block, names, row, trail)
    writePart(out, block.written())
  }
  return out.written()
}

interface PackNames {
  readonly texts: Names
  /** Of cards. There are few and they come with every review, so they have short numbers. */
  readonly kinds: Names
}

/** An event, and what its ids are made of. */
interface Row {
  readonly event: JournalEvent
  readonly writer: string
  readonly count: number
  /** Of a reviewed card, where its id is the fact's and a kind. */
  readonly kind: string | null
  /** Whether id, time and offset are such as the app itself gives. Those of a file of somebody's making may not be. */
  readonly isPlain: boolean
}

function rowOf(event: JournalEvent): Row {
  const { id, at, offset } = event
  const writer = writerOf(id)
  const count = countOf(id)
  const isPlain =
    count > 0 &&
    count <= LARGEST &&
    eventId(writer, count) === id &&
    isWhole(at) &&
    Math.abs(at) < LARGEST / 2 &&
    isWhole(offset)
  return { event, writer, count, kind: event.kind === 'reviewed' ? cardKindOf(event) : null, isPlain }
}

function nameParts({ texts, kinds }: PackNames, { event, writer, kind, isPlain }: Row): void {
  if (!isPlain) return addNames(texts, event)
  texts.add(writer)
  if (event.kind !== 'reviewed') return addNames(texts, bodyOf(event))
  texts.add(event.fact)
  if (kind === null) texts.add(event.card)
  else kinds.add(kind)
}

function write(
  out: ByteWriter,
  { texts, kinds }: PackNames,
  { event, writer, count, kind, isPlain }: Row,
  trail: Trail,
): void {
  if (!isPlain) {
    out.byte(FORM.whole)
    return writeValue(out, texts, event)
  }
  const follows = writer === trail.writer && count === trail.count + 1
  const form = event.kind !== 'reviewed' ? FORM.other : kind === null ? FORM.reviewOfCard : FORM.review
  const grade = event.kind === 'reviewed' ? GRADES.indexOf(event.grade) : 0
  out.byte(form | (grade << 2) | (follows ? FOLLOWS : 0) | (event.offset === trail.offset ? SAME_OFFSET : 0))
  if (!follows) {
    out.count(texts.placeOf(writer))
    out.count(count)
  }
  if (trail.at === null) out.whole(event.at)
  else out.count(event.at - trail.at)
  if (event.offset !== trail.offset) out.whole(event.offset)
  if (event.kind === 'reviewed') {
    out.count(texts.placeOf(event.fact))
    out.count(kind === null ? texts.placeOf(event.card) : kinds.placeOf(kind))
  } else writeValue(out, texts, bodyOf(event))
  trail.writer = writer
  trail.count = count
  trail.at = event.at
  trail.offset = event.offset
}

/** Zero with a sign is no whole number here: its sign would be lost. */
function isWhole(number: number): boolean {
  return Number.isInteger(number) && !Object.is(number, -0)
}

/** What follows the fact's id in a card's id, or null for a card that is named in another way. */
function cardKindOf({ fact, card }: JournalEvent & { readonly kind: 'reviewed' }): string | null {
  const isOfFact = card.startsWith(CARD_MARK, fact.length) && card.startsWith(fact)
  return isOfFact ? card.slice(fact.length + CARD_MARK.length) : null
}

function bodyOf({ id: _id, at: _at, offset: _offset, ...body }: JournalEvent): unknown {
  return body
}
