import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { isExpired } from '../../src/engines/exam/passing-time.ts'
import type { StartSettings } from '../../src/journal/event.ts'
import type { Attempt, HandInReason, RunningAttempt } from '../../src/model/attempt.ts'
import { attemptId } from '../../src/model/ids.ts'
import type { ItemId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { instant } from '../../src/model/time.ts'
import { createAttemptRun } from '../../src/stores/attempt-run.ts'
import type { AttemptStep } from '../../src/stores/attempt-run.ts'
import { handIn } from '../../src/stores/attempts.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import type { JournalStore } from '../../src/stores/journal-store.ts'
import { handInOverdue } from '../../src/stores/overdue.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

const ATTEMPT = attemptId('a')

/** A page that shows the attempt. */
export interface AttemptTab {
  readonly journal: JournalStore
  readonly attempt: () => Attempt
  readonly spent: () => number
  /** What a page does again and again: it paints the clock, looks at it where it holds the attempt, and ends it in time. */
  readonly tick: (isHolder: boolean, isPaintFirst: boolean) => void
  readonly record: (step: AttemptStep) => void
  readonly handIn: (why: HandInReason) => void
  readonly handInOverdue: () => Promise<void>
}

/** A device on which an attempt is taken: its clock on the wall can be set, it can sleep, and pages come and go. */
export class AttemptDevice {
  /** Milliseconds that have truly passed, and those that the steady clock slept through. */
  passed = 0
  private asleep = 0
  setBy = 0
  isHidden = false
  private count = 0
  private readonly storage = new TemporaryStorage()
  private readonly clock = { now: () => instant(NOON + this.passed + this.setBy), offset: () => 0 }
  private readonly items: ReadonlyMap<ItemId, Item>
  private readonly names: readonly string[]
  /** The pages that are open; the first one holds the attempt. */
  readonly tabs: AttemptTab[] = []

  /** @param names What the pages are called, in turn: events of one moment are in the order of these. */
  constructor(settings: StartSettings, items: readonly Item[], names: readonly string[]) {
    this.names = names
    this.items = new Map(items.map((item) => [item.id, item]))
    const { journal, spent } = this.open()
    journal.getState().record({ kind: 'attempt-started', attempt: ATTEMPT, items: [...this.items.keys()], settings })
    spent()
  }

  open(): AttemptTab {
    const { clock, items } = this
    this.count += 1
    const name = `${this.names[this.count % this.names.length] ?? ''}${this.count}`
    const bornAt = this.passed - this.asleep
    const journal = createJournalStore(new LocalJournal(this.storage, name), clock, name)
    const log = () => journal.getState().learned.attempts.get(ATTEMPT)
    const attempt = (): Attempt => {
      const found = log()
      return (found === undefined ? null : replayAttempt(found)) ?? fail('Expected an attempt')
    }
    const running = (): RunningAttempt | null => {
      const now = log() === undefined ? null : attempt()
      return now?.phase === 'running' ? now : null
    }
    const run = createAttemptRun(
      running,
      journal,
      clock,
      () => this.passed - this.asleep - bornAt,
      () => this.isHidden,
    )
    const end = (why: HandInReason): void => {
      const now = running()
      if (now !== null) handIn(now, items, why, journal, run.spent())
    }
    const tab: AttemptTab = {
      journal,
      attempt,
      spent: run.spent,
      record: run.record,
      handIn: end,
      tick(isHolder, isPaintFirst) {
        if (isPaintFirst) run.spent()
        if (isHolder) run.look()
        else run.spent()
        const now = running()
        if (isHolder && now !== null && isExpired(now, run.spent())) end('time')
      },
      handInOverdue() {
        const asked = { get: () => Promise.resolve([...items.values()]) }
        const isHeld = () => Promise.resolve(false)
        return handInOverdue({ journal, courses: createCourseStore([], {}), asked, clock, isHeld })
      },
    }
    this.tabs.push(tab)
    return tab
  }

  close(tab: AttemptTab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1)
  }

  /** Out of sight, the steady clock may stand still. All pages notice when they go out of sight and come back. */
  hide(milliseconds: number, isAsleep: boolean, isPaintFirst: boolean): void {
    this.isHidden = true
    this.tick(isPaintFirst)
    this.passed += milliseconds
    if (isAsleep) this.asleep += milliseconds
    // Some wake before they come into sight.
    if (isPaintFirst) this.tick(isPaintFirst)
    this.isHidden = false
    this.tick(isPaintFirst)
  }

  tick(isPaintFirst: boolean): void {
    for (const [place, tab] of this.tabs.entries()) tab.tick(place === 0, isPaintFirst)
    this.tell()
  }

  /** Pages hear what the others wrote. */
  tell(): void {
    const events = this.tabs.flatMap(({ journal }) => journal.getState().events())
    for (const { journal } of this.tabs) journal.getState().takeIn(events)
  }
}

export function fail(text: string): never {
  throw new Error(text)
}
