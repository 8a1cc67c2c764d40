import { readChunk } from '../chunk.ts'
import type { JournalEvent } from '../event.ts'
import { FORMAT } from '../migrations.ts'
import { countIn, isNameOf } from '../pack/pack-name.ts'
import { unpack } from '../pack/unpack.ts'
import { bytesOfText } from '../text-of-bytes.ts'

/** A key of the journal, unread. */
export interface LocalPiece {
  readonly key: string
  readonly kind: 'chunk' | 'pack'
  /** The page that writes a chunk; the name of a pack. */
  readonly name: string
  readonly text: string
}

/** A key of the journal, and what it says. */
export interface LocalPart extends LocalPiece {
  readonly format: number
  readonly events: readonly JournalEvent[]
  readonly unreadable: number
}

/** Reads a piece. Each part of a pack is held against its checksum, the pack as a whole against its number of events. */
export function readPiece(piece: LocalPiece): LocalPart {
  if (piece.kind === 'chunk') return { ...piece, ...readChunk(piece.text) }
  const bytes = bytesOfText(piece.text)
  const { events, unreadable } = bytes === null ? { events: [], unreadable: 1 } : unpack(bytes)
  const isShort = events.length + unreadable < countIn(piece.name)
  return { ...piece, format: FORMAT, events, unreadable: isShort ? Math.max(1, unreadable) : unreadable }
}

/** Whether a pack is as it was written, without reading what it says. */
export function isWholePack({ name, text }: LocalPiece): boolean {
  const bytes = bytesOfText(text)
  return bytes !== null && isNameOf(name, bytes)
}
