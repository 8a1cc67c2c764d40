import type { Browser } from '@playwright/test'

/** What a visit to a page with an empty cache came to; times are milliseconds from its start. */
export interface Visit {
  readonly requests: number
  readonly bytes: number
  readonly firstPaint: number
  readonly largestPaint: number
  readonly usable: number
  readonly shift: number
}

/** How fast the device and its connection are made. */
export interface Conditions {
  readonly name: string
  /** How many times slower the processor is. */
  readonly slowdown: number
  /** Null: as fast as it goes. */
  readonly network: { readonly bitsPerSecond: number; readonly roundTrip: number } | null
}

export interface Visited {
  readonly address: string
  /** What has to be in the document before the page is of use. */
  readonly needs: readonly string[]
  /** What is pressed at the end, and must lead to another address. */
  readonly press: string | null
}

/** Milliseconds without news after which the page is taken to have settled. */
const SETTLED = 700

/**
 * Runs in the page before its own scripts: notes when all that is needed stands in the document and the page is free
 * to answer (a task of ours gets its turn), when it was painted, and what moved.
 */
const probe = (needs: readonly string[]): string => `
  const seen = (window.visitSeen = { usable: 0, firstPaint: 0, largestPaint: 0, shift: 0 })
  const needs = ${JSON.stringify(needs)}
  const observer = new MutationObserver(() => {
    if (!needs.every((selector) => document.querySelector(selector))) return
    observer.disconnect()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { seen.usable = performance.now() }
    port2.postMessage(null)
  })
  observer.observe(document, { childList: true, subtree: true })
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime })
  watch('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime })
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value })
`

/** Opens a page as somebody does who was never there before. */
export async function visit(browser: Browser, { address, needs, press }: Visited, on: Conditions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(probe(needs))
    const protocol = await context.newCDPSession(page)
    let [requests, bytes] = [0, 0]
    protocol.on('Network.requestWillBeSent', () => (requests += 1))
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await protocol.send('Network.enable')
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: on.slowdown })
    if (on.network !== null) {
      const throughput = on.network.bitsPerSecond / 8
      await protocol.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: on.network.roundTrip,
        downloadThroughput: throughput,
        uploadThroughput: throughput,
      })
    }
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForFunction('window.visitSeen.usable > 0 && window.visitSeen.largestPaint > 0')
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(SETTLED)
    const seen = await page.evaluate<Omit<Visit, 'requests' | 'bytes'>>('window.visitSeen')
    const found: Visit = { ...seen, requests, bytes }
    if (press !== null) {
      await page.click(press)
      await page.waitForURL((url) => url.href !== address)
    }
    return found
  } finally {
    await context.close()
  }
}
