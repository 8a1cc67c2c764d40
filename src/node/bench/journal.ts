import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { serveFolder } from '../static-server.ts'
import { rounded, times, withSpread } from './figures.ts'
import { buildScriptPage } from './build-script-page.ts'
import { openBrowser } from './open-browser.ts'
import type { Report } from './report.ts'
import { quantile, summaryOf } from './statistics.ts'

const ROUNDS = 5
const APPENDS = 1_000
const BLOB_APPENDS = 60
/** A page that shares its process with no other site gets a clock of 5 µs; else it is 0.1 ms, half of the goal. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

const METHOD = [
  'The journal as the app has it, in a page in Chromium with its own localStorage and IndexedDB: 100,000 reviews of',
  '10,000 facts, written in sessions of 200 and tidied up after each as the app does it; each round a new profile,',
  'contenders in turn. An answer is one `record` of the store, alone in its task: what the page waits for, writing to',
  'localStorage and handing over to the database included, but not what the database tells afterwards. Start-up is',
  'reading all of it, at once in a page that was just opened: with a checkpoint that the visit before has left, or',
  'unpacking and replaying everything (the first start of a new version of the app). Merging, backups and checkpoints',
  'are the work of the app’s worker, timed from the page: the worker’s start and the way of the events there and back',
  'included. Merged are two journals of 100,000 that share half: what would change is told, and what is missing packed.',
  'The peers keep 10,000 cards: zustand’s `persist` writes them all as one JSON text at each answer, the other one has a',
  'key for each card; neither has a history, and neither waits for the disk. Medians, with the middle half in brackets.',
].join(' ')

interface Told {
  readonly begin: number[]
  readonly append: number[]
}

/** How long answers, start-ups, merging and backups take with a long history. */
export async function journal(): Promise<Report> {
  const work = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  await buildScriptPage('tests/bench/journal-page.ts', work, {
    'process.env.NODE_ENV': '"production"',
    'import.meta.env.MODE': '"production"',
  })
  const server = await serveFolder(work, '/', ISOLATED)
  const browser = await openBrowser()
  try {
    const history = await historyIn(browser, server.address)
    const contenders = [
      {
        name: 'Journal, 100,000 events',
        store: `store(${JSON.stringify(history)})`,
        begin: 'begin()',
        append: `append(${APPENDS})`,
      },
      {
        name: '… with a checkpoint',
        store: `store(${JSON.stringify(history)})`,
        prepare: 'remember()',
        begin: 'begin()',
        append: `append(${APPENDS})`,
      },
      { name: 'Journal, at the first event', store: 'store([])', begin: 'begin()', append: `append(${APPENDS})` },
      {
        name: 'zustand persist, one JSON text',
        store: 'blobStore()',
        begin: 'blobBegin()',
        append: `blobAppend(${BLOB_APPENDS})`,
      },
      { name: 'A key a card', store: 'keysStore()', begin: 'keysBegin()', append: `keysAppend(${APPENDS})` },
    ].map((each) => ({ ...each, told: { begin: [], append: [] } satisfies Told as Told }))
    const alone: Alone[] = []
    const units = history.reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { told, ...calls } of contenders) {
        const { begun, appended } = await visit(browser, server.address, calls)
        told.begin.push(begun)
        told.append.push(...appended)
      }
      alone.push(await visitAlone(browser, server.address, history))
    }
    const base = quantile(contenders[0]?.told.append ?? [], 0.5)
    return {
      title: 'journal',
      method: METHOD,
      tools: [`Chromium ${browser.version()}`],
      tables: [
        {
          caption: 'Answers and start-up, ms',
          header: ['', 'An answer', '×', 'p99', 'Longest', 'Start-up'],
          rows: contenders.map(({ name, told }) => [
            name,
            rounded(quantile(told.append, 0.5)),
            times(quantile(told.append, 0.5), base),
            rounded(quantile(told.append, 0.99)),
            rounded(Math.max(...told.append)),
            withSpread(summaryOf(told.begin)),
          ]),
        },
        {
          caption: 'A journal of 100,000',
          header: ['', ''],
          rows: [
            ['Characters of localStorage a review', rounded(units / 100_000)],
            ['Merged with another, ms', withSpread(summaryOf(alone.map(({ merged }) => merged)))],
            ['… and taken in by the page, ms', withSpread(summaryOf(alone.map(({ taken }) => taken)))],
            ['Backup made, ms', withSpread(summaryOf(alone.map(({ made }) => made)))],
            ['… of which the page waits, ms', withSpread(summaryOf(alone.map(({ held }) => held)))],
            ['Backup read and compared, ms', withSpread(summaryOf(alone.map(({ read }) => read)))],
            ['Checkpoint made, ms', withSpread(summaryOf(alone.map(({ remembered }) => remembered)))],
            ['Backup, MB', rounded((alone[0]?.bytes ?? 0) / 1e6)],
          ],
        },
      ],
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** What a page tells of the work in the worker; times are milliseconds. */
interface Alone {
  readonly merged: number
  readonly taken: number
  readonly made: number
  readonly held: number
  readonly read: number
  readonly remembered: number
  readonly bytes: number
}

type History = readonly (readonly [key: string, text: string])[]

interface Calls {
  readonly store: string
  readonly prepare?: string
  readonly begin: string
  readonly append: string
}

/** Stores in one page; begins in a second one, answers in a third: each has read nothing before. */
async function visit(browser: Browser, address: string, { store, prepare, begin, append }: Calls) {
  const context = await browser.newContext()
  const ask = async <T>(call: string): Promise<T> => {
    const page = await openPage(context, address)
    const answer = await page.evaluate<T>(`journalBench.${call}`)
    await page.close()
    return answer
  }
  try {
    await ask(store)
    if (prepare !== undefined) await ask(prepare)
    return { begun: await ask<number>(begin), appended: await ask<readonly number[]>(append) }
  } finally {
    await context.close()
  }
}

/** The keys of localStorage with a long history, and their values; made once, for tidying it up takes most of a minute. */
async function historyIn(browser: Browser, address: string) {
  const page = await openPage(await browser.newContext(), address)
  const history = await page.evaluate<History>('journalBench.tidied(100000)')
  await page.context().close()
  return history
}

async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction('window.journalBench !== undefined')
  return page
}

async function visitAlone(browser: Browser, address: string, history: History): Promise<Alone> {
  const context = await browser.newContext()
  try {
    const page = await openPage(context, address)
    await page.evaluate(`journalBench.store(${JSON.stringify(history)})`)
    const remembered = await page.evaluate<number>('journalBench.remember()')
    const told = await page.evaluate<Omit<Alone, 'remembered'>>('journalBench.inWorker(100000)')
    return { ...told, remembered }
  } finally {
    await context.close()
  }
}
