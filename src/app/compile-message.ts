import type { AuthoredItems } from '../model/authored-items.ts'
import type { Vocabulary } from '../model/background.ts'
import type { AboutSection, Blueprint } from '../model/course.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { NotesFile } from '../model/notes-file.ts'
import type { Rename } from '../model/renames.ts'
import type { CoursePreview, QuestionPreview } from '../stores/course-preview.ts'
import type { TopicPart } from './topic-parts.ts'

/** What the page asks of the worker: to compile notes, then to make their questions. */
export type WorkerRequest = CompileRequest | { readonly kind: 'questions' }

export interface CompileRequest {
  readonly kind: 'compile'
  readonly id: string
  readonly files: readonly NotesFile[]
  /** The version that these notes are compared with. */
  readonly before: readonly NotesFile[] | null
}

/** What the worker tells: of each file that it is read; then each topic, part by part, and the questions beside them; then the rest. */
export type CompileMessage =
  | { readonly kind: 'progress' }
  | TopicPart
  | { readonly kind: 'authored'; readonly file: AuthoredItems }
  | {
      readonly kind: 'done'
      readonly title: string
      readonly blueprint: Blueprint | null
      readonly vocabulary: Vocabulary
      readonly about: readonly AboutSection[]
      readonly diagnostics: readonly Diagnostic[]
      readonly preview: CoursePreview
      readonly renames: readonly Rename[]
    }
  | { readonly kind: 'questions'; readonly questions: QuestionPreview }
