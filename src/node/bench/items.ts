import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { SourceFile } from '../../compiler/source-lines.ts'
import { ROOT } from '../run-tool.mjs'
import { serveFolder } from '../static-server.ts'
import { corpusOf } from './corpus.ts'
import { rounded, times, withSpread } from './figures.ts'
import type { ItemsTold } from './items-page.ts'
import { buildScriptPage } from './build-script-page.ts'
import { openBrowser } from './open-browser.ts'
import type { Report } from './report.ts'
import { summaryOf } from './statistics.ts'

const ROUNDS = 7
const FORMS_AGAIN = 10

const METHOD = [
  'The compiler and the engines alone, built as the app is, in a page in Chromium; each round a new page, contenders in',
  'turn. The page compiles the notes (not timed), then makes every question of the course for the first time, as a quiz',
  'over all topics does, then draws 20 forms of 65. “First form” is the first, which reads the words of each question;',
  '“a form” is the median of the last ten. The notes are those of the compiler’s benchmark, in files of 340 facts.',
  'Nothing that we know makes questions from notes in a page, so there is no peer: the goals are 300 ms for 2,000 facts,',
  '10 ms for a form, and time that grows with the facts. Medians, with the middle half in brackets; × is the time of a',
  'fact over that of the smallest of these courses.',
].join(' ')

interface Contender {
  readonly name: string
  readonly files: readonly SourceFile[]
  readonly told: ItemsTold[]
}

/** How long it takes to make all questions of a course, and to draw a form from them. */
export async function items(): Promise<Report> {
  const work = mkdtempSync(join(tmpdir(), 'bench-items-'))
  await buildScriptPage('src/node/bench/items-page.ts', work)
  const server = await serveFolder(work)
  const browser = await openBrowser()
  try {
    const contenders = contendersOf()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { files, told } of contenders) told.push(await visit(browser, server.address, files))
    }
    return { title: 'items', method: METHOD, tools: [`Chromium ${browser.version()}`], tables: tablesOf(contenders) }
  } finally {
    await browser.close()
    server.close()
    rmSync(work, { recursive: true, force: true })
  }
}

function contendersOf(): readonly Contender[] {
  const inFiles = (count: number): readonly SourceFile[] =>
    corpusOf(count).map(({ name, text }) => ({ path: join('course', name), text }))
  return [
    ...[6, 12, 24, 48].map((count) => ({ name: `Made notes, ${count} files`, files: inFiles(count), told: [] })),
    { name: 'AIF-C01, Domain 5', files: builtIn(), told: [] },
    { name: 'A table of 5,000 rows', files: [{ path: 'course/table.md', text: longTable(5000) }], told: [] },
  ]
}

function builtIn(): readonly SourceFile[] {
  return ['course.md', 'domain-5.md'].map((name) => {
    const path = join('content/aif-c01', name)
    return { path, text: readFileSync(join(ROOT, path), 'utf8') }
  })
}

function longTable(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `| Service ${row} of ${row % 71} | Keeps ${row * 7} of kind ${row % 13} |`,
  )
  return `# A long table\n\n| Service | Use |\n|---|---|\n${lines.join('\n')}\n`
}

async function visit(browser: Browser, address: string, files: readonly SourceFile[]): Promise<ItemsTold> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction('window.timeItems !== undefined')
    return await page.evaluate<ItemsTold>(`timeItems(${JSON.stringify(files)})`)
  } finally {
    await context.close()
  }
}

function tablesOf(contenders: readonly Contender[]): Report['tables'] {
  const banks = contenders.map(({ told }) => summaryOf(told.map(({ bank }) => bank)))
  const perFact = (index: number): number => (banks[index]?.median ?? 0) / (contenders[index]?.told[0]?.facts ?? 1)
  return [
    {
      caption: 'Every question of a course, and forms of 65, ms',
      header: ['', 'Facts', 'Questions', 'All of them', '× a fact', 'First form', 'A form'],
      rows: contenders.map(({ name, told }, index) => [
        name,
        String(told[0]?.facts ?? 0),
        String(told[0]?.items ?? 0),
        withSpread(summaryOf(told.map(({ bank }) => bank))),
        times(perFact(index), perFact(0)),
        rounded(summaryOf(told.map(({ forms }) => forms[0] ?? 0)).median),
        rounded(summaryOf(told.flatMap(({ forms }) => forms.slice(-FORMS_AGAIN))).median),
      ]),
    },
  ]
}
