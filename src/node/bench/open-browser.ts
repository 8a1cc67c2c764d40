import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { findBrowser } from '../find-browser.mjs'

/** A Chromium without what would disturb a measurement. Throws where the machine has none. */
export async function openBrowser(): Promise<Browser> {
  const path = findBrowser()
  if (path === null) throw new Error('A Chromium is needed to measure what happens in a page. Set CHROME_PATH.')
  return chromium.launch({
    ...(path !== '' && { executablePath: path }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}
