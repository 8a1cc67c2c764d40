import type { Browser } from '@playwright/test'
import { buildApp, buildBarePage } from './build-pages.ts'
import { openBrowser } from './open-browser.ts'
import { visit } from './page-visit.ts'
import type { Conditions, Visit, Visited } from './page-visit.ts'
import type { Report, Table } from './report.ts'
import { serveFolder } from '../static-server.ts'
import { summaryOf } from './statistics.ts'

const VISITS = 15
const MOBILE: Conditions = {
  name: 'On a phone: processor 4 times slower, 1.6 Mbit/s, 150 ms to the server',
  slowdown: 4,
  network: { bitsPerSecond: 1_600_000, roundTrip: 150 },
}
const DESKTOP: Conditions = { name: 'Without any throttling', slowdown: 1, network: null }

const METHOD =
  `${VISITS} visits to each page under each condition, in turn, each with an empty cache, over the same static server ` +
  'that gzips. The bare page is React 19 with one heading, built with the same settings. “Usable” is when the main ' +
  'heading and, in the app, the primary button stand in the document and the page is free to answer; each visit ends ' +
  'by pressing that button. Figures are medians, with the middle half of the visits in brackets.'

/** How long the first view takes, beside the least that a React page takes. */
export async function load(): Promise<Report> {
  const [bareFolder, appFolder] = [await buildBarePage(), await buildApp()]
  const [bareServer, appServer] = [await serveFolder(bareFolder), await serveFolder(appFolder)]
  const browser = await openBrowser()
  try {
    const bare: Visited = { address: bareServer.address, needs: ['h1'], press: null }
    const app: Visited = { address: appServer.address, needs: ['h1', PRIMARY], press: PRIMARY }
    return {
      title: 'load',
      method: METHOD,
      tools: [`Chromium ${browser.version()}`],
      tables: [await compared(browser, bare, app, MOBILE), await compared(browser, bare, app, DESKTOP)],
    }
  } finally {
    await browser.close()
    bareServer.close()
    appServer.close()
  }
}

/** The first thing to do on the first view. */
const PRIMARY = 'main a[href*="cards?limit="]'

/** The pages take turns, and so does who begins: what else the machine does then hits both alike. */
async function compared(browser: Browser, bare: Visited, app: Visited, on: Conditions): Promise<Table> {
  const [ofBare, ofApp]: [Visit[], Visit[]] = [[], []]
  // The first visit of all pays for starting the browser.
  await visit(browser, bare, on)
  await visit(browser, app, on)
  for (let turn = 0; turn < VISITS; turn += 1) {
    if (turn % 2 === 0) ofBare.push(await visit(browser, bare, on))
    ofApp.push(await visit(browser, app, on))
    if (turn % 2 === 1) ofBare.push(await visit(browser, bare, on))
  }
  const row = (name: string, pick: (visit: Visit) => number, shown: (figure: number) => string) => {
    const [one, other] = [summaryOf(ofBare.map(pick)), summaryOf(ofApp.map(pick))]
    const text = ({ median, from, to }: typeof one) => `${shown(median)} (${shown(from)}–${shown(to)})`
    const ratio = one.median === 0 ? '' : (other.median / one.median).toFixed(2)
    return [name, text(one), text(other), ratio]
  }
  const [ms, kilobytes] = [(figure: number) => figure.toFixed(0), (figure: number) => (figure / 1024).toFixed(1)]
  return {
    caption: on.name,
    header: ['', 'Bare page', 'Retain', 'Ratio'],
    rows: [
      row('Requests', ({ requests }) => requests, ms),
      row('Over the wire, KB', ({ bytes }) => bytes, kilobytes),
      row('First contentful paint, ms', ({ firstPaint }) => firstPaint, ms),
      row('Largest contentful paint, ms', ({ largestPaint }) => largestPaint, ms),
      row('Usable, ms', ({ usable }) => usable, ms),
      row(
        'Layout shift',
        ({ shift }) => shift,
        (figure) => figure.toFixed(3),
      ),
    ],
  }
}
