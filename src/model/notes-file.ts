/** A file of notes, as text. */
export interface NotesFile {
  /** As the person named it, with its folders: `security/kms.md`. */
  readonly path: string
  readonly text: string
}

/** The names that files of notes go by. */
export const NOTES_FILE = /\.(?:md|markdown|mdown|txt)$/i
