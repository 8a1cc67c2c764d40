import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { compileCourse } from '../compiler/compile-course.ts'
import type { SourceFile } from '../compiler/source-lines.ts'
import type { Course } from '../model/course.ts'
import type { Compiled } from '../model/diagnostic.ts'

/** Compiles a folder of notes, or one file of them, into a course named after the folder. */
export function compilePath(path: string): Compiled<Course> {
  const isFolder = statSync(path).isDirectory()
  const files = isFolder ? filesIn(path) : [readSource(path)]
  const name = isFolder ? basename(path) : basename(join(path, '..'))
  return compileCourse(name, files)
}

/** The folders of `content/`: each is a course. */
export function courseFolders(content: string): readonly string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(content, entry.name))
    .toSorted()
}

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => readSource(join(folder, name)))
}

function readSource(path: string): SourceFile {
  const shown = relative(process.cwd(), path) || path
  return { path: shown.split(sep).join('/'), text: readFileSync(path, 'utf8') }
}
