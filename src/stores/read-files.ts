import { readExchange } from '../exchange/read-exchange.ts'
import type { RefusedFile } from '../model/imported-course.ts'
import { NOTES_FILE } from '../model/notes-file.ts'
import type { NotesFile } from '../model/notes-file.ts'

/** A file of the person's, and the name it goes by. */
export interface ChosenFile {
  readonly path: string
  readonly file: Blob
}

export interface ReadFiles {
  readonly files: readonly NotesFile[]
  /** What was left out, of files that were read as well. */
  readonly refused: readonly RefusedFile[]
}

const LARGEST = 20 * 1024 * 1024
/** Files in which other tools keep cards and facts. */
const EXCHANGE_FILE = /\.(?:txt|csv)$/i

/** Reads the notes among some files, cards and facts as notes, and says of each other one why it was left out. */
export async function readFiles(chosen: readonly ChosenFile[]): Promise<ReadFiles> {
  const files: NotesFile[] = []
  const refused: RefusedFile[] = []
  let total = 0
  for (const { path, file } of chosen) {
    const why = await refusalOf(path, file, total)
    if (why !== null) {
      refused.push({ path, why })
      continue
    }
    const text = decoded(await file.arrayBuffer())
    if (text === null) refused.push({ path, why: 'It is no text: some of its bytes are no characters.' })
    else if (text.trim() === '') refused.push({ path, why: 'It is empty.' })
    else {
      total += file.size
      const read = notesIn({ path, text })
      files.push(...read.files)
      refused.push(...read.refused)
    }
  }
  return { files, refused }
}

/** Cards for Anki, and facts that were saved here, become notes; other text is notes already. */
function notesIn(file: NotesFile): ReadFiles {
  const exchanged = EXCHANGE_FILE.test(file.path) ? readExchange(file) : null
  if (exchanged !== null) return { files: exchanged.files, refused: exchanged.remarks }
  if (NOTES_FILE.test(file.path)) return { files: [file], refused: [] }
  const why = 'Of CSV files, only facts that were saved here are read, and cards for Anki with its headers.'
  return { files: [], refused: [{ path: file.path, why }] }
}

async function refusalOf(path: string, file: Blob, total: number): Promise<string | null> {
  if (!NOTES_FILE.test(path) && !EXCHANGE_FILE.test(path)) {
    return 'Only Markdown and text files are read (.md, .markdown, .txt), and facts that were saved here (.csv).'
  }
  if (total + file.size > LARGEST) return 'Notes of more than 20 MB at once are not read; split them.'
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer())
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  return start.includes(0) && !isWide ? 'It is no text file, whatever its name says.' : null
}

/** UTF-8, or UTF-16 where a byte-order mark says so. Null for bytes that are neither. */
function decoded(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
