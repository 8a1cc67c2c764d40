import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { withBackground } from '../../src/compiler/background.ts'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import type { SourceFile } from '../../src/compiler/source-lines.ts'
import { drawForm } from '../../src/engines/exam/form.ts'
import { givesAway } from '../../src/engines/items/gives-away.ts'
import { readEvent } from '../../src/journal/event.ts'
import type { EventBody } from '../../src/journal/event.ts'
import { fold } from '../../src/journal/fold.ts'
import { AskedShelf } from '../../src/journal/web/asked-shelf.ts'
import { JournalDatabase } from '../../src/journal/web/journal-database.ts'
import { JournalKeeper } from '../../src/journal/web/journal-keeper.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { Chosen } from '../../src/model/attempt.ts'
import { CONFIDENCES } from '../../src/model/attempt.ts'
import { withAuthored } from '../../src/model/authored-items.ts'
import { manifestOf } from '../../src/model/course.ts'
import { attemptId } from '../../src/model/ids.ts'
import type { AttemptId, ItemId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { randomFrom } from '../../src/model/random.ts'
import { instant } from '../../src/model/time.ts'
import type { FormsTold, ReplayTold } from '../../src/node/bench/attempt-told.ts'
import { beginAttempt } from '../../src/stores/attempts.ts'
import type { AttemptRequest } from '../../src/stores/attempts.ts'
import { today } from '../../src/stores/clock.ts'
import { itemsOf } from '../../src/stores/item-bank.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'

/** Runs in the browser: what the benchmark of attempts measures outside the app. Times are milliseconds. */
const COUNT = 65
const UNSCORED = 15
const STEP = 1_200
const MINUTE = 60_000
/** The exam's own: the notes at hand may be about one domain only. */
const WEIGHTS: ReadonlyMap<number, number> = new Map([
  [1, 0.2],
  [2, 0.24],
  [3, 0.28],
  [4, 0.14],
  [5, 0.14],
])
const REQUEST: AttemptRequest = {
  count: COUNT,
  seed: 7,
  topics: [],
  domains: [],
  types: [],
  facts: [],
  mode: 'exam',
  feedback: 'at-end',
  minutes: 90,
  secondsPerItem: null,
  extraTime: 'none',
  unscored: UNSCORED,
  narrowing: null,
  isFresh: false,
}

function courseOf(files: readonly SourceFile[]) {
  const course = withBackground(compileCourse('aif-c01', files).value)
  return { manifest: manifestOf(course), topics: withAuthored(course.topics, course.authored) }
}

function timed<T>(work: () => T): readonly [took: number, result: T] {
  const begun = performance.now()
  const result = work()
  return [performance.now() - begun, result]
}

/** @param size How many items the bank is to have, spread over the domains; null: the course as it is. */
function forms(files: readonly SourceFile[], size: number | null, count: number): FormsTold {
  const { topics } = courseOf(files)
  const whole = itemsOf(topics)
  const bank =
    size === null
      ? whole
      : whole
          .filter((_, at) => (at * size) % whole.length < size)
          .map((item, at) => ({ ...item, domain: (at % WEIGHTS.size) + 1 }))
  const asked = bank.filter((_, at) => at % 2 === 0)
  const lastAsked = new Map(asked.map(({ id }, at) => [id, instant(at * MINUTE)]))
  const drawn = Array.from({ length: count }, (_, seed) =>
    timed(() => drawForm(bank, { ...REQUEST, seed }, { givesAway, weights: WEIGHTS, lastAsked, unscored: UNSCORED })),
  )
  const shortest = Math.min(...drawn.map(([, form]) => form.items.length))
  return { bank: bank.length, shortest, times: drawn.map(([took]) => took) }
}

/** A journal in both its places, with a clock that is set by hand. */
async function opened() {
  let time = Date.now() - 60 * MINUTE
  const clock = { now: () => instant(time), offset: () => 0 }
  const writer = `bench-${Math.random().toString(36).slice(2)}`
  const keeper = new JournalKeeper(new LocalJournal(localStorage, writer), {
    openDatabase: (...told) => JournalDatabase.open(...told),
    pages: { open: () => Promise.resolve(new Set([writer])), alone: () => Promise.resolve() },
    tell: () => undefined,
    onChange: () => journal.getState().look(),
    onFound: (events) => journal.getState().takeIn(events),
  })
  const journal = createJournalStore(keeper, clock, writer)
  await keeper.start()
  const kept = async (): Promise<void> => {
    while (journal.getState().keeping.pending > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { clock, journal, kept, pass: (span: number) => (time += span) }
}

/** What somebody does who looks at the items again and again. */
function* stepsIn(attempt: AttemptId, items: readonly Item[], spent: () => number): Generator<EventBody> {
  const random = randomFrom(1)
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const chosenIn = (item: Item): Chosen =>
    item.type === 'matching'
      ? item.prompts.map(({ answer }) => answer)
      : item.options.slice(0, item.type === 'ordering' ? item.options.length : 1).map(({ id }) => id)
  for (let at = 0; ; at = (at + 1) % items.length) {
    const given = items[at]
    if (given === undefined) return
    const of = () => ({ attempt, item: given.id, spent: spent() })
    const option = pick(given.options)?.id
    yield { kind: 'visited', ...of() }
    if (option !== undefined) yield { kind: 'struck', ...of(), option, struck: random() < 0.7 }
    yield { kind: 'answered', ...of(), chosen: chosenIn(given) }
    yield { kind: 'rated', ...of(), confidence: pick(CONFIDENCES) ?? null }
    if (random() < 0.3) yield { kind: 'flagged', ...of(), flagged: random() < 0.5 }
  }
}

/** Fills the storage with attempts of so many events each, their items kept as they were asked. */
async function fill(files: readonly SourceFile[], names: readonly string[], events: number): Promise<string> {
  const { manifest, topics } = courseOf(files)
  const { clock, journal, kept, pass } = await opened()
  const shelf = new AskedShelf()
  for (const name of names) {
    const putting: Promise<void>[] = []
    const asked = { put: (id: AttemptId, items: readonly Item[]) => putOn(putting, shelf.put(id, items)) }
    const start = { topics, manifests: [manifest], journal, asked }
    const attempt = beginAttempt(REQUEST, start, name, today(clock))
    const items = attempt === null ? null : await shelf.get(attempt)
    if (attempt === null || items === null) throw new Error('Expected an attempt with its items')
    const startedAt = clock.now()
    let left = events - 1
    for (const step of stepsIn(attempt, items, () => clock.now() - startedAt)) {
      if (left === 0) break
      left -= 1
      journal.getState().record(step)
      pass(STEP)
    }
    await Promise.all(putting)
  }
  await kept()
  const [first] = names
  const all = journal.getState().events()
  return JSON.stringify(all.filter((event) => 'attempt' in event && event.attempt === first))
}

function putOn(all: Promise<void>[], one: Promise<void>): Promise<void> {
  all.push(one)
  return one
}

/** Opens an attempt so often; the first time, no code of it has run before in this page. */
function replays(lines: readonly unknown[], runs: number): readonly ReplayTold[] {
  const events = lines.flatMap((line) => readEvent(line) ?? [])
  return Array.from({ length: runs }, () => {
    const [folding, learned] = timed(() => fold(events))
    const [log] = learned.attempts.values()
    if (log === undefined) throw new Error('Expected an attempt')
    const [replaying, attempt] = timed(() => replayAttempt(log))
    return { folding, replaying, items: attempt?.items.length ?? 0 }
  })
}

/** What a page that was just opened does with the whole journal. */
function reading(): number {
  const clock = { now: () => instant(Date.now()), offset: () => 0 }
  return timed(() => createJournalStore(new LocalJournal(localStorage, 'bench'), clock, 'bench'))[0]
}

async function each(count: number, work: (at: number) => void): Promise<readonly number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at += 1) {
    times.push(timed(() => work(at))[0])
    await new Promise((resolve) => setTimeout(resolve))
  }
  return times
}

/** Answers in an attempt that has many events already. */
async function answers(name: string): Promise<readonly number[]> {
  const { clock, journal, kept, pass } = await opened()
  const attempt = attemptId(name)
  const log = () => journal.getState().learned.attempts.get(attempt)
  const begun = log()
  if (begun === undefined) throw new Error(`Expected an attempt called ${name}`)
  const items = (await new AskedShelf().get(attempt)) ?? []
  replayAttempt(begun)
  pass(40 * MINUTE)
  const times = await each(COUNT, (at) => {
    const item = items[at]
    if (item === undefined) throw new Error('Expected an item')
    const spent = clock.now() - begun.startedAt
    journal.getState().record({ kind: 'answered', attempt, item: item.id, chosen: [], spent })
    const now = log()
    if (now !== undefined) replayAttempt(now)
  })
  await kept()
  return times
}

interface Blob {
  readonly items: readonly Item[]
  readonly answers: Readonly<Record<ItemId, Chosen>>
}

/** The peer: the attempt as one JSON text, with its items. */
async function blobAnswers(name: string, isWithItems: boolean): Promise<readonly number[]> {
  const items = (await new AskedShelf().get(attemptId(name))) ?? []
  const first: Blob = { items: isWithItems ? items : [], answers: {} }
  const blob = createStore<Blob>()(persist(() => first, { name: 'blob' }))
  return each(COUNT, (at) => {
    const [item] = items.slice(at, at + 1)
    if (item === undefined) throw new Error('Expected an item')
    const chosen = item.options.slice(0, 1).map(({ id }) => id)
    blob.setState(({ answers: before }) => ({ answers: { ...before, [item.id]: chosen } }))
  })
}

Object.assign(globalThis, { attemptBench: { forms, fill, replays, reading, answers, blobAnswers } })
