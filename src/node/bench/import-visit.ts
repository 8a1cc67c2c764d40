import type { Browser, Page } from '@playwright/test'

/** Notes, and the way they come in. */
export type Brought =
  { readonly kind: 'files'; readonly paths: readonly string[] } | { readonly kind: 'text'; readonly text: string }

/** How well the main thread answered for a while, in milliseconds. */
interface Watched {
  /** Tasks of the main thread that the browser calls long. */
  readonly longTasks: readonly number[]
  /** The longest that a timer of 5 ms had to wait. */
  readonly longestGap: number
}

/** What taking in notes came to. */
export interface ImportVisit {
  /** Milliseconds from the choice to the preview. */
  readonly preview: number
  readonly compiling: Watched
  /** From the press that keeps the course to the list of courses. */
  readonly keeping: Watched
}

/** Milliseconds after the end that still count: the page may have something left to draw. */
const AFTER = 500

/**
 * Runs in the page before its own scripts. The watch begins when files are chosen or text is handed over, before the
 * app hears of it. What was seen is taken, and the watch goes on anew.
 */
const PROBE = `
  let [start, last, seen] = [0, 0, { longTasks: [], longestGap: 0 }]
  const anew = () => {
    start = last = performance.now()
    seen = { longTasks: [], longestGap: 0 }
  }
  setInterval(() => {
    const now = performance.now()
    seen.longestGap = Math.max(seen.longestGap, now - last)
    last = now
  }, 5)
  const observer = new PerformanceObserver((list) => keep(list.getEntries()))
  const keep = (entries) => {
    for (const task of entries) if (task.startTime + task.duration > start) seen.longTasks.push(task.duration)
  }
  observer.observe({ type: 'longtask' })
  window.importSeen = {
    preview: 0,
    take() {
      keep(observer.takeRecords())
      const taken = seen
      anew()
      return taken
    },
  }
  const begin = () => {
    if (importSeen.preview !== 0) return
    anew()
    const changes = new MutationObserver(() => {
      if (document.querySelector('#draft') === null) return
      changes.disconnect()
      importSeen.preview = performance.now() - start
    })
    changes.observe(document, { childList: true, subtree: true })
  }
  addEventListener('change', begin, true)
  addEventListener('submit', begin, true)
`

/** Brings notes to the import page as somebody does who was never there before, and keeps them. */
export async function visitImport(browser: Browser, address: string, brought: Brought): Promise<ImportVisit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(PROBE)
    await page.goto(address, { waitUntil: 'networkidle' })
    await bring(page, brought)
    await page.waitForFunction('window.importSeen.preview > 0', undefined, { timeout: 60_000 })
    await page.waitForTimeout(AFTER)
    const preview = await page.evaluate<number>('window.importSeen.preview')
    const compiling = await page.evaluate<Watched>('window.importSeen.take()')
    await page.getByRole('button', { name: 'Keep this course' }).click()
    await page.getByRole('heading', { level: 1, name: 'Study' }).waitFor({ timeout: 60_000 })
    await page.waitForTimeout(AFTER)
    const keeping = await page.evaluate<Watched>('window.importSeen.take()')
    return { preview, compiling, keeping }
  } finally {
    await context.close()
  }
}

async function bring(page: Page, brought: Brought): Promise<void> {
  if (brought.kind === 'files') {
    await page.getByLabel('Files of notes').setInputFiles([...brought.paths])
    return
  }
  await page.getByRole('button', { name: 'Paste text' }).click()
  // Put in by a script: what the browser does to take in a long paste is not the app's doing.
  await page.evaluate(`document.querySelector('textarea[name=notes]').value = ${JSON.stringify(brought.text)}`)
  await page.waitForTimeout(AFTER)
  await page.getByRole('button', { name: 'See what they become' }).click()
}
