import { NOTES_FILE } from '../model/notes-file.ts'
import { holdsRules } from './compile-rules.ts'
import type { SourceFile } from './source-lines.ts'

/** The file of a course's folder that holds the exam's rules; the others are topics. */
export const BLUEPRINT_FILE = 'course.md'
/** The folder of a course's folder that holds the questions beside its topics. */
export const ITEMS_FOLDER = 'items'

/** The files of a course, by what they are for. */
export interface CourseFiles {
  readonly rules: SourceFile | undefined
  readonly notes: readonly SourceFile[]
  readonly items: readonly SourceFile[]
}

/**
 * Sorts the files of a course. A folder called “items” holds questions where notes stand beside it, and a file called
 * course.md is one of the notes where it holds no rules.
 */
export function courseFiles(files: readonly SourceFile[]): CourseFiles {
  const folders = new Set(files.map(({ path }) => folderOf(path)))
  const areItems = ({ path }: SourceFile) => {
    const [, above] = /^(.*?)items\/$/.exec(folderOf(path)) ?? []
    return above !== undefined && (above === '' || above.endsWith('/')) && folders.has(above)
  }
  const items = files.filter(areItems)
  const rules = files.find((file) => isCalledRules(file) && !items.includes(file) && holdsRules(file))
  return { rules, items, notes: files.filter((file) => file !== rules && !items.includes(file)) }
}

/** Whether a file bears the name of the rules. */
export function isCalledRules({ path }: SourceFile): boolean {
  return fileName(path) === BLUEPRINT_FILE
}

/** Whether a file of items belongs to a file of notes: both have one name, and the notes stand in the folder above. */
export function isBeside(items: string, notes: string): boolean {
  return (
    items.replace(NOTES_FILE, '') === `${folderOf(notes)}${ITEMS_FOLDER}/${fileName(notes).replace(NOTES_FILE, '')}`
  )
}

/** The folder of a file, with the slash behind it. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
