import type { ImportedCourse } from '../model/imported-course.ts'

export interface SavedFile {
  readonly name: string
  readonly content: Blob
}

/** The notes as they came: one file as it is, several as a zip with their folders. */
export async function exportCourse({ id, files }: ImportedCourse): Promise<SavedFile> {
  const [only, ...others] = files
  if (only !== undefined && others.length === 0) {
    return { name: only.path.replace(/^.*\//, ''), content: new Blob([only.text], { type: 'text/markdown' }) }
  }
  const { strToU8, zipSync } = await import('fflate')
  const zipped = zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])))
  return { name: `${id}.zip`, content: new Blob([zipped.slice().buffer], { type: 'application/zip' }) }
}
