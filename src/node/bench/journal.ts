import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { build } from 'vite'
import { ROOT } from '../run-tool.mjs'
import { serveFolder } from '../static-server.ts'
import { rounded, times, withSpread } from './figures.ts'
import { openBrowser } from './open-browser.ts'
import type { Report } from './report.ts'
import { quantile, summaryOf } from './statistics.ts'

const ROUNDS = 5
const APPENDS = 500
const BLOB_APPENDS = 60

const METHOD = [
  'The journal as the app has it, in a page in Chromium with its own localStorage and IndexedDB: 100,000 reviews of',
  '10,000 facts lie in packs, as they do after tidying; each round a new profile, contenders in turn. An answer is one',
  '`record` of the store, alone in its task: what the page waits for, writing to localStorage and handing over to the',
  'database included. Start-up is reading, unpacking and replaying all of it in a page that was just opened; there is',
  'no cache of the result. Merging unites two journals of 100,000 that share half; a backup is made and packed. Both run',
  'in a worker in the app and are timed here alone. The peers keep 10,000 cards: zustand’s `persist` writes them all as',
  'one JSON text at each answer, the other one has a key for each card; neither has a history. Chromium’s clock shows',
  'tenths of a millisecond. Medians, with the middle half in brackets.',
].join(' ')

interface Told {
  readonly begin: number[]
  readonly append: number[]
}

/** How long answers, start-ups, merging and backups take with a long history. */
export async function journal(): Promise<Report> {
  const work = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  await buildPage(work)
  const server = await serveFolder(work)
  const browser = await openBrowser()
  const contenders = [
    { name: 'Journal, 100,000 events', store: 'store(100000)', begin: 'begin()', append: `append(${APPENDS})` },
    { name: 'Journal, at the first event', store: 'store(0)', begin: 'begin()', append: `append(${APPENDS})` },
    {
      name: 'zustand persist, one JSON text',
      store: 'blobStore()',
      begin: 'blobBegin()',
      append: `blobAppend(${BLOB_APPENDS})`,
    },
    { name: 'A key a card', store: 'keysStore()', begin: 'keysBegin()', append: `keysAppend(${APPENDS})` },
  ].map((each) => ({ ...each, told: { begin: [], append: [] } satisfies Told as Told }))
  const merges: number[] = []
  const backups: { readonly made: number; readonly read: number; readonly bytes: number }[] = []
  let units = 0
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { store, begin, append, told } of contenders) {
        const { stored, begun, appended } = await visit(browser, server.address, { store, begin, append })
        units = Math.max(units, stored)
        told.begin.push(begun)
        told.append.push(...appended)
      }
      const { merged, saved } = await visitAlone(browser, server.address)
      merges.push(merged)
      backups.push(saved)
    }
    const [own] = contenders
    const base = mean(own?.told.append ?? [])
    return {
      title: 'journal',
      method: METHOD,
      tools: [`Chromium ${browser.version()}`],
      tables: [
        {
          caption: 'Answers and start-up, ms',
          header: ['', 'An answer, mean', '×', 'p99', 'Start-up'],
          rows: contenders.map(({ name, told }) => [
            name,
            rounded(mean(told.append)),
            times(mean(told.append), base),
            rounded(quantile(told.append, 0.99)),
            withSpread(summaryOf(told.begin)),
          ]),
        },
        {
          caption: 'A journal of 100,000',
          header: ['', ''],
          rows: [
            ['Characters of localStorage a review', rounded(units / 100_000)],
            ['Two of them united, ms', withSpread(summaryOf(merges))],
            ['Backup made, ms', withSpread(summaryOf(backups.map(({ made }) => made)))],
            ['Backup read, ms', withSpread(summaryOf(backups.map(({ read }) => read)))],
            ['Backup, MB', rounded((backups[0]?.bytes ?? 0) / 1e6)],
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

async function buildPage(out: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.MODE': '"production"' },
    build: {
      outDir: out,
      target: 'es2023',
      reportCompressedSize: false,
      lib: { entry: join(ROOT, 'tests/bench/journal-page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  })
  writeFileSync(join(out, 'index.html'), '<!doctype html><script type="module" src="./page.js"></script>')
}

interface Calls {
  readonly store: string
  readonly begin: string
  readonly append: string
}

/** Stores in one page; begins in a second one, answers in a third: each has read nothing before. */
async function visit(browser: Browser, address: string, { store, begin, append }: Calls) {
  const context = await browser.newContext()
  const ask = async <T>(call: string): Promise<T> => {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction('window.journalBench !== undefined')
    const answer = await page.evaluate<T>(`journalBench.${call}`)
    await page.close()
    return answer
  }
  try {
    const stored = (await ask<number | undefined>(store)) ?? 0
    return { stored, begun: await ask<number>(begin), appended: await ask<readonly number[]>(append) }
  } finally {
    await context.close()
  }
}

async function visitAlone(browser: Browser, address: string) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction('window.journalBench !== undefined')
    const merged = await page.evaluate<number>('journalBench.merge(100000)')
    const saved = await page.evaluate<{ made: number; read: number; bytes: number }>('journalBench.backup(100000)')
    return { merged, saved }
  } finally {
    await context.close()
  }
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length)
}
