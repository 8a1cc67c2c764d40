import type { Course } from '../model/course.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { NotesFile } from '../model/notes-file.ts'
import type { Rename } from '../model/renames.ts'
import type { CoursePreview, QuestionPreview } from './course-preview.ts'

export interface CompiledNotes {
  readonly course: Course
  readonly diagnostics: readonly Diagnostic[]
  readonly preview: CoursePreview
  /** Facts of the version before that have another name in this one. */
  readonly renames: readonly Rename[]
}

interface Compilation {
  /** Rejects when the compiler breaks down; never settles after `cancel`. */
  readonly result: Promise<CompiledNotes>
  /** Goes on to make the questions, once there is a result; settles as that does. */
  readonly questions: () => Promise<QuestionPreview>
  /** Ends all work; to be called once no more is wanted. */
  readonly cancel: () => void
}

/**
 * Compiles notes without holding up the page.
 *
 * @param id Of the course; the ids of its facts begin with it.
 * @param onProgress Told after each file how many are done.
 * @param before The version that the notes are compared with, if there is one.
 */
export type CompileNotes = (
  id: string,
  files: readonly NotesFile[],
  onProgress: (done: number) => void,
  before?: readonly NotesFile[] | null,
) => Compilation
