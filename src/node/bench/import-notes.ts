import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { serveFolder } from '../static-server.ts'
import { buildApp } from './build-pages.ts'
import { corpusOf, FILES_OF_A_MEBIBYTE, writeCorpus } from './corpus.ts'
import { rounded, withSpread } from './figures.ts'
import { visitImport } from './import-visit.ts'
import type { Brought, ImportVisit } from './import-visit.ts'
import { openBrowser } from './open-browser.ts'
import type { Report, Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const VISITS = 7

const METHOD = [
  'The built app’s import page in Chromium, over a static server, each visit with an empty cache and storage. 1 MiB of',
  'notes, the same as for the compiler, is chosen as files or pasted, looked at, and kept. “Preview” is the time from',
  'the choice, or from the press of the button, to the heading of the preview. The main thread is watched from then to',
  'half a second after the preview, and again while the course is kept: by the browser’s own list of long tasks (those',
  'of 50 ms and more), and by a timer of 5 ms, whose longest gap counts whatever held it up, other programs on the',
  'machine too. Medians, with the middle half in brackets; “longest” is that of all visits.',
].join(' ')

/** How long notes take to be taken in by the page, and whether the page answers all the while. */
export async function importNotes(): Promise<Report> {
  const server = await serveFolder(await buildApp())
  const work = mkdtempSync(join(tmpdir(), 'bench-import-'))
  const browser = await openBrowser()
  try {
    return {
      title: 'import',
      method: METHOD,
      tools: [`Chromium ${browser.version()}`],
      tables: [await tableOf(browser, new URL('import', server.address).href, work)],
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(work, { recursive: true, force: true })
  }
}

async function tableOf(browser: Browser, address: string, work: string): Promise<Table> {
  const files = corpusOf(FILES_OF_A_MEBIBYTE)
  const whole = files.map(({ text }) => text).join('\n')
  writeCorpus(work, [...files, { name: 'all.md', text: whole }])
  const ways: readonly (readonly [string, Brought])[] = [
    ['40 files', { kind: 'files', paths: files.map(({ name }) => join(work, name)) }],
    ['A single file', { kind: 'files', paths: [join(work, 'all.md')] }],
    ['Pasted', { kind: 'text', text: whole }],
  ]
  const visits: ImportVisit[][] = ways.map(() => [])
  // The first visit of all pays for starting the browser.
  await visitImport(browser, address, { kind: 'files', paths: [join(work, 'notes-1.md')] })
  for (let turn = 0; turn < VISITS; turn += 1) {
    for (const [index, [, brought]] of ways.entries()) {
      visits[index]?.push(await visitImport(browser, address, brought))
    }
  }
  return {
    caption: '1 MiB of notes, ms',
    header: ['', 'Preview', 'Long tasks', 'longest', 'Gap', 'longest', 'Kept: long tasks', 'longest'],
    rows: ways.map(([name], index) => rowOf(name, visits[index] ?? [])),
  }
}

function rowOf(name: string, visits: readonly ImportVisit[]): readonly string[] {
  const gaps = visits.map(({ compiling }) => compiling.longestGap)
  const taskCells = (tasks: readonly (readonly number[])[]): readonly string[] => [
    summaryOf(tasks.map(({ length }) => length)).median.toFixed(0),
    Math.max(0, ...tasks.flat()).toFixed(0),
  ]
  return [
    name,
    withSpread(summaryOf(visits.map(({ preview }) => preview))),
    ...taskCells(visits.map(({ compiling }) => compiling.longTasks)),
    rounded(summaryOf(gaps).median),
    rounded(Math.max(0, ...gaps)),
    ...taskCells(visits.map(({ keeping }) => keeping.longTasks)),
  ]
}
