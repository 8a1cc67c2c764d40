import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findBrowser, findShell } from './find-browser.mjs'
import { ROOT, runTool } from './run-tool.mjs'

const REPORTS = join(ROOT, 'test-results')

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally */

/**
 * Everything that has to hold, cheapest first: types, lint, dead code, form, unit and component tests, the build and
 * tests of what it built, then the app in a real browser. All of it runs, also after a failure: one run tells all.
 *
 * @returns {number} The exit code.
 */
export function runTests() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const tallies = [
    check('Types', 'typescript tsc', ['-b']),
    check('Lint', 'oxlint', ['--type-aware', '--deny-warnings']),
    check('Dead code', 'knip', ['--no-progress']),
    check('Form', 'prettier', ['--check', '--log-level', 'warn', '.']),
    vitest('Unit and component tests', 'unit'),
    check('Build', 'vite', ['build', '--logLevel', 'warn']),
    vitest('The build', 'build'),
    playwright('End to end', 'e2e', findShell),
    // A tab that is behind another one needs tabs.
    playwright('Faults, six times each', 'faults', findBrowser),
  ]
  return summedUp(tallies)
}

/**
 * Every fault fifty times: killed browsers, crashed tabs, a full disk, two tabs. Takes some six minutes.
 *
 * @returns {number} The exit code.
 */
export function runFaults() {
  mkdirSync(REPORTS, { recursive: true })
  process.env['RETAIN_FAULT_ROUNDS'] ??= '50'
  return summedUp([
    check('Build', 'vite', ['build', '--logLevel', 'warn']),
    playwright('Faults', 'faults', findBrowser),
  ])
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {number} The exit code.
 */
function summedUp(tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/**
 * A check that passes or fails as a whole.
 *
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} argv
 * @returns {Tally}
 */
function check(name, tool, argv) {
  console.log(`\n${name}`)
  const isFine = runTool(tool, argv) === 0
  if (!isFine) console.log(`${name}: failed`)
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {string} name
 * @param {string} project
 * @returns {Tally}
 */
function vitest(name, project) {
  console.log(`\n${name}`)
  const report = join(REPORTS, `${project}.json`)
  const code = runTool('vitest', [
    'run',
    '--project',
    project,
    '--reporter',
    'dot',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
  ])
  const { numPassedTests = 0, numFailedTests = 0 } = read(report)
  return tally(code, numPassedTests, numFailedTests)
}

/**
 * @param {string} name
 * @param {string} folder Below `tests/`.
 * @param {() => string | null} find Finds the browser.
 * @returns {Tally}
 */
function playwright(name, folder, find) {
  console.log(`\n${name}`)
  const browser = find()
  if (browser === null) return { passed: 0, failed: 1 }
  const report = join(REPORTS, `${folder}.json`)
  const code = runTool('@playwright/test playwright', ['test', '--config', `tests/${folder}/playwright.config.ts`], {
    CHROME_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const { stats = {} } = read(report)
  return tally(code, (stats.expected ?? 0) + (stats.flaky ?? 0), stats.unexpected ?? 0)
}

/**
 * A run that broke off counts as a failure, whatever it had counted till then.
 *
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @returns {Tally}
 */
function tally(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}
