import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { serveFolder } from '../../src/node/static-server.ts'

/** The same work on zustand's `persist`, on a server of its own. */
export async function serveTwin(): Promise<{ readonly address: string; readonly close: () => void }> {
  const out = mkdtempSync(join(tmpdir(), 'retain-twin-'))
  await build({
    root: fileURLToPath(new URL('twin', import.meta.url)),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true },
  })
  const { address, close } = await serveFolder(out)
  return {
    address,
    close() {
      close()
      rmSync(out, { recursive: true, force: true })
    },
  }
}

declare global {
  function twinReview(): void
  function twinReviews(): number
}

/** Reviews without end, ten times a second: about as fast as our own page is made to go here. */
export async function reviewOnTwin(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      await globalThis.tellBegun()
      globalThis.twinReview()
      await globalThis.tellKept()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
}
