import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { acceptedLedger } from '../compiler/identity/check-ledger.ts'
import { LEDGER_FILE, readLedger } from '../compiler/identity/ledger.ts'
import type { Course } from '../model/course.ts'

/** Writes a course's facts into the ledger of its folder and accepts the renames that are proposed; says what it did. */
export function acceptLedger(folder: string, course: Course): string {
  const path = join(folder, LEDGER_FILE)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const after = acceptedLedger(course, before)
  if (after !== before) {
    // A ledger that is half written would be no ledger.
    writeFileSync(`${path}.new`, after)
    renameSync(`${path}.new`, path)
  }
  const [old, now] = [readLedger(before), readLedger(after)]
  const known = new Set(old.renames.map(([id]) => id))
  const fresh = now.renames.filter(([id]) => !known.has(id)).length
  const accepted = fresh === 1 ? 'one rename' : `${fresh === 0 ? 'no' : fresh} renames`
  return `${relative(process.cwd(), path)}: ${now.facts.length} facts, ${accepted} accepted.`
}
