import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import base from '../e2e/playwright.config.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What breaks in the middle: killed browsers, crashed tabs, full disks. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: join(ROOT, 'test-results/faults'),
  timeout: 900_000,
})
