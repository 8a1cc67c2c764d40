import * as v from 'valibot'
import { readEvent } from '../event.ts'
import type { JournalEvent } from '../event.ts'

const NAME = 'retain/journal'
const Message = v.variant('kind', [
  v.object({ kind: v.literal('events'), events: v.array(v.unknown()) }),
  v.object({ kind: v.literal('erased') }),
])

/** What the open tabs tell each other. Another tab may be of another version, so what arrives is parsed. */
export class TabChannel {
  private readonly channel: BroadcastChannel | null

  constructor(onEvents: (events: readonly JournalEvent[]) => void, onErased: () => void) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = v.safeParse(Message, data)
      if (!message.success) return
      if (message.output.kind === 'erased') onErased()
      else onEvents(message.output.events.flatMap((event) => readEvent(event) ?? []))
    })
  }

  tellEvents(events: readonly JournalEvent[]): void {
    this.channel?.postMessage({ kind: 'events', events })
  }

  tellErased(): void {
    this.channel?.postMessage({ kind: 'erased' })
  }
}
