import { existsSync } from 'node:fs'
import { groupBySet } from '../engines/cards/session.ts'
import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { generateItems } from '../engines/items/generate-items.ts'
import type { Course } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'
import { auditOf } from './audit.ts'
import { describe, describeErrors } from './describe-diagnostic.ts'
import { compilePath } from './read-notes.ts'

const EMITS = ['facts', 'cards', 'items', 'course', 'diagnostics', 'audit'] as const
type Emit = (typeof EMITS)[number]

const USAGE = `Use: npm run --silent notes -- PATH [--emit ${EMITS.join('|')}]`

/**
 * `notes PATH [--emit …]`: compiles a folder or a file of notes and prints JSON Lines (audit: a table) on standard
 * output; warnings and errors go to standard error.
 *
 * @returns The exit code: 0, 1 on an error in the notes, 2 when the command line is off.
 */
export async function notesCommand(argv: readonly string[]): Promise<number> {
  const at = argv.indexOf('--emit')
  const wanted = at < 0 ? 'facts' : argv[at + 1]
  const [path] = argv.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const emit = EMITS.find((name) => name === wanted)
  if (path === undefined || emit === undefined) return complain(USAGE)
  if (!existsSync(path)) return complain(`There is nothing at ${path}. ${USAGE}`)
  const compiled = compilePath(path)
  await print(`${linesOf(compiled, emit).join('\n')}\n`)
  const errors = describeErrors(compiled.diagnostics)
  if (emit !== 'diagnostics') {
    for (const diagnostic of compiled.diagnostics) {
      if (diagnostic.severity === 'warning') process.stderr.write(`${describe(diagnostic)}\n`)
    }
  }
  if (errors !== null) process.stderr.write(`${errors}\n`)
  return errors === null ? 0 : 1
}

function linesOf({ value: course, diagnostics }: Compiled<Course>, emit: Emit): readonly string[] {
  const facts = course.topics.flatMap((topic) => topic.facts)
  switch (emit) {
    case 'facts':
      return facts.map(({ path, section, ...fact }) => JSON.stringify({ ...fact, anchor: section, section: path }))
    case 'cards': {
      const sets = groupBySet(facts)
      return facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []).map((card) => JSON.stringify(card)))
    }
    case 'items':
      return generateItems(facts).map((item) => JSON.stringify(item))
    case 'course':
      return [JSON.stringify(course)]
    case 'diagnostics':
      return diagnostics.map((diagnostic) => JSON.stringify(diagnostic))
    case 'audit':
      return auditOf(course)
  }
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}

/** Waits until the text is written: a pipe may take it in parts. */
function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()))
}
