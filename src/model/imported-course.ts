import type { CourseId } from './ids.ts'
import type { Rename } from './renames.ts'
import type { NotesFile } from './notes-file.ts'
import type { Instant } from './time.ts'

/** Notes that a person brought into the browser. The notes are kept, not what was compiled from them. */
export interface ImportedCourse {
  /** Never changes, whatever the course is called: the learner's history hangs on it. */
  readonly id: CourseId
  readonly title: string
  readonly files: readonly NotesFile[]
  readonly savedAt: Instant
  /** Facts that newer versions of the notes gave another name. */
  readonly renames: readonly Rename[]
}

/** A file that was not taken in, or not whole. */
export interface RefusedFile {
  readonly path: string
  readonly why: string
}
