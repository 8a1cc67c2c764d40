import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'
import { ROOT } from '../run-tool.mjs'

const SOURCE = join(ROOT, 'src/node/bench/peers')

/**
 * Installs what the compiler is compared with, by a lockfile of its own: some 190 packages that nobody needs who does not
 * measure. Scripts of packages are not run. Returns the folder, with our scripts for the peers in it.
 */
export function peersInstalled(): string {
  const folder = join(ROOT, 'node_modules/.cache/retain/bench/peers')
  const stamp = join(folder, 'node_modules/installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(SOURCE, 'package-lock.json')))
    .digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    console.error('Installing what is compared with (once, about 90 MB) …')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    cpSync(SOURCE, folder, { recursive: true })
    install(folder)
    writeFileSync(stamp, lock)
  }
  cpSync(SOURCE, folder, { recursive: true })
  // What the peers wrote the last time.
  rmSync(join(folder, 'work'), { recursive: true, force: true })
  return folder
}

function install(folder: string): void {
  const argv = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder]
  const npm = process.env['npm_execpath']
  const options = { cwd: folder, stdio: ['ignore', 2, 2] as ('ignore' | number)[] }
  const { status, error } =
    npm === undefined
      ? spawnSync('npm', argv, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...argv], options)
  if (error !== undefined || status !== 0) {
    throw new Error(
      'What is compared with could not be installed. Is the npm registry reachable? The lines above say more.',
    )
  }
}

const MANIFEST = v.object({ version: v.string() })

/** The version of a package that is installed in a folder. */
export function versionOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  return v.parse(MANIFEST, JSON.parse(text)).version
}
