/** A file of notes, as text. */
export interface NotesFile {
  /** As the person named it, with its folders: `security/kms.md`. */
  readonly path: string
  readonly text: string
}

/** What an export of Notion puts behind the name of each page and folder: a space and 32 digits. */
const EXPORT_MARK = /[ _-]+[0-9a-f]{32}$/i

/** A name of a file or a folder without the mark that an export put behind it. */
export function withoutExportMark(name: string): string {
  return name.replace(EXPORT_MARK, '')
}

/** The names that files of notes go by. */
export const NOTES_FILE = /\.(?:md|markdown|mdown|txt)$/i
