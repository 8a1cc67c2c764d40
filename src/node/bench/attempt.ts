import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { SourceFile } from '../../compiler/source-lines.ts'
import { ROOT } from '../run-tool.mjs'
import { serveFolder } from '../static-server.ts'
import { EVENTS, tellForms, tellRound } from './attempt-opening.ts'
import type { RoundTold } from './attempt-opening.ts'
import type { FormsTold } from './attempt-told.ts'
import { hurryThrough, SLOWDOWN, takeExam } from './attempt-turns.ts'
import type { ExamTold, Press } from './attempt-turns.ts'
import { buildApp } from './build-pages.ts'
import { buildScriptPage } from './build-script-page.ts'
import { corpusOf } from './corpus.ts'
import { rounded, times, withSpread } from './figures.ts'
import { openBrowser } from './open-browser.ts'
import type { Report, Table } from './report.ts'
import { quantile, summaryOf } from './statistics.ts'

const EXAMS = 2
const ROUNDS = 5
const FORMS = 60
const BIG_BANK = 2_600
/** A page that shares its process with no other site gets a clock of 5 µs. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

const METHOD = [
  'Where a person waits in an attempt: in Chromium, the built app and, for what it has inside, its engines and stores',
  `alone, in a page of the same site. Forms are drawn by the exam’s rules: 65 items, 15 of them unscored, the domains’`,
  `weights, half of the items asked before; ${FORMS} seeds a page, and the first, which reads the words of the items,`,
  `apart. The bank of 2,600 is taken evenly from made notes, its items spread over five domains. Turns: exams of 65 with`,
  `the processor ${SLOWDOWN} times slower, by the keys alone. Scripts, styles and layout are the thread’s own time, from a press`,
  'to 150 ms later, the clock’s ticks and the journal’s writing included; a key that does nothing shows how much of it is',
  'not the press. The delay is from a press to the first listener; “to the frame” is the browser’s own count, in steps of',
  '8 ms, at least 16. In a hurry means 100 ms from key to key, nobody waiting. Opening: an attempt of 65 items with',
  `${EVENTS.toLocaleString('en')} events, ${ROUNDS} new profiles. The goal of 20 ms is held against reading, folding and replaying; from the press on`,
  'the line on the first screen to the item in the document is told beside it, where the attempt has been replayed for',
  'its line already, and the items come from IndexedDB as they were asked. The peers are zustand’s `persist`, which',
  'writes the attempt as one JSON text at each answer. Medians, with the middle half in brackets.',
].join(' ')

/** How long an attempt takes to be drawn, to turn its pages, and to be opened again. */
export async function attempt(): Promise<Report> {
  const folder = await buildApp()
  await buildScriptPage('tests/bench/attempt-page.ts', join(folder, 'bench'), {
    'process.env.NODE_ENV': '"production"',
    'import.meta.env.MODE': '"production"',
  })
  const server = await serveFolder(folder, '/', ISOLATED)
  const bench = new URL('bench/', server.address).href
  const browser = await openBrowser()
  try {
    const tables = [
      await formsTable(browser, bench),
      await turnsTable(browser, server.address),
      ...(await openingTables(browser, bench, server.address)),
    ]
    return { title: 'attempt', method: METHOD, tools: toolsOf(browser), tables }
  } finally {
    await browser.close()
    server.close()
  }
}

/** What else ran on the machine is told too: it decides how far the figures can be taken at their word. */
function toolsOf(browser: Browser): readonly string[] {
  return [`Chromium ${browser.version()}`, `load ${(loadavg()[0] ?? 0).toFixed(1)}`]
}

function builtIn(): readonly SourceFile[] {
  return ['course.md', 'domain-5.md', 'items/domain-5.md'].map((name) => {
    const path = join('content/aif-c01', name)
    return { path, text: readFileSync(join(ROOT, path), 'utf8') }
  })
}

async function formsTable(browser: Browser, bench: string): Promise<Table> {
  const made = corpusOf(3).map(({ name, text }) => ({ path: join('course', name), text }))
  const banks = [
    { name: 'AIF-C01', files: builtIn(), size: null },
    { name: 'Made notes', files: made, size: BIG_BANK },
  ].map((bank) => ({ ...bank, told: new Array<FormsTold>() }))
  for (let round = 0; round < EXAMS; round += 1) {
    for (const { files, size, told } of banks) told.push(await tellForms(browser, bench, files, size, FORMS))
  }
  return {
    caption: 'A form of 65, ms; the goal is 10',
    header: ['', 'Items in the bank', 'In the form', 'First form', 'A form', 'p95', 'Longest'],
    rows: banks.map(({ name, told }) => {
      const later = told.flatMap((each) => each.times.slice(1))
      return [
        name,
        String(told[0]?.bank ?? 0),
        String(Math.min(...told.map(({ shortest }) => shortest))),
        rounded(
          quantile(
            told.map((each) => each.times[0] ?? 0),
            0.5,
          ),
        ),
        withSpread(summaryOf(later)),
        rounded(quantile(later, 0.95)),
        rounded(Math.max(...later)),
      ]
    }),
  }
}

