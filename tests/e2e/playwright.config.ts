import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { freePort } from './free-port.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Chosen once: the processes that run the tests read this file again. */
const port = (process.env['RETAIN_TEST_PORT'] ??= String(await freePort()))
const ADDRESS = `http://127.0.0.1:${port}`
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? ''
/** Empty or not set: the browser that Playwright brings. */
const browser = process.env['CHROME_PATH'] ?? ''

/** The built app, as a visitor meets it: a real browser, a plain server, an empty storage for each test. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: join(ROOT, 'test-results/e2e'),
  reporter: report === '' ? [['dot']] : [['dot'], ['json', { outputFile: report }]],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: ADDRESS,
    // A browser of one's own machine would speak that machine's language.
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser !== '' && { executablePath: browser }),
      // The browser itself must call nobody either.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: ROOT,
    url: ADDRESS,
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
