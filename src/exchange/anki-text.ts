import type { AnkiNote } from './anki-note.ts'
import { quoted } from './csv.ts'
import { htmlOf } from './html-text.ts'

/**
 * What stands above the cards, for Anki to know what each column is. The columns have no names: Anki would look for
 * fields of that name, and they are called otherwise in other languages.
 */
const HEADERS = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:2',
  '#tags column:5',
]

/** Cards as a text file that Anki imports: columns for the guid, the deck, the front, the back and the tags. */
export function ankiText(notes: readonly AnkiNote[]): string {
  const rows = notes.map(({ guid, deck, front, back, tags }) => [
    guid,
    deck,
    htmlOf(front),
    htmlOf(back),
    tags.join(' '),
  ])
  return [...HEADERS, ...rows.map((cells) => cells.map((cell) => quoted(cell, '\t')).join('\t')), ''].join('\n')
}
