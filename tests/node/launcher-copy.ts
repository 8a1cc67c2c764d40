import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { folderWith } from './temporary-folder.ts'

const LAUNCHER = join(import.meta.dirname, '../../src/node')

interface Ran {
  readonly code: number | null
  readonly said: string
}

/**
 * A project with the launcher's own files and nothing else, beside an npm that writes down what it was asked for.
 *
 * @param npm What the stand-in for npm does after that, in JavaScript.
 */
export function launcherCopy(npm = '') {
  const folder = folderWith({
    'package.json': '{"type":"module"}',
    'package-lock.json': '{"lockfileVersion":3}',
    'npm.cjs': `require('node:fs').appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')\n${npm}`,
  })
  mkdirSync(join(folder, 'src/node'), { recursive: true })
  for (const name of readdirSync(LAUNCHER).filter((file) => file.endsWith('.mjs'))) {
    copyFileSync(join(LAUNCHER, name), join(folder, 'src/node', name))
  }
  return {
    folder,
    run: (script: string, environment: Readonly<Record<string, string>> = {}): Ran => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, npm_execpath: join(folder, 'npm.cjs'), ...environment },
      })
      return { code: status, said: stdout + stderr }
    },
    /** What npm was asked for, call by call. */
    asked: (): readonly string[] => {
      try {
        return readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
      } catch {
        return []
      }
    },
  }
}

/** Makes a file a program. */
export function executable(path: string): void {
  chmodSync(path, 0o755)
}
