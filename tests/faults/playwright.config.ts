import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import base from '../e2e/playwright.config.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What breaks in the middle: killed browsers, crashed tabs, full disks, side by side. Two tabs come after that, for they
 * measure time.
 */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: join(ROOT, 'test-results/faults'),
  timeout: 900_000,
  projects: [
    { name: 'breaks', testIgnore: 'tabs.test.ts' },
    { name: 'tabs', testMatch: 'tabs.test.ts', dependencies: ['breaks'] },
  ],
})