async function turnsTable(browser: Browser, address: string): Promise<Table> {
  const [calm, hurried]: [ExamTold[], ExamTold[]] = [[], []]
  for (let round = 0; round < EXAMS; round += 1) {
    calm.push(await takeExam(browser, address))
    hurried.push(await hurryThrough(browser, address))
  }
  const presses = calm.flatMap((told) => told.presses)
  const of = (kind: Press['kind'], pick: (press: Press) => number) =>
    presses.filter((press) => press.kind === kind).map(pick)
  const row = (name: string, goal: string, figures: readonly number[]) => [
    name,
    goal,
    withSpread(summaryOf(figures)),
    rounded(quantile(figures, 0.95)),
    rounded(Math.max(...figures)),
  ]
  const script = ({ script: took }: Press): number => took
  const layout = ({ layout: took }: Press): number => took
  const items = Math.min(...calm.map((told) => told.items))
  return {
    caption: `Item to item in an exam of ${items}, the processor ${SLOWDOWN} times slower, ms`,
    header: ['', 'Goal', 'Median', 'p95', 'Longest'],
    rows: [
      row('Turn: scripts', '16', of('turn', script)),
      row('… styles and layout', '', of('turn', layout)),
      row(
        '… to the frame',
        '',
        calm.flatMap(({ frames }) => frames),
      ),
      row('Answer: scripts', '', of('answer', script)),
      row('… styles and layout', '', of('answer', layout)),
      row('A key that does nothing: scripts', '', of('nothing', script)),
      row(
        'Delay of a key',
        'p95 50',
        calm.flatMap(({ delays }) => delays),
      ),
      row(
        '… in a hurry',
        'p95 50',
        hurried.flatMap(({ delays }) => delays),
      ),
      row(
        'Turn in a hurry: to the frame',
        '',
        hurried.flatMap(({ frames }) => frames),
      ),
    ],
  }
}

async function openingTables(browser: Browser, bench: string, app: string): Promise<readonly Table[]> {
  const told: RoundTold[] = []
  for (let round = 0; round < ROUNDS; round += 1) told.push(await tellRound(browser, bench, app, builtIn()))
  const shown = (name: string, goal: string, pick: (round: RoundTold) => readonly number[]) => {
    const figures = told.flatMap(pick)
    return [name, goal, withSpread(summaryOf(figures)), rounded(Math.max(...figures))]
  }
  const items = told[0]?.replays[0]?.items ?? 0
  const answers = told.flatMap((round) => round.answers)
  const answer = (name: string, figures: readonly number[]) => [
    name,
    rounded(quantile(figures, 0.5)),
    times(quantile(figures, 0.5), quantile(answers, 0.5)),
    rounded(quantile(figures, 0.95)),
  ]
  return [
    {
      caption: `Opening an attempt of ${items} items with ${EVENTS} events, ms`,
      header: ['', 'Goal', 'Median', 'Longest'],
      rows: [
        shown('Folded and replayed, for the first time in a page', '20', ({ replays }) =>
          replays.slice(0, 1).map(({ folding, replaying }) => folding + replaying),
        ),
        shown('… replayed alone', '', ({ replays }) => replays.slice(0, 1).map(({ replaying }) => replaying)),
        shown('Folded and replayed, again', '20', ({ replays }) =>
          replays.slice(1).map(({ folding, replaying }) => folding + replaying),
        ),
        shown('… replayed alone', '', ({ replays }) => replays.slice(1).map(({ replaying }) => replaying)),
        shown('Two such read from localStorage and folded, as the app starts', '', ({ reading }) => [reading]),
        shown('App: the first after the start, its code fetched', '', ({ opening }) => [opening.first]),
        shown('App: another attempt, its items read', '', ({ opening }) => [opening.other]),
        shown('App: the first one again', '', ({ opening }) => [opening.again]),
      ],
    },
    {
      caption: `One answer kept, in an attempt with ${EVENTS} events, ms`,
      header: ['', 'Median', '×', 'p95'],
      rows: [
        answer('Journal, and the attempt as it is then', answers),
        answer(
          'zustand persist, with the items',
          told.flatMap(({ blob }) => blob),
        ),
        answer(
          'zustand persist, the answers alone',
          told.flatMap(({ bareBlob }) => bareBlob),
        ),
      ],
    },
  ]
}
