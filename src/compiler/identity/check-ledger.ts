import type { Course } from '../../model/course.ts'
import type { Compiled, Diagnostic } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import type { FactId } from '../../model/ids.ts'
import { followed } from '../../model/renames.ts'
import type { Rename } from '../../model/renames.ts'
import { fingerprintOf, isUnchanged } from './fingerprint.ts'
import { readLedger, writeLedger } from './ledger.ts'
import type { Ledger, LedgerFile } from './ledger.ts'
import { matchFacts } from './match-facts.ts'
import type { Matched } from './match-facts.ts'
import { remarksOn } from './remarks.ts'

/** Compares a compiled course with its ledger: the renames that were accepted are the course's, others are proposed. */
export function withLedger(compiled: Compiled<Course>, file: LedgerFile): Compiled<Course> {
  const ledger = readLedger(file.text)
  const { value, diagnostics } = withRenames(compiled, ledger, file.path)
  const facts = factsOf(value)
  if (isUpToDate(ledger, facts)) return { value, diagnostics }
  const lines = new Map(ledger.facts.map(({ print, line }) => [print.id, line]))
  const remarks = remarksOn(matchWith(ledger, facts), facts, {
    place: (old) => ({ file: file.path, line: lines.get(old) ?? 1, column: 1 }),
    remedy: `run “npm run --silent notes -- ${file.path.replace(/\/[^/]*$/, '')} --accept”`,
    doubt: `Write {"id": the old id, "now": the new one} into ${file.path} in the place of the old id’s line, or delete that line.`,
  })
  return { value, diagnostics: [...diagnostics, ...remarks] }
}

/** Whether the ledger knows each fact, and as it is: then nothing can have got another name. */
function isUpToDate(ledger: Ledger, facts: readonly Fact[]): boolean {
  const known = new Map(ledger.facts.map(({ print }) => [print.id, print]))
  return (
    known.size === facts.length &&
    facts.every((fact) => {
      const print = known.get(fact.id)
      return print !== undefined && isUnchanged(fact, print)
    })
  )
}

/** Gives a course the renames that were accepted, without looking for others: what a page needs while notes are edited. */
export function withRenames(
  { value: course, diagnostics }: Compiled<Course>,
  { renames, broken }: Ledger,
  path: string,
): Compiled<Course> {
  const errors = broken.map((line): Diagnostic => ({
    severity: 'error',
    rule: 'broken-ledger',
    message: 'The line is no entry of a ledger.',
    hint: 'Take it back to what it was, or delete it: the fact that it speaks of is remembered anew.',
    file: path,
    line,
    column: 1,
  }))
  // Without a rename nobody asks which facts stand today.
  const current = renames.length === 0 ? [] : followed(renames, [], idsOf(factsOf(course)))
  return { value: { ...course, renames: current }, diagnostics: [...diagnostics, ...errors] }
}

/** The ledger of a course as it stands, with all renames that are proposed. What is ambiguous stays open. */
export function acceptedLedger(course: Course, text: string): string {
  const facts = factsOf(course)
  const ledger = readLedger(text)
  const { renames, ambiguous } = matchWith(ledger, facts)
  const open = new Set(ambiguous.map(({ old }) => old))
  const candidates = new Set(ambiguous.flatMap(({ candidates: ids }) => ids))
  const known = new Set(ledger.facts.map(({ print }) => print.id))
  // A fact that another one could be is not known yet: it must still be there to be found.
  const standing = facts.map(fingerprintOf).filter(({ id }) => known.has(id) || !candidates.has(id))
  const undecided = ledger.facts.flatMap(({ print }) => (open.has(print.id) ? [print] : []))
  return writeLedger([...standing, ...undecided], followed(ledger.renames, renames, idsOf(facts)))
}

/** Matches what stands now with what was known, leaving out what was settled by hand. */
function matchWith(ledger: Ledger, facts: readonly Fact[]): Matched {
  const known = new Set(ledger.facts.map(({ print }) => print.id))
  const settled = new Set(ledger.renames.flatMap(([, now]) => (known.has(now) ? [] : [now])))
  return matchFacts(
    ledger.facts.map(({ print }) => print),
    facts.flatMap((fact) => (settled.has(fact.id) ? [] : [fingerprintOf(fact)])),
  )
}

/** What became of the facts of one version in the next one. */
export function renamesBetween(
  before: Course,
  after: Course,
): { readonly renames: readonly Rename[]; readonly diagnostics: readonly Diagnostic[] } {
  const [old, now] = [factsOf(before), factsOf(after)]
  const matched = matchFacts(old.map(fingerprintOf), now.map(fingerprintOf))
  const sources = new Map(old.map(({ id, source }) => [id, source]))
  const diagnostics = remarksOn(matched, now, {
    place: (id) => sources.get(id) ?? { file: '', line: 1, column: 1 },
    remedy: null,
    doubt: 'If it matters, put these notes away and change one thing at a time.',
  })
  return { renames: matched.renames, diagnostics }
}

function factsOf({ topics }: Course): readonly Fact[] {
  return topics.flatMap(({ facts }) => facts)
}

function idsOf(facts: readonly Fact[]): ReadonlySet<FactId> {
  return new Set(facts.map(({ id }) => id))
}
