import type { Vocabulary } from '../model/background.ts'
import type { Blueprint } from '../model/course.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { NotesFile } from '../model/notes-file.ts'
import type { Rename } from '../model/renames.ts'
import type { Topic } from '../model/topic.ts'
import type { CoursePreview } from '../stores/course-preview.ts'

/** What the page asks of the worker. */
export interface CompileRequest {
  readonly id: string
  readonly files: readonly NotesFile[]
  /** The version that these notes are compared with. */
  readonly before: readonly NotesFile[] | null
}

/**
 * What the worker tells: of each file that it is read; then each topic, so that no single message holds up the page;
 * then the rest.
 */
export type CompileMessage =
  | { readonly kind: 'progress' }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | {
      readonly kind: 'done'
      readonly title: string
      readonly blueprint: Blueprint | null
      readonly vocabulary: Vocabulary
      readonly diagnostics: readonly Diagnostic[]
      readonly preview: CoursePreview
      readonly renames: readonly Rename[]
    }
