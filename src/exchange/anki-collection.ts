import { hashOf } from '../model/random.ts'
import type { Instant } from '../model/time.ts'
import type { AnkiNote } from './anki-note.ts'
import { htmlOf } from './html-text.ts'
import { sqliteFile } from './sqlite-file.ts'
import type { SqlTable } from './sqlite-file.ts'

/** Anki knows the type of our notes by it: it may never change, or what was imported before is there twice. */
const NOTE_TYPE = 1_732_400_000_001
const DEFAULT_DECK = 1
/** The ids of our decks are made from their names, so that a newer export finds them. */
const FIRST_DECK = 1_600_000_000_000
/** Stands between the fields of a note. */
const FIELD_END = '\u001F'

const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: center; }`

/**
 * A collection in Anki's schema 11, which every version since 2.0 imports: its notes with one new card each.
 *
 * @param at The time that new notes are named after, as Anki does.
 */
export function ankiCollection(notes: readonly AnkiNote[], at: Instant): Uint8Array {
  const decks = decksOf(notes)
  return sqliteFile([
    collectionTable(decks, at),
    notesTable(notes, at),
    cardsTable(notes, decks, at),
    {
      name: 'revlog',
      sql: `create table revlog (id integer primary key, ${integers('cid usn ease ivl lastIvl factor time type')})`,
      rows: [],
    },
    { name: 'graves', sql: `create table graves (${integers('usn oid type')})`, rows: [] },
  ])
}

type Decks = ReadonlyMap<string, number>

function decksOf(notes: readonly AnkiNote[]): Decks {
  const decks = new Map<string, number>()
  const taken = new Set<number>()
  for (const name of new Set(notes.map(({ deck }) => deck))) {
    let id = FIRST_DECK + hashOf(name)
    while (taken.has(id)) id += 1
    taken.add(id)
    decks.set(name, id)
  }
  return decks
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

function collectionTable(decks: Decks, at: Instant): SqlTable {
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
    sql: `create table col (id integer primary key, ${integers('crt mod scm ver dty usn ls')}, ${texts('conf models decks dconf tags')})`,
    rows: [{ id: 1, values }],
  }
}

function notesTable(notes: readonly AnkiNote[], at: Instant): SqlTable {
  const seconds = Math.floor(at / 1000)
  return {
    name: 'notes',
    sql: `create table notes (id integer primary key, guid text not null, ${integers('mid mod usn')}, ${texts('tags flds sfld')}, csum integer not null, flags integer not null, data text not null)`,
    rows: notes.map(({ guid, front, back, tags }, index) => ({
      id: at + index,
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

function cardsTable(notes: readonly AnkiNote[], decks: Decks, at: Instant): SqlTable {
  const seconds = Math.floor(at / 1000)
  return {
    name: 'cards',
    sql: `create table cards (id integer primary key, ${integers('nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags')}, data text not null)`,
    rows: notes.map(({ deck: name }, index) => ({
      id: at + index,
      // New, in the order of the notes.
      values: [at + index, decks.get(name) ?? DEFAULT_DECK, 0, seconds, -1, 0, 0, index + 1, ...NEVER_SEEN, ''],
    })),
  }
}

/** Interval, ease, repetitions, lapses, steps left, the due date and the deck before, the flag. */
const NEVER_SEEN = [0, 0, 0, 0, 0, 0, 0, 0]

function noteType(seconds: number): object {
  const fields = ['Front', 'Back'].map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  }))
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '{{Front}}',
    afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
    bqfmt: '',
    bafmt: '',
    did: null,
  }
  return {
    id: NOTE_TYPE,
    name: 'Retain',
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: DEFAULT_DECK,
    tmpls: [template],
    flds: fields,
    css: CSS,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  }
}

function deck(name: string, id: number, seconds: number): object {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] }
  return {
    id,
    name,
    mod: seconds,
    usn: -1,
    ...today,
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  }
}

function configuration(): object {
  return {
    nextPos: 1,
    estTimes: true,
    activeDecks: [DEFAULT_DECK],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: DEFAULT_DECK,
    newSpread: 0,
    dueCounts: true,
    curModel: String(NOTE_TYPE),
    collapseTime: 1200,
  }
}

/** The options of the deck that every collection has. Whoever imports keeps their own. */
function deckOptions(): object {
  return {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  }
}
