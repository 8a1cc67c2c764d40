import { hashOf } from '../model/random.ts'
import type { Instant } from '../model/time.ts'
import type { AnkiNote } from './anki-note.ts'
import { configuration, deck, deckOptions, DEFAULT_DECK, NOTE_TYPE, noteType } from './anki-settings.ts'
import { htmlOf } from './html-text.ts'
import { sqliteFile } from './sqlite-file.ts'
import type { SqlTable } from './sqlite-file.ts'

/**
 * Ids are made from names, so that a newer export finds what an older one brought. They look like the times that Anki
 * names things after: some milliseconds of autumn 2020.
 */
const FIRST_ID = 1_600_000_000_000
/** Stands between the fields of a note. */
const FIELD_END = '\u001F'

/**
 * A collection in Anki's schema 11, which every version since 2.0 imports: its notes with one new card each.
 *
 * @param at The time of the export: Anki takes the later of two.
 */
export function ankiCollection(notes: readonly AnkiNote[], at: Instant): Uint8Array {
  const distinct = [...new Map(notes.map((note) => [note.guid, note])).values()]
  const decks = idsOf(notes.map(({ deck }) => deck))
  // The rows of a table stand in the order of their ids.
  const ids = idsOf(distinct.map(({ guid }) => guid))
  const ordered = distinct
    .map((note, index): NumberedNote => ({ note, id: ids.get(note.guid) ?? 0, place: index + 1 }))
    .toSorted((one, other) => one.id - other.id)
  return sqliteFile([
    collectionTable(decks, at),
    notesTable(ordered, at),
    cardsTable(ordered, decks, at),
    {
      name: 'revlog',
      columns: `id integer primary key, ${integers('cid usn ease ivl lastIvl factor time type')}`,
      rows: [],
    },
    { name: 'graves', columns: integers('usn oid type'), rows: [] },
  ])
}

interface NumberedNote {
  readonly note: AnkiNote
  readonly id: number
  /** From 1, in the order of the notes. */
  readonly place: number
}

type Ids = ReadonlyMap<string, number>

/** An id for each name; where two would have the same one, the later takes the next. */
function idsOf(names: readonly string[]): Ids {
  const ids = new Map<string, number>()
  const taken = new Set<number>()
  for (const name of names) {
    if (ids.has(name)) continue
    let id = FIRST_ID + hashOf(name)
    while (taken.has(id)) id += 1
    taken.add(id)
    ids.set(name, id)
  }
  return ids
}

const integers = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} integer not null`)
    .join(', ')
const texts = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} text not null`)
    .join(', ')

function collectionTable(decks: Ids, at: Instant): SqlTable {
  const seconds = Math.floor(at / 1000)
  const named = [['Default', DEFAULT_DECK] as const, ...decks]
  const values = [
    seconds,
    at,
    at,
    11,
    0,
    0,
    0,
    JSON.stringify(configuration()),
    JSON.stringify({ [NOTE_TYPE]: noteType(seconds) }),
    JSON.stringify(Object.fromEntries(named.map(([name, id]) => [id, deck(name, id, seconds)]))),
    JSON.stringify({ 1: deckOptions() }),
    '{}',
  ]
  return {
    name: 'col',
    columns: `id integer primary key, ${integers('crt mod scm ver dty usn ls')}, ${texts('conf models decks dconf tags')}`,
    rows: [{ id: 1, values }],
  }
}

function notesTable(notes: readonly NumberedNote[], at: Instant): SqlTable {
  const seconds = Math.floor(at / 1000)
  return {
    name: 'notes',
    columns: `id integer primary key, guid text not null, ${integers('mid mod usn')}, ${texts('tags flds sfld')}, csum integer not null, flags integer not null, data text not null`,
    rows: notes.map(({ id, note: { guid, front, back, tags } }) => ({
      id,
      values: [
        guid,
        NOTE_TYPE,
        seconds,
        -1,
        tags.length === 0 ? '' : ` ${tags.join(' ')} `,
        [front, back].map(field).join(FIELD_END),
        plain(front).replaceAll('\n', ' '),
        // Anki makes the checksum anew when it imports.
        0,
        0,
        '',
      ],
    })),
  }
}

/** Text as a field has it: a sign that would end it is none that can be seen. */
function field(text: string): string {
  return htmlOf(plain(text))
}

const plain = (text: string): string => text.replaceAll(FIELD_END, '').replaceAll('\0', '\uFFFD')

function cardsTable(notes: readonly NumberedNote[], decks: Ids, at: Instant): SqlTable {
  const seconds = Math.floor(at / 1000)
  return {
    name: 'cards',
    columns: `id integer primary key, ${integers('nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags')}, data text not null`,
    rows: notes.map(({ id, note, place }) => ({
      id,
      // New, in the order of the notes.
      values: [id, decks.get(note.deck) ?? DEFAULT_DECK, 0, seconds, -1, 0, 0, place, ...NEVER_SEEN, ''],
    })),
  }
}

/** Interval, ease, repetitions, lapses, steps left, the due date and the deck before, the flag. */
const NEVER_SEEN = [0, 0, 0, 0, 0, 0, 0, 0]
