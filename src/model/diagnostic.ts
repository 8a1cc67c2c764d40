/** How much a remark matters: an error stops the build, a warning asks for a look, info explains. */
export type Severity = 'error' | 'warning' | 'info'

/** Permanent names of the remarks. Each is explained, with an example, in docs/notes-format.md. */
export const RULES = [
  'repaired',
  'no-title',
  'second-title',
  'broken-table',
  'ragged-row',
  'empty-heading',
  'empty-subject',
  'empty-table',
  'duplicate-fact',
  'duplicate-note',
  'unknown-note',
  'unused-note',
  'unsourced-note',
  'unknown-objective',
  'unknown-directive',
  'unused-directive',
  'unclosed-comment',
  'blueprint',
  'course-as-notes',
  'raw-html',
  'unsafe-link',
  'lost-image',
  'question-not-read',
  'question-without-key',
  'question-without-options',
  'duplicate-question',
  'items-without-topic',
  'item-without-stem',
  'item-without-key',
  'item-with-two-keys',
  'item-without-rationale',
  'item-size',
  'item-with-twin-options',
  'unknown-difficulty',
  'unknown-place',
  'unknown-fact',
  'unread-words',
  'uncounted-response',
  'item-without-question',
  'item-all-of-the-above',
  'item-quiet-not',
  'item-option-in-option',
  'item-absolute-word',
  'item-key-length',
  'item-key-echo',
  'list-without-name',
  'no-blank',
  'no-fact',
  'no-question',
  'renamed-fact',
  'ambiguous-rename',
  'vanished-fact',
  'broken-ledger',
] as const

export type Rule = (typeof RULES)[number]

/** A remark about the notes, addressed to their author. Data, not an exception: one bad row must not hide the others. */
export interface Diagnostic {
  readonly severity: Severity
  readonly rule: Rule
  /** What happened, in one sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** The outcome of a stage that always yields a value and may have something to say about it. */
export interface Compiled<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}
