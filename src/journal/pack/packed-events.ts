import type { JournalEvent } from '../event.ts'
import { inTimeOnce } from '../event-order.ts'
import type { PackedEvents } from '../stored-events.ts'
import { bytesOfText } from '../text-of-bytes.ts'
import { unpack } from './unpack.ts'

/** All that was handed over, each event once, in the order of time. What is damaged is left out. */
export function eventsOf({ packs, loose }: PackedEvents): readonly JournalEvent[] {
  const packed = packs.flatMap((text) => unpack(bytesOfText(text) ?? new Uint8Array()).events)
  return inTimeOnce([...packed, ...loose])
}
