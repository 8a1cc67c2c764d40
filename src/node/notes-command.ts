import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { groupBySet } from '../engines/cards/session.ts'
import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { generateItems } from '../engines/items/generate-items.ts'
import type { Course } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'
import { auditOf } from './audit.ts'
import { describe, describeErrors } from './describe-diagnostic.ts'
import { compileAll, compileText } from './read-notes.ts'

const EMITS = ['facts', 'cards', 'items', 'course', 'diagnostics', 'audit'] as const
type Emit = (typeof EMITS)[number]

const USAGE = `Use: npm run --silent notes -- PATH [--emit ${EMITS.join('|')}], with - as PATH for standard input.`
const STANDARD_INPUT = '-'

/**
 * `notes PATH [--emit …]`: compiles a folder or a file of notes, or what comes in, and prints JSON Lines (audit: a table) on standard
 * output; warnings and errors go to standard error.
 *
 * @returns The exit code: 0, 1 on an error in the notes, 2 when the command line is off.
 */
export async function notesCommand(argv: readonly string[], input: Readable = process.stdin): Promise<number> {
  const wish = readWish(argv)
  if (typeof wish === 'string') return complain(`${wish} ${USAGE}`)
  const { path, emit } = wish
  const isPath = path !== STANDARD_INPUT
  if (isPath && !existsSync(path)) return complain(`There is nothing at ${path}. ${USAGE}`)
  const compiled = isPath ? compileAll(path) : [compileText(await text(input))]
  if (compiled.length === 0) {
    return complain(`There are no notes at ${path}: they are files that end in .md, .markdown or .txt. ${USAGE}`)
  }
  for (const line of compiled.flatMap((course) => linesOf(course, emit))) await write(process.stdout, line)
  const diagnostics = compiled.flatMap((course) => course.diagnostics)
  const warnings = emit === 'diagnostics' ? [] : diagnostics.filter(({ severity }) => severity === 'warning')
  for (const warning of warnings) await write(process.stderr, describe(warning))
  const errors = describeErrors(diagnostics)
  if (errors !== null) await write(process.stderr, errors)
  return errors === null ? 0 : 1
}

/** What the command line asks for, or what is wrong with it. */
function readWish(argv: readonly string[]): { readonly path: string; readonly emit: Emit } | string {
  const words = argv.flatMap((word) => (word.startsWith('--emit=') ? ['--emit', word.slice('--emit='.length)] : [word]))
  const at = words.indexOf('--emit')
  const wanted = at < 0 ? 'facts' : words[at + 1]
  const [path, ...others] = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const emit = EMITS.find((name) => name === wanted)
  if (emit === undefined) return wanted === undefined ? 'What to emit is missing.' : `“${wanted}” cannot be emitted.`
  if (path === undefined) return 'The path of the notes is missing.'
  const odd = path.startsWith('-') && path !== STANDARD_INPUT ? path : others[0]
  return odd === undefined ? { path, emit } : `“${odd}” is not understood.`
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

async function complain(message: string): Promise<number> {
  await write(process.stderr, message)
  return 2
}

/** Waits until the line is written: a pipe may take it in parts. */
function write(stream: NodeJS.WriteStream, line: string): Promise<void> {
  return new Promise((done) => stream.write(`${line}\n`, () => done()))
}
