import type { Course } from '../model/course.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { NotesFile } from '../model/imported-course.ts'
import type { CoursePreview } from './course-preview.ts'

export interface CompiledNotes {
  readonly course: Course
  readonly diagnostics: readonly Diagnostic[]
  readonly preview: CoursePreview
}

interface Compilation {
  /** Rejects when the compiler breaks down; never settles after `cancel`. */
  readonly result: Promise<CompiledNotes>
  readonly cancel: () => void
}

/**
 * Compiles notes without holding up the page.
 *
 * @param id Of the course; the ids of its facts begin with it.
 * @param onProgress Told after each file how many are done.
 */
export type CompileNotes = (id: string, files: readonly NotesFile[], onProgress: (done: number) => void) => Compilation
