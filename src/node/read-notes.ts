import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { BLUEPRINT_FILE, compileCourse } from '../compiler/compile-course.ts'
import type { TopicCompiler } from '../compiler/compile-topic.ts'
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
 * A folder is compared with its ledger, if it has one.
 *
 * @param compile Compiles a topic, or knows it already.
 */
export function compilePath(path: string, compile?: TopicCompiler, check: LedgerCheck = withLedger): Compiled<Course> {
  const whole = resolve(path)
  if (statSync(whole).isDirectory()) {
    const compiled = compileCourse(basename(whole), notesIn(whole).map(readSource), undefined, compile)
    const ledger = join(whole, LEDGER_FILE)
    return existsSync(ledger) ? check(compiled, readSource(ledger)) : compiled
  }
  const rules = join(dirname(whole), BLUEPRINT_FILE)
  const files = existsSync(rules) && rules !== whole ? [rules, whole] : [whole]
  return compileCourse(basename(dirname(whole)), files.map(readSource), undefined, compile)
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

/** The folders of courses at a path: itself, or those in it that hold notes. */
export function foldersOf(path: string): readonly string[] {
  return notesIn(path).length > 0 ? [path] : courseFolders(path).filter((folder) => notesIn(folder).length > 0)
}

/** The folders of `content/`: each is a course. */
export function courseFolders(content: string): readonly string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(content, entry.name))
    .toSorted()
}

/** The files of a folder in the order of their names; `domain-10` comes after `domain-9`. */
function notesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(isNotes)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => join(folder, name))
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
