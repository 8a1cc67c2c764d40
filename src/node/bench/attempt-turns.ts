import type { Browser, CDPSession, Page } from '@playwright/test'

/** What a key press came to; times are milliseconds. */
export interface Press {
  readonly kind: 'answer' | 'turn' | 'nothing'
  /** Scripts, from the press until all is quiet again. */
  readonly script: number
  /** Styles and layout, likewise. */
  readonly layout: number
}

/** What an exam, answered from the first item to the last, came to. */
export interface ExamTold {
  readonly items: number
  readonly presses: readonly Press[]
  /** From each press until the page began with it. */
  readonly delays: readonly number[]
  /** From each turn until its frame was shown. What the browser does not tell was done in the shortest time it tells. */
  readonly frames: readonly number[]
}

/** How many times slower the processor is made. */
export const SLOWDOWN = 4
/** The shortest interaction that the browser tells of. */
const TOLD_FROM = 16
/** Milliseconds after a press in which everything that it sets off has its place. */
const QUIET = 150
/** Milliseconds between the presses of somebody in a hurry. */
const HURRY = 100
const IDLE_KEY = 'z'

/** Runs in the page before its own scripts. */
const PROBE = `
  const seen = (window.turnsSeen = { keys: [], frames: [] })
  addEventListener('keydown', ({ key, timeStamp }) => {
    seen.keys.push({ key, at: timeStamp, delay: performance.now() - timeStamp })
  }, true)
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown') seen.frames.push({ at: startTime, duration })
    }
  }).observe({ type: 'event', durationThreshold: ${TOLD_FROM} })
`

interface Seen {
  readonly keys: readonly { readonly key: string; readonly at: number; readonly delay: number }[]
  readonly frames: readonly { readonly at: number; readonly duration: number }[]
}

interface Metrics {
  readonly script: number
  readonly layout: number
}

/** Takes an exam with the keys alone, waiting after each until the page has nothing left to do. */
export async function takeExam(browser: Browser, address: string): Promise<ExamTold> {
  return inExam(browser, address, async (page, protocol, items) => {
    const presses: Press[] = []
    const press = async (kind: Press['kind'], key: string): Promise<void> => {
      const before = await metricsOf(protocol)
      await page.keyboard.press(key)
      await page.waitForTimeout(QUIET)
      const after = await metricsOf(protocol)
      presses.push({ kind, script: after.script - before.script, layout: after.layout - before.layout })
    }
    for (let index = 1; index <= items; index += 1) {
      if (index % 4 === 1) await press('nothing', IDLE_KEY)
      const before = await answered(page)
      await press('answer', 'a')
      // An item to be ordered or matched has no option by that name.
      if ((await answered(page)) === before) presses.pop()
      if (index === items) break
      await press('turn', 'ArrowRight')
      await page.locator(itemAt(index + 1)).waitFor()
    }
    return presses
  })
}

/** The same without waiting: an answer, the next item, an answer. Only the delays and frames tell something. */
export async function hurryThrough(browser: Browser, address: string): Promise<ExamTold> {
  return inExam(browser, address, async (page, protocol, items) => {
    const sent: Promise<void>[] = []
    for (let index = 1; index <= items; index += 1) {
      for (const key of index === items ? [KEYS.a] : [KEYS.a, KEYS.next]) {
        sent.push(strike(protocol, key))
        await page.waitForTimeout(HURRY)
      }
    }
    await Promise.all(sent)
    await page.locator(itemAt(items)).waitFor()
    return []
  })
}

type Key = Readonly<Record<'key' | 'code' | 'text', string>> & { readonly windowsVirtualKeyCode: number }

const KEYS = {
  a: { key: 'a', code: 'KeyA', text: 'a', windowsVirtualKeyCode: 65 },
  next: { key: 'ArrowRight', code: 'ArrowRight', text: '', windowsVirtualKeyCode: 39 },
} satisfies Record<string, Key>

async function strike(protocol: CDPSession, { text, ...key }: Key): Promise<void> {
  await Promise.all([
    protocol.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...(text !== '' && { text }) }),
    protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ])
}

async function inExam(
  browser: Browser,
  address: string,
  take: (page: Page, protocol: CDPSession, items: number) => Promise<readonly Press[]>,
): Promise<ExamTold> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(PROBE)
    await page.goto(new URL('quiz/new?count=65&minutes=90&seed=7&mode=exam', address).href)
    await page.locator(itemAt(1)).waitFor()
    await page.waitForLoadState('networkidle')
    const items = Number(
      await page
        .getByText(/of \d+/)
        .first()
        .innerText()
        .then((text) => /of (\d+)/.exec(text)?.[1]),
    )
    const protocol = await context.newCDPSession(page)
    // The thread's own time: what other programs do meanwhile does not count.
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    const presses = await take(page, protocol, items)
    await page.waitForTimeout(QUIET)
    const { keys, frames } = await page.evaluate<Seen>('window.turnsSeen')
    return { items, presses, ...toldOf(keys, frames) }
  } finally {
    await context.close()
  }
}

/** The delays of all keys that do something, and the frames of the turns. */
export function toldOf(keys: Seen['keys'], frames: Seen['frames']): Pick<ExamTold, 'delays' | 'frames'> {
  const shown = new Map(frames.map(({ at, duration }) => [at, duration]))
  return {
    delays: keys.filter(({ key }) => key !== IDLE_KEY).map(({ delay }) => delay),
    frames: keys.filter(({ key }) => key === 'ArrowRight').map(({ at }) => shown.get(at) ?? TOLD_FROM),
  }
}

const itemAt = (index: number): string => `[data-testid=item][data-index="${index}"]`

async function answered(page: Page): Promise<number> {
  return Number(await page.getByTestId('answered-total').getAttribute('data-count'))
}

async function metricsOf(protocol: CDPSession): Promise<Metrics> {
  const { metrics } = await protocol.send('Performance.getMetrics')
  const of = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}
