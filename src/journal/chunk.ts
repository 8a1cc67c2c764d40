import { checksumOfText } from './checksum.ts'
import { parseEvent } from './event.ts'
import type { JournalEvent } from './event.ts'
import { FORMAT, migrated } from './migrations.ts'

/** A stored piece of the journal, one event a line, as it was read. */
export interface ReadChunk {
  readonly events: readonly JournalEvent[]
  /** Lines that are damaged, or that no version known here wrote. */
  readonly unreadable: number
  /** The format that the piece is in. */
  readonly format: number
}

/** The first line of a piece: its format. Pieces of format 1 had none. */
export const CHUNK_HEAD = `${FORMAT}\n`
const HEAD = /^(\d{1,6})\n/

/** A line: the checksum of the event's JSON in base 36, and the JSON. */
export function encodeEvent(event: JournalEvent): string {
  const json = JSON.stringify(event)
  return `${checksumOfText(json).toString(36)} ${json}\n`
}

/** A whole piece of the current format. */
export function encodeChunk(events: readonly JournalEvent[]): string {
  return CHUNK_HEAD + events.map(encodeEvent).join('')
}

export function readChunk(text: string): ReadChunk {
  const head = HEAD.exec(text)
  const format = Number(head?.[1] ?? 1)
  const lines = text.slice(head?.[0].length ?? 0)
  if (format < 1 || format > FORMAT)
    return { events: [], unreadable: lines.split('\n').filter(isSomething).length, format }
  const current = migrated(lines, format).split('\n').filter(isSomething)
  const events = current.flatMap((line) => eventOf(line) ?? [])
  return { events, unreadable: current.length - events.length, format }
}

const isSomething = (line: string): boolean => line !== ''

function eventOf(line: string): JournalEvent | null {
  const space = line.indexOf(' ')
  const json = line.slice(space + 1)
  return checksumOfText(json).toString(36) === line.slice(0, Math.max(0, space)) ? parseEvent(json) : null
}
