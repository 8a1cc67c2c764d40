import { existsSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { withBackground } from '../compiler/background.ts'
import { groupBySet } from '../engines/cards/session.ts'
import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import { lintItems } from '../engines/items/lint-items.ts'
import { whyNot } from '../engines/items/why-not.ts'
import { ankiNotesOf } from '../exchange/anki-note.ts'
import { ankiText } from '../exchange/anki-text.ts'
import { cardLines } from '../exchange/facts-csv.ts'
import { giftFile } from '../exchange/gift.ts'
import { withAuthored } from '../model/authored-items.ts'
import type { Card } from '../model/card.ts'
import type { Course } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'
import type { Fact, Source } from '../model/fact.ts'
import { acceptLedger } from './accept-ledger.ts'
import { auditOf } from './audit.ts'
import { describe, describeErrors } from './describe-diagnostic.ts'
import { lineTexts } from './line-texts.ts'
import { compileAll, compileText, foldersOf } from './read-notes.ts'

const EMITS = ['facts', 'cards', 'csv', 'anki', 'items', 'gift', 'course', 'diagnostics', 'audit'] as const
type Emit = (typeof EMITS)[number]

const USAGE = `Use: npm run --silent notes -- PATH [--emit ${EMITS.join('|')}] [--accept], with - as PATH for standard input.`
const STANDARD_INPUT = '-'
const STANDARD_INPUT_FILE = 'standard-input.md'

/**
 * `notes PATH [--emit …]`: compiles a folder or a file of notes, or what comes in, and prints JSON Lines (audit: a
 * table; anki, csv, gift: files for other tools) on standard output; warnings and errors go to standard error. `notes PATH --accept` writes the ledger of each
 * course instead.
 *
 * @returns The exit code: 0, 1 on an error in the notes, 2 when the command line is off.
 */
export async function notesCommand(argv: readonly string[], input: Readable = process.stdin): Promise<number> {
  const wish = readWish(argv)
  if (typeof wish === 'string') return complain(`${wish} ${USAGE}`)
  const { path, emit, isAccepting } = wish
  const isPath = path !== STANDARD_INPUT
  if (isPath && !existsSync(path)) return complain(`There is nothing at ${path}. ${USAGE}`)
  if (isAccepting && !(isPath && statSync(path).isDirectory())) {
    return complain(`A ledger belongs to the folder of a course, and ${path} is none. ${USAGE}`)
  }
  const given = isPath ? [] : [{ path: STANDARD_INPUT_FILE, text: await text(input) }]
  const compiled = (isPath ? compileAll(path) : given.map(compileText)).map(linted)
  if (compiled.length === 0) {
    return complain(`There are no notes at ${path}: they are files that end in .md, .markdown or .txt. ${USAGE}`)
  }
  if (isAccepting) return accept(path, compiled)
  for (const line of compiled.flatMap((course) => linesOf(course, emit, lineTexts(given))))
    await write(process.stdout, line)
  const diagnostics = compiled.flatMap((course) => course.diagnostics)
  const warnings = emit === 'diagnostics' ? [] : diagnostics.filter(({ severity }) => severity === 'warning')
  for (const warning of warnings) await write(process.stderr, describe(warning))
  const errors = describeErrors(diagnostics)
  if (errors !== null) await write(process.stderr, errors)
  return errors === null ? 0 : 1
}

/** Errors first: an error can hide facts, and what is hidden must not be forgotten. */
async function accept(path: string, compiled: readonly Compiled<Course>[]): Promise<number> {
  const errors = describeErrors(compiled.flatMap(({ diagnostics }) => diagnostics))
  if (errors !== null) {
    await write(process.stderr, errors)
    return 1
  }
  for (const [index, folder] of foldersOf(path).entries()) {
    const course = compiled[index]
    if (course !== undefined) await write(process.stdout, acceptLedger(folder, course.value))
  }
  return 0
}

interface Wish {
  readonly path: string
  readonly emit: Emit
  readonly isAccepting: boolean
}

/** What the command line asks for, or what is wrong with it. */
function readWish(argv: readonly string[]): Wish | string {
  const isAccepting = argv.includes('--accept')
  const words = argv
    .filter((word) => word !== '--accept')
    .flatMap((word) => (word.startsWith('--emit=') ? ['--emit', word.slice('--emit='.length)] : [word]))
  const at = words.indexOf('--emit')
  const wanted = at < 0 ? 'facts' : words[at + 1]
  const [path, ...others] = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const emit = EMITS.find((name) => name === wanted)
  if (emit === undefined) return wanted === undefined ? 'What to emit is missing.' : `“${wanted}” cannot be emitted.`
  if (path === undefined) return 'The path of the notes is missing.'
  const odd = path.startsWith('-') && path !== STANDARD_INPUT ? path : others[0]
  return odd === undefined ? { path, emit, isAccepting } : `“${odd}” is not understood.`
}

function cardsIn(facts: readonly Fact[]): readonly Card[] {
  const sets = groupBySet(facts)
  return facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []))
}

function linesOf(
  { value, diagnostics }: Compiled<Course>,
  emit: Emit,
  textOf: (source: Source) => string,
): readonly string[] {
  const course = withBackground(value)
  const facts = course.topics.flatMap((topic) => topic.facts)
  switch (emit) {
    case 'facts':
      return facts.map(({ path, section, source, ...fact }) =>
        JSON.stringify({
          ...fact,
          anchor: section,
          section: path,
          source: { ...source, text: textOf(source) },
        }),
      )
    case 'cards':
      return cardsIn(facts).map((card) => JSON.stringify(card))
    case 'csv':
      return cardLines(cardsIn(facts))
    case 'anki':
      return [ankiText(ankiNotesOf(course.title, course.topics)).trimEnd()]
    case 'items':
      return withAuthored(course.topics, course.authored)
        .flatMap(itemsIn)
        .map((item) => JSON.stringify(item))
    case 'gift': {
      const topics = withAuthored(course.topics, course.authored)
      return [
        giftFile(
          course.title,
          topics.map((topic) => ({ topic, items: itemsIn(topic) })),
        ).trimEnd(),
      ]
    }
    case 'course':
      return [JSON.stringify(course)]
    case 'diagnostics':
      return [...diagnostics, ...course.topics.flatMap((topic) => whyNot(topic, itemsIn(topic)))].map((diagnostic) =>
        JSON.stringify(diagnostic),
      )
    case 'audit':
      return auditOf(course)
  }
}

/** Errors and warnings of the compiler, with those about the wording of questions. */
function linted({ value, diagnostics }: Compiled<Course>): Compiled<Course> {
  const flaws = value.authored.flatMap((file) => lintItems(file, value.vocabulary.names))
  return { value, diagnostics: [...diagnostics, ...flaws] }
}

async function complain(message: string): Promise<number> {
  await write(process.stderr, message)
  return 2
}

/** Waits until the line is written: a pipe may take it in parts. */
function write(stream: NodeJS.WriteStream, line: string): Promise<void> {
  return new Promise((done) => stream.write(`${line}\n`, () => done()))
}
