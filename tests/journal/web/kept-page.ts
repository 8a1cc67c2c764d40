import { IDBFactory } from 'fake-indexeddb'
import type { JournalEvent } from '../../../src/journal/event.ts'
import { JournalDatabase } from '../../../src/journal/web/journal-database.ts'
import { JournalKeeper } from '../../../src/journal/web/journal-keeper.ts'
import type { OpenDatabase } from '../../../src/journal/web/journal-keeper.ts'
import { LocalJournal } from '../../../src/journal/web/local-journal.ts'
import type { StoredEvents } from '../../../src/journal/stored-events.ts'
import { event, reviewed } from '../events.ts'
import { TemporaryStorage } from './temporary-storage.ts'

/** A browser: what its pages store, and which of them are open. */
export class Browser {
  readonly storage = new TemporaryStorage()
  factory = new IDBFactory()
  readonly open = new Set<string>()
  packing = false

  /** Forgets all databases, as a browser does that has lost its profile or was told to. */
  clearDatabases(): void {
    this.factory = new IDBFactory()
  }
}

const openJournal: OpenDatabase = (...told) => JournalDatabase.open(...told)

interface Options {
  readonly openDatabase?: OpenDatabase
}

/** A page of the browser, with what it was told. */
export function openedPage(browser: Browser, writer: string, { openDatabase = openJournal }: Options = {}) {
  globalThis.indexedDB = browser.factory
  browser.open.add(writer)
  const local = new LocalJournal(browser.storage, writer)
  const found: JournalEvent[] = []
  const told: JournalEvent[] = []
  const keeper = new JournalKeeper(local, {
    openDatabase,
    pages: {
      open: () => Promise.resolve(new Set(browser.open)),
      async alone(work) {
        if (browser.packing) return
        browser.packing = true
        await work().finally(() => {
          browser.packing = false
        })
      },
    },
    tell: (events) => told.push(...events),
    onChange: () => undefined,
    onFound: (events) => found.push(...events),
  })
  const atStart = eventsIn(keeper.read(new Map()))
  return {
    local,
    keeper,
    told,
    /** All that the page knows of what was there when it was opened. */
    known: () => [...atStart, ...found],
    troubles: () => keeper.keeping().troubles,
    close() {
      browser.open.delete(writer)
      keeper.opened()?.close()
    },
  }
}

/** Lets what was begun come to its end. */
export async function settled(keeper: JournalKeeper): Promise<void> {
  for (let turn = 0; turn < 200 && keeper.keeping().pending > 0; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve))
  }
}

export const reviews = (count: number, writer = 'p', from = 0): readonly JournalEvent[] =>
  Array.from({ length: count }, (_, index) => event(from + index, reviewed(`f${index % 7}`), index + 1, writer))

export const ids = (events: Iterable<JournalEvent>): readonly string[] =>
  [...new Set([...events].map(({ id }) => id))].toSorted()

/** A page that was opened, wrote events, and waited until they were kept. */
export async function session(browser: Browser, writer: string, events: readonly JournalEvent[]) {
  const page = openedPage(browser, writer)
  await page.keeper.start()
  for (const one of events) page.keeper.append(one)
  await settled(page.keeper)
  return page
}

/** All that is stored. */
export function eventsIn({ packs, loose }: StoredEvents): readonly JournalEvent[] {
  return [...packs.flatMap(({ events }) => events()), ...loose]
}
