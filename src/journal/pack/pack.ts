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
  const sorted = events.toSorted(inTime)
  const names: PackNames = { texts: new Names(), kinds: new Names() }
  for (const event of sorted) nameParts(names, event)
  const out = new ByteWriter()
  out.byte(MAGIC)
  out.byte(PACK_VERSION)
  writePart(out, names.texts.written())
  writePart(out, names.kinds.written())
  for (let from = 0; from < sorted.length; from += BLOCK) {
    const block = new ByteWriter()
    const trail = newTrail()
    for (const event of sorted.slice(from, from + BLOCK)) write(block, names, event, trail)
    writePart(out, block.written())
  }
  return out.written()
}

interface PackNames {
  readonly texts: Names
  /** Of cards. There are few and they come with every review, so they have short numbers. */
  readonly kinds: Names
}

function nameParts({ texts, kinds }: PackNames, event: JournalEvent): void {
  if (!isPlain(event)) return addNames(texts, event)
  texts.add(writerOf(event.id))
  if (event.kind !== 'reviewed') return addNames(texts, bodyOf(event))
  texts.add(event.fact)
  const kind = cardKindOf(event)
  if (kind === null) texts.add(event.card)
  else kinds.add(kind)
}

function write(out: ByteWriter, { texts, kinds }: PackNames, event: JournalEvent, trail: Trail): void {
  if (!isPlain(event)) {
    out.byte(FORM.whole)
    return writeValue(out, texts, event)
  }
  const [writer, count] = [writerOf(event.id), countOf(event.id)]
  const follows = writer === trail.writer && count === trail.count + 1
  const kind = event.kind === 'reviewed' ? cardKindOf(event) : null
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

/** Whether id, time and offset are such as the app itself gives. Those of a file of somebody's making may not be. */
function isPlain({ id, at, offset }: JournalEvent): boolean {
  const count = countOf(id)
  return (
    count > 0 &&
    count <= LARGEST &&
    `${writerOf(id)}-${count}` === id &&
    isWhole(at) &&
    Math.abs(at) < LARGEST / 2 &&
    isWhole(offset)
  )
}

/** Zero with a sign is no whole number here: its sign would be lost. */
function isWhole(number: number): boolean {
  return Number.isInteger(number) && !Object.is(number, -0)
}

/** What follows the fact's id in a card's id, or null for a card that is named in another way. */
function cardKindOf({ fact, card }: JournalEvent & { readonly kind: 'reviewed' }): string | null {
  return card.startsWith(fact + CARD_MARK) ? card.slice(fact.length + CARD_MARK.length) : null
}

function bodyOf({ id: _id, at: _at, offset: _offset, ...body }: JournalEvent): unknown {
  return body
}
