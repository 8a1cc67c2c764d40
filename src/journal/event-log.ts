import type { AttemptId, EventId } from '../model/ids.ts'
import { baseOf, EMPTY, isApart } from './base.ts'
import type { Base } from './base.ts'
import type { EventStamp, JournalEvent } from './event.ts'
import { inTimeOnce, isLater } from './event-order.ts'
import { foldNext, replay } from './fold.ts'
import type { Learned } from './fold.ts'
import { underNewNames } from './follow-renames.ts'
import type { RenameMap } from './follow-renames.ts'
import { goneOf, isRevision } from './gone.ts'
import type { PackedEvents, StoredEvents } from './stored-events.ts'

/**
 * All events that are known, and what they say.
 *
 * What is packed is long past: it is replayed once, or not even read where a base that was made before stands for it.
 * What came since is told on top of that. Only where the two can't be told apart (a device whose clock was behind, a
 * restored backup) is everything replayed.
 */
export class EventLog {
  private readonly stored: StoredEvents
  private names: RenameMap
  private base: Base = EMPTY
  /** All that the base does not hold, in the order of time. */
  private events: JournalEvent[] = []
  private readonly ids = new Set<EventId>()
  /** Those that are in no pack, in no order. */
  private readonly loose: JournalEvent[]
  private isGone: (event: JournalEvent) => boolean = () => false
  private said: Learned

  /** @param names Facts that have a new name; a base counts for these already. */
  constructor(stored: StoredEvents, names: RenameMap) {
    this.stored = stored
    this.names = names
    this.loose = [...stored.loose]
    this.said = this.begun(stored.base)
  }

  get learned(): Learned {
    return this.said
  }

  /** Takes in what happened, or was found; what is known already counts once. */
  add(found: readonly JournalEvent[]): void {
    const fresh = inTimeOnce(found.filter((event) => !this.has(event)))
    const areNext = this.areNext(fresh)
    // One by one: a merged history has more events than a call takes arguments.
    for (const event of fresh) this.loose.push(event)
    if (areNext) {
      for (const event of fresh) {
        this.events.push(event)
        this.ids.add(event.id)
      }
      this.said = fresh.map(this.named).reduce(foldNext, this.said)
    } else this.said = this.held([...this.events, ...fresh])
  }

  has(event: EventStamp): boolean {
    return this.ids.has(event.id) || this.isInBase(event)
  }

  /** Counts what was learnt for the names that facts have now. */
  rename(names: RenameMap): void {
    this.names = names
    this.said = this.begun(null)
  }

  /** All events in the order of time, as they were recorded. */
  all(): readonly JournalEvent[] {
    return this.base === EMPTY ? [...this.events] : inTimeOnce([...this.packed(), ...this.events])
  }

  /** The same, the facts under the names that they have now. */
  allNamed(): readonly JournalEvent[] {
    return this.all().map(this.named)
  }

  /** The same, for another thread. */
  forThread(): PackedEvents {
    return { packs: this.stored.packs.map(({ text }) => text), loose: this.loose }
  }

  private begun(known: Base | null): Learned {
    if (known !== null) {
      this.base = known
      return this.held(this.loose.filter((event) => !this.isInBase(event)))
    }
    const packed = inTimeOnce(this.packed())
    const base = baseOf(packed.map(this.named))
    this.base = base ?? EMPTY
    return this.held(base === null ? [...packed, ...this.loose] : this.loose.filter((event) => !this.isInBase(event)))
  }

  /** Holds these beside the base, or all without one; gives what all of it says. */
  private held(events: readonly JournalEvent[]): Learned {
    const sorted = inTimeOnce(events)
    const isBeside = isApart(this.base, sorted)
    if (!isBeside) this.base = EMPTY
    this.events = isBeside ? [...sorted] : [...inTimeOnce([...this.packed(), ...sorted])]
    this.ids.clear()
    for (const { id } of this.events) this.ids.add(id)
    this.isGone = goneOf(this.events)
    return replay(this.events.map(this.named), this.base.learned)
  }

  private areNext(fresh: readonly JournalEvent[]): boolean {
    const last = this.events.at(-1) ?? this.base.last
    return fresh.every(
      (event, index) =>
        !isRevision(event) &&
        // Tabs hear of each other in no order: what arrives may have been taken back already.
        !this.isGone(event) &&
        // Its answers may be here already, from a time when the clock was behind.
        (event.kind !== 'attempt-started' || !this.isHeardOf(event.attempt, fresh.slice(0, index))) &&
        (last === null || isLater(event, fresh[index - 1] ?? last)),
    )
  }

  private isHeardOf(attempt: AttemptId, before: readonly JournalEvent[]): boolean {
    const isOfIt = (event: JournalEvent): boolean => 'attempt' in event && event.attempt === attempt
    return this.base.orphans.has(attempt) || this.events.some(isOfIt) || before.some(isOfIt)
  }

  private isInBase(event: EventStamp): boolean {
    // Most of those that are asked for are newer than all of it.
    return this.base.last !== null && !isLater(event, this.base.last) && this.base.has(event.id)
  }

  private packed(): readonly JournalEvent[] {
    return this.stored.packs.flatMap(({ events }) => events())
  }

  private readonly named = (event: JournalEvent): JournalEvent => underNewNames(event, this.names)
}
