import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'

/** Where a peer may write what it made: beside its packages, for a configuration that it compiles must find them. */
export function emptyFolder() {
  const work = join(import.meta.dirname, 'work')
  mkdirSync(work, { recursive: true })
  return mkdtempSync(join(work, 'run-'))
}
