import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Runs a tool of `node_modules` with this Node: no shell and no npx stand between, so it ends when we end it.
 *
 * @param {string} tool The package and, if it differs, its command: `vite`, `typescript tsc`.
 * @param {readonly string[]} argv
 * @param {Readonly<Record<string, string>>} [environment] Added to this process's.
 * @returns {number} The exit code.
 */
export function runTool(tool, argv, environment = {}) {
  const { status, error } = spawnSync(process.execPath, [pathOf(tool), ...argv], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  if (error !== undefined) throw error
  return status ?? 1
}

/** @param {string} tool */
function pathOf(tool) {
  const [name = '', command = name.slice(name.lastIndexOf('/') + 1)] = tool.split(' ')
  const require = createRequire(join(ROOT, 'package.json'))
  const folder = require.resolve.paths(name)?.map((path) => join(path, name)) ?? []
  for (const path of folder) {
    const bin = binOf(join(path, 'package.json'))
    const file = typeof bin === 'string' ? bin : bin?.[command]
    if (file !== undefined) return join(path, file)
  }
  throw new Error(`Expected ${name} to be installed with a command “${command}”`)
}

/**
 * @param {string} manifest
 * @returns {string | Record<string, string> | undefined}
 */
function binOf(manifest) {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8')).bin
  } catch {
    return undefined
  }
}
