import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { journalInWorker } from '../../src/app/journal-in-worker.ts'
import type { JournalEvent } from '../../src/journal/event.ts'
import { pack } from '../../src/journal/pack/pack.ts'
import { JournalDatabase } from '../../src/journal/web/journal-database.ts'
import { JournalKeeper } from '../../src/journal/web/journal-keeper.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { tidy } from '../../src/journal/web/tidy.ts'
import { cardIdOf, eventId, factIdOf } from '../../src/model/ids.ts'
import { GRADES } from '../../src/model/memory.ts'
import { randomFrom } from '../../src/model/random.ts'
import { instant } from '../../src/model/time.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

/** Runs in the browser: what the benchmark of the journal measures. Times are milliseconds. */
const FACTS = 10_000
const SESSION = 200
const START = Date.UTC(2026, 0, 1)

const factOf = (index: number) =>
  factIdOf(
    `aif-c01/domain-${index % 5}#section-number-${index % 97}/relation/attribute-${index % 7}/subject-number-${index}`,
  )

/**
 * Reviews as they come: sessions of 200, some seconds a card, some hours between. Facts and grades are drawn, always
 * alike: a fact that always got the same grade would pack and replay better than any learner's.
 */
function reviews(count: number, seed: number): readonly JournalEvent[] {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  let [at, writer] = [START, '']
  return Array.from({ length: count }, (_, index): JournalEvent => {
    const place = index % SESSION
    if (place === 0) writer = below(2 ** 40).toString(36)
    at += place === 0 ? 5 * 3_600_000 : 8_000 + below(9_000)
    const fact = factOf(below(FACTS))
    const [id, grade] = [eventId(writer, place + 1), GRADES[below(GRADES.length)] ?? 'good']
    return { kind: 'reviewed', fact, card: cardIdOf(`${fact}~forward`), grade, id, at: instant(at), offset: 60 }
  })
}

type Entry = readonly [key: string, text: string]

/** What localStorage holds of a journal: each session was written by a page of its own, and tidied up by the next. */
async function tidied(count: number): Promise<readonly Entry[]> {
  const database = await JournalDatabase.open(
    () => undefined,
    () => undefined,
  )
  const events = reviews(count, 1)
  const [memory, tidier] = [new TemporaryStorage(), 'tidier']
  for (let from = 0; from < count; from += SESSION) {
    const page = new LocalJournal(memory, `page-${from}`)
    for (const event of events.slice(from, from + SESSION)) page.append(event)
    await tidy(new LocalJournal(memory, tidier), database, new Set([tidier]))
  }
  database.close()
  return [...memory.values]
}

function store(entries: readonly Entry[]): void {
  for (const [key, text] of entries) localStorage.setItem(key, text)
}

function opened() {
  const local = new LocalJournal(localStorage, 'bench', 'build')
  const keeper = new JournalKeeper(local, {
    openDatabase: (...told) => JournalDatabase.open(...told),
    pages: { open: () => Promise.resolve(new Set(['bench'])), alone: () => Promise.resolve() },
    tell: () => undefined,
    onChange: () => journal.getState().look(),
    onFound: (events) => journal.getState().takeIn(events),
  })
  const journal = createJournalStore(keeper, { now: () => instant(Date.now()), offset: () => 60 }, 'bench')
  return { keeper, journal }
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function each(count: number, work: (index: number) => void): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    times.push(timed(() => work(index)))
    await rest()
  }
  return times
}

const begin = (): number => timed(() => void opened())

async function append(count: number): Promise<readonly number[]> {
  const { keeper, journal } = opened()
  await keeper.start()
  return each(count, (index) => {
    const fact = factOf(index)
    journal.getState().record({ kind: 'reviewed', fact, card: cardIdOf(`${fact}~forward`), grade: 'good' })
  })
}

/** Counts what the packs say, as the app does when it has nothing else to do; gives the milliseconds. */
async function remember(): Promise<number> {
  const local = new LocalJournal(localStorage, 'bench', 'build')
  const packs = local.pieces().filter(({ kind }) => kind === 'pack')
  const names = packs.map(({ name }) => name)
  const basis = local.checkpoint.wanted(names, new Map())
  if (basis === null) throw new Error('Expected a journal without a checkpoint')
  const texts = packs.map(({ text }) => text)
  const begun = performance.now()
  const checkpoint = await journalInWorker.checkpoint(texts, new Map(), basis)
  if (checkpoint === null) throw new Error('Expected a checkpoint of the packs')
  local.checkpoint.put(checkpoint)
  return performance.now() - begun
}

/** What the page hands over of its journal, and how long work with it takes; times are milliseconds. */
async function inWorker(count: number) {
  const { journal } = opened()
  const all = journal.getState().forThread()
  const one = reviews(count, 1)
  const other = pack([...one.slice(0, count / 2), ...reviews(count / 2, 2)])
  const merging = await handedOver(() => journalInWorker.lookAtCopy(other, all))
  const making = await handedOver(() => journalInWorker.makeBackup(all, [], instant(START)))
  const reading = await handedOver(() => journalInWorker.readBackup(making.answer, all))
  if (reading.answer.kind !== 'read') throw new Error(`A backup was refused: ${reading.answer.why}`)
  const taking = await handedOver(() => journal.getState().adopt(merging.answer.pack))
  return {
    merged: merging.took,
    made: making.took,
    held: making.held,
    read: reading.took,
    bytes: making.answer.size,
    taken: taking.took,
  }
}

/** How long the page waits while it hands something over, and how long it takes in all. */
async function handedOver<T>(work: () => Promise<T>) {
  const begun = performance.now()
  const working = work()
  const held = performance.now() - begun
  const answer = await working
  return { answer, held, took: performance.now() - begun }
}

interface Card {
  readonly due: number
  readonly stability: number
  readonly difficulty: number
  readonly reps: number
  readonly lapses: number
  readonly last: number
}
const NEW_CARD: Card = { due: START, stability: 12.345_678, difficulty: 5.432_1, reps: 3, lapses: 1, last: START }

/** The first peer: the whole state in one key. */
function openedBlob() {
  return createStore<{ readonly cards: Readonly<Record<string, Card>> }>()(
    persist(
      () => ({ cards: Object.fromEntries(Array.from({ length: FACTS }, (_, index) => [factOf(index), NEW_CARD])) }),
      {
        name: 'blob',
      },
    ),
  )
}

function blobAppend(count: number): Promise<readonly number[]> {
  const blob = openedBlob()
  return each(count, (index) => {
    const card = { ...NEW_CARD, reps: index }
    blob.setState({ cards: { ...blob.getState().cards, [factOf(index)]: card } })
  })
}

/** The second peer: a key a card. */
function keysAppend(count: number): Promise<readonly number[]> {
  return each(count, (index) =>
    localStorage.setItem(`card/${factOf(index)}`, JSON.stringify({ ...NEW_CARD, reps: index })),
  )
}

function keysStore(): void {
  for (let index = 0; index < FACTS; index += 1) localStorage.setItem(`card/${factOf(index)}`, JSON.stringify(NEW_CARD))
}

function keysBegin(): number {
  return timed(() => {
    const cards = new Map<string, unknown>()
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index) ?? ''
      cards.set(key, JSON.parse(localStorage.getItem(key) ?? 'null'))
    }
  })
}

Object.assign(globalThis, {
  journalBench: {
    tidied,
    store,
    begin,
    append,
    remember,
    inWorker,
    blobAppend,
    keysAppend,
    keysStore,
    keysBegin,
    blobStore: () => void openedBlob().setState({}),
    blobBegin: () => timed(() => void openedBlob()),
  },
})
