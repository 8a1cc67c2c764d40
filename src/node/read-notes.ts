import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { compileCourse } from '../compiler/compile-course.ts'
import type { Compilers } from '../compiler/compile-course.ts'
import { holdsRules } from '../compiler/compile-rules.ts'
import { BLUEPRINT_FILE, isBeside, ITEMS_FOLDER } from '../compiler/course-files.ts'
import { NOTES_FILE } from '../model/notes-file.ts'
import { withLedger } from '../compiler/identity/check-ledger.ts'
import { LEDGER_FILE } from '../compiler/identity/ledger.ts'
import type { LedgerFile } from '../compiler/identity/ledger.ts'
import type { SourceFile } from '../compiler/source-lines.ts'
import type { Course } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'

/** Looks a compiled course up in its ledger. */
export type LedgerCheck = (compiled: Compiled<Course>, ledger: LedgerFile) => Compiled<Course>

/**
 * Compiles a folder of notes, or one file of them with its folder's blueprint, into a course named after the folder.
 * A folder is compared with its ledger, if it has one; a file of items is read with the notes that it stands beside.
 *
 * @param compile What compiles a file, or knows it already.
 */
export function compilePath(path: string, compile?: Compilers, check: LedgerCheck = withLedger): Compiled<Course> {
  const whole = resolve(path)
  if (statSync(whole).isDirectory()) {
    const compiled = compileCourse(basename(whole), notesIn(whole).map(readSource), undefined, compile)
    const ledger = join(whole, LEDGER_FILE)
    return existsSync(ledger) ? check(compiled, readSource(ledger)) : compiled
  }
  const folder = dirname(dirname(whole))
  if (basename(dirname(whole)) === ITEMS_FOLDER && notesIn(folder).length > 0) return compileItemsFile(whole, folder)
  const rules = join(dirname(whole), BLUEPRINT_FILE)
  const beside = existsSync(rules) && rules !== whole ? [readSource(rules)].filter(holdsRules) : []
  return compileCourse(basename(dirname(whole)), [...beside, readSource(whole)], undefined, compile)
}

/** The questions of one file, and what there is to say about them. */
function compileItemsFile(path: string, folder: string): Compiled<Course> {
  const own = readSource(path).path
  const { value, diagnostics } = compileCourse(basename(folder), notesIn(folder).map(readSource))
  const topics = value.topics.filter(({ file }) => isBeside(own, file))
  return {
    value: { ...value, topics: topics.map((topic) => ({ ...topic, facts: [], items: [] })) },
    diagnostics: diagnostics.filter(({ file }) => file === own),
  }
}

/** Compiles text that comes without a file. */
export function compileText(source: SourceFile): Compiled<Course> {
  return compileCourse('notes', [source])
}

/** Compiles what stands at a path: a file, a course's folder, or a folder of such folders. Empty without any notes. */
export function compileAll(path: string): readonly Compiled<Course>[] {
  if (!statSync(path).isDirectory()) return isNotes(path) ? [compilePath(path)] : []
  return foldersOf(path).map((folder) => compilePath(folder))
}

/** The folders of courses at a path: itself, if notes stand right in it, or those in it that hold notes. */
export function foldersOf(path: string): readonly string[] {
  return readdirSync(path).some(isNotes) ? [path] : courseFolders(path).filter((folder) => notesIn(folder).length > 0)
}

/** The folders of `content/`: each is a course. */
export function courseFolders(content: string): readonly string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(content, entry.name))
    .toSorted()
}

/**
 * The files of a folder in the order of their names, `domain-10` after `domain-9`, and then those of its folders, as
 * the app reads a folder that is chosen there. What is hidden belongs to other programs.
 */
function notesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
  const files = entries.filter((entry) => !entry.isDirectory() && isNotes(entry.name))
  const folders = entries.filter((entry) => entry.isDirectory())
  return [...files.map(({ name }) => join(folder, name)), ...folders.flatMap(({ name }) => notesIn(join(folder, name)))]
}

function isNotes(path: string): boolean {
  return NOTES_FILE.test(path)
}

/** Files are named from the project's root; those outside of it by their whole path. */
function readSource(path: string): SourceFile {
  const shown = relative(process.cwd(), path)
  const name = shown.startsWith('..') ? path : shown
  return { path: name.split(sep).join('/'), text: readFileSync(path, 'utf8') }
}
