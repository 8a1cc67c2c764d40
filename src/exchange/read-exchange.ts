import type { RefusedFile } from '../model/imported-course.ts'
import { slug } from '../model/ids.ts'
import type { NotesFile } from '../model/notes-file.ts'
import { isAnkiText, readAnkiText } from './anki-text-reader.ts'
import { isFactsCsv, readFactsCsv } from './facts-csv-reader.ts'
import { notesOfCards } from './notes-of-cards.ts'
import { notesOfFacts } from './notes-of-facts.ts'

/** What became of a file of another tool: notes, and what of it could not be carried over. */
export interface ExchangedNotes {
  readonly files: readonly NotesFile[]
  readonly remarks: readonly RefusedFile[]
}

/** Reads cards or facts as notes. Null for a text that is neither: it is notes, or nothing of ours. */
export function readExchange({ path, text }: NotesFile): ExchangedNotes | null {
  if (isAnkiText(text)) return cardsRead(path, text)
  return isFactsCsv(text) ? factsRead(path, text) : null
}

function cardsRead(path: string, text: string): ExchangedNotes {
  const { entries, media } = readAnkiText(text)
  const notes = notesOfCards(nameOf(path), entries)
  const isEmpty = entries.length === notes.left
  const remarks = [
    ...(isEmpty ? ['There are no cards in it that have a front and a back in words.'] : []),
    ...(media > 0
      ? [`${counted(media, 'picture or sound', 'pictures and sounds')} left out: notes are text alone.`]
      : []),
    ...(notes.left > 0 && !isEmpty
      ? [`${counted(notes.left, 'card', 'cards')} left out: a front or a back has no words.`]
      : []),
  ]
  return {
    files: isEmpty ? [] : [{ path: path.replace(/\.\w+$/, '.md'), text: notes.text }],
    remarks: remarks.map((why) => ({ path, why })),
  }
}

function factsRead(path: string, text: string): ExchangedNotes {
  const topics = notesOfFacts(readFactsCsv(text))
  if (topics.length === 0) return { files: [], remarks: [{ path, why: 'There are no facts in it.' }] }
  const [only, ...others] = topics
  if (only !== undefined && others.length === 0) {
    return { files: [{ path: path.replace(/\.\w+$/, '.md'), text: only.text }], remarks: [] }
  }
  const folder = path.replace(/\.\w+$/, '')
  const files = topics.map((topic, index) => ({
    path: `${folder}/${String(index + 1).padStart(2, '0')}-${slug(topic.title) || 'topic'}.md`,
    text: topic.text,
  }))
  return { files, remarks: [] }
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '')

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one} was` : `${count} ${many} were`
}
