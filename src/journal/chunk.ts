import { parseEvent } from './event.ts'
import type { JournalEvent } from './event.ts'

/** A stored piece of the journal: one event a line. */
export interface ReadChunk {
  readonly events: readonly JournalEvent[]
  /** Lines that no version known here wrote, or that were damaged. */
  readonly unreadable: number
}

export function encodeEvent(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`
}

export function readChunk(text: string): ReadChunk {
  const lines = text.split('\n').filter((line) => line !== '')
  const events = lines.flatMap((line) => parseEvent(line) ?? [])
  return { events, unreadable: lines.length - events.length }
}
