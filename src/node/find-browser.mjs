import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runTool } from './run-tool.mjs'

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge']
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

const SHELL = 'chromium-headless-shell'

/**
 * The path of a Chromium without windows and tabs of its own, in which pages open in half the time; where there is none,
 * of any Chromium. A browser that somebody named is taken in any case.
 *
 * @returns {string | null} Null, after saying what to do, when there is none to be had.
 */
export function findShell() {
  const isNamed = (process.env['CHROME_PATH'] ?? '') !== ''
  if (isNamed || process.platform !== 'linux') return findBrowser()
  const shell = () => inPath([SHELL]).find((path) => existsSync(path)) ?? null
  return shell() ?? viaDebian(SHELL, shell) ?? findBrowser()
}

/**
 * The path of a Chromium, Chrome or Edge for the end-to-end tests: an installed one, else one that this installs.
 *
 * @returns {string | null} Null, after saying what to do, when there is none to be had.
 */
export function findBrowser() {
  const found = installed() ?? viaDebian('chromium', installed) ?? viaPlaywright()
  if (found === null) {
    console.error(
      'The end-to-end tests need a Chromium, Chrome or Edge, and none was found or could be installed.\n' +
        'Install one and run npm test again, or name one: CHROME_PATH=/path/to/chrome npm test',
    )
  }
  return found
}

/** @returns {string | null} */
function installed() {
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    console.error(`CHROME_PATH names ${named}, where there is no file; looking elsewhere.`)
  }
  return candidates().find((path) => existsSync(path)) ?? null
}

/** @returns {readonly string[]} */
function candidates() {
  if (process.platform === 'darwin') {
    return MAC.flatMap((name) =>
      ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
    return folders.flatMap((folder) => WINDOWS.map((path) => join(folder, path)))
  }
  return inPath(LINUX)
}

/** @param {readonly string[]} names */
function inPath(names) {
  const folders = (process.env['PATH'] ?? '').split(':')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Debian and its relatives have a package, which root can install.
 *
 * @param {string} name Of the package.
 * @param {() => string | null} find Finds what it brings.
 * @returns {string | null}
 */
function viaDebian(name, find) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.error(`Installing ${name} by apt-get (once) …`)
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'], options)
  return find()
}

/**
 * Playwright downloads a browser of its own where its servers can be reached.
 *
 * @returns {string | null} Empty: Playwright knows where its own browser is.
 */
function viaPlaywright() {
  console.error('Downloading a Chromium for the tests (once) …')
  return runTool('@playwright/test playwright', ['install', '--only-shell', 'chromium']) === 0 ? '' : null
}
