import { strToU8, zipSync } from 'fflate'
import type { Instant } from '../model/time.ts'
import { ankiCollection } from './anki-collection.ts'
import type { AnkiNote } from './anki-note.ts'

/** Cards as a package that Anki opens (`.apkg`): a zip with a collection and a list of its media, which is empty. */
export function ankiPackage(notes: readonly AnkiNote[], at: Instant): Uint8Array {
  return zipSync({ 'collection.anki2': ankiCollection(notes, at), media: strToU8('{}') }, { mtime: at })
}
