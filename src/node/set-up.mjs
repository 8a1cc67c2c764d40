import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { ROOT } from './run-tool.mjs'

const STAMP = join(ROOT, 'node_modules/.cache/retain/installed')

/** Installs the packages of the lockfile, unless just these are there already. */
export function setUp() {
  const wanted = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.error('Installing packages (once) …')
  const npm = process.env['npm_execpath']
  const argv = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] }
  const { status, error } =
    npm === undefined
      ? spawnSync('npm', argv, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...argv], options)
  if (error !== undefined || status !== 0) {
    console.error('The packages could not be installed. Is the npm registry reachable? The lines above say more.')
    process.exit(1)
  }
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
}

/** What the installed packages depend on. */
function fingerprint() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`
}
