import { eventId } from '../model/ids.ts'
import type { EventId } from '../model/ids.ts'
import { countOf, writerOf } from './event-id.ts'

/** Events of one page that follow each other: the first and the last count, both included. */
export type Span = readonly [writer: string, from: number, to: number]

/** A set of events, told in few words: pages write hundreds of them in a row. */
export interface EventSpans {
  readonly spans: readonly Span[]
  /** Those whose ids are not of the form that the app gives. */
  readonly others: readonly EventId[]
}

export function spansOf(ids: Iterable<EventId>): EventSpans {
  const counts = new Map<string, number[]>()
  const others: EventId[] = []
  for (const id of new Set(ids)) {
    const [writer, count] = [writerOf(id), countOf(id)]
    if (count < 1 || eventId(writer, count) !== id) others.push(id)
    else if (counts.get(writer)?.push(count) === undefined) counts.set(writer, [count])
  }
  return {
    spans: [...counts].flatMap(([writer, all]) => runsOf(all).map(([from, to]): Span => [writer, from, to])),
    others,
  }
}

function runsOf(counts: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = []
  for (const count of counts.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last !== undefined && count === last[1] + 1) last[1] = count
    else runs.push([count, count])
  }
  return runs
}

/** Tells whether an event is one of them. */
export function isAmong({ spans, others }: EventSpans): (id: EventId) => boolean {
  const named = new Set(others)
  const own = byWriter(spans)
  return (id) => {
    if (named.has(id)) return true
    const [writer, count] = [writerOf(id), countOf(id)]
    const isIn = own.get(writer)?.some(([, from, to]) => from <= count && count <= to) ?? false
    return isIn && eventId(writer, count) === id
  }
}

/** Whether two sets have an event in common. */
export function overlap(one: EventSpans, other: EventSpans): boolean {
  const [named, own] = [new Set(one.others), byWriter(one.spans)]
  return (
    other.others.some((id) => named.has(id)) ||
    other.spans.some(([writer, from, to]) => own.get(writer)?.some(([, first, last]) => first <= to && from <= last))
  )
}

/** Whether all events of a set are among those of `whole`, which `spansOf` made: each run of it is one span. */
export function isWithin(part: EventSpans, whole: EventSpans): boolean {
  const [named, own] = [new Set(whole.others), byWriter(whole.spans)]
  return (
    part.others.every((id) => named.has(id)) &&
    part.spans.every(([writer, from, to]) => own.get(writer)?.some(([, first, last]) => first <= from && to <= last))
  )
}

function byWriter(spans: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  const own = new Map<string, Span[]>()
  for (const span of spans) if (own.get(span[0])?.push(span) === undefined) own.set(span[0], [span])
  return own
}
