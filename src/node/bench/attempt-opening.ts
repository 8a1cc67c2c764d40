import type { Browser, Page } from '@playwright/test'
import type { SourceFile } from '../../compiler/source-lines.ts'
import type { FormsTold, ReplayTold } from './attempt-told.ts'

/** How long it takes to open an attempt in the app, from the press on its line on the first screen; milliseconds. */
interface OpeningTold {
  /** The first screen that is opened: its code is fetched as well. */
  readonly first: number
  /** Another attempt: its items are read. */
  readonly other: number
  /** The first one again. */
  readonly again: number
}

/** What a round in a storage of its own tells. */
export interface RoundTold {
  readonly replays: readonly ReplayTold[]
  /** The whole journal, read in a page that was just opened. */
  readonly reading: number
  readonly opening: OpeningTold
  readonly answers: readonly number[]
  readonly blob: readonly number[]
  readonly bareBlob: readonly number[]
}

export const EVENTS = 1_000
const REPLAYS = 20
const NAMES = ['one', 'other'] as const
/** Milliseconds in which the app does what it does when it has nothing to do. */
const SETTLED = 1_000

/** @param path Of the page that measures, below the app's own. */
export async function tellForms(
  browser: Browser,
  address: string,
  files: readonly SourceFile[],
  size: number | null,
  count: number,
): Promise<FormsTold> {
  const page = await openBench(await browser.newContext(), address)
  const told = await page.evaluate<FormsTold>(`attemptBench.forms(${JSON.stringify(files)}, ${size}, ${count})`)
  await page.context().close()
  return told
}

/** Leaves two attempts of 1,000 events, then opens them: in a page with nothing else, and in the app. */
export async function tellRound(
  browser: Browser,
  bench: string,
  app: string,
  files: readonly SourceFile[],
): Promise<RoundTold> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const ask = async <T>(call: string): Promise<T> => {
    const page = await openBench(context, bench)
    const answer = await page.evaluate<T>(`attemptBench.${call}`)
    await page.close()
    return answer
  }
  try {
    const events = await ask<string>(`fill(${JSON.stringify(files)}, ${JSON.stringify(NAMES)}, ${EVENTS})`)
    const replays = await ask<readonly ReplayTold[]>(`replays(${events}, ${REPLAYS})`)
    const reading = await ask<number>('reading()')
    const opening = await openInApp(await context.newPage(), app)
    return {
      replays,
      reading,
      opening,
      answers: await ask<readonly number[]>(`answers('one')`),
      blob: await ask<readonly number[]>(`blobAnswers('one', true)`),
      bareBlob: await ask<readonly number[]>(`blobAnswers('one', false)`),
    }
  } finally {
    await context.close()
  }
}

async function openBench(context: Awaited<ReturnType<Browser['newContext']>>, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction('window.attemptBench !== undefined')
  return page
}

/** Presses the line of an attempt; gives the time until its item stands in the document. */
const OPEN = (name: string): string => `new Promise((resolve, reject) => {
  const link = document.querySelector('main a[href$="/quiz/${name}"]')
  if (link === null) return reject(new Error('Expected a line of the attempt'))
  const begun = performance.now()
  const look = () => {
    if (document.querySelector('[data-testid=item]') === null) return
    changes.disconnect()
    resolve(performance.now() - begun)
  }
  const changes = new MutationObserver(look)
  changes.observe(document, { childList: true, subtree: true })
  link.click()
})`

async function openInApp(page: Page, address: string): Promise<OpeningTold> {
  await page.goto(address, { waitUntil: 'networkidle' })
  const open = async (name: string): Promise<number> => {
    const line = page.locator(`main a[href$="/quiz/${name}"]`)
    await line.waitFor()
    await page.waitForTimeout(SETTLED)
    const took = await page.evaluate<number>(OPEN(name))
    await page.waitForTimeout(SETTLED)
    await page.goBack()
    return took
  }
  const [one, other] = NAMES
  const told = { first: await open(one), other: await open(other), again: await open(one) }
  await page.close()
  return told
}
