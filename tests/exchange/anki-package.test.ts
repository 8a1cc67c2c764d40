import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { AnkiNote } from '../../src/exchange/anki-note.ts'
import { ankiNotesOf } from '../../src/exchange/anki-note.ts'
import { ankiPackage } from '../../src/exchange/anki-package.ts'
import { htmlOf } from '../../src/exchange/html-text.ts'
import { instant } from '../../src/model/time.ts'
import { compileAll } from '../../src/node/read-notes.ts'
import { readWithSqlite } from './real-sqlite.ts'

const AT = instant(Date.UTC(2026, 10, 25))

const NOTES: readonly AnkiNote[] = [
  'What does “IAM” mean?',
  'a < b && c > d',
  '"quoted", \'single\'; a\ttab',
  'two\nlines',
  '<script>alert(1)</script>',
  'Ünïcödé 漢字 🙂 \u{1F468}\u200D\u{1F469}',
  '443',
  '{{c1::no cloze}} \\(x\\) [latex]y[/latex]',
  'x'.repeat(20_000),
].map((front, index) => ({
  guid: `course/topic#section/term/${index}~forward`,
  deck: index % 2 === 0 ? 'Course::One' : 'Course::Two, “other”',
  front,
  back: `Back of ${front}`,
  tags: ['term', 'objective::5.1.1'],
}))

const collectionOf = (notes: readonly AnkiNote[]): Uint8Array =>
  unzipSync(ankiPackage(notes, AT))['collection.anki2'] ?? new Uint8Array()

test('a package holds a collection and an empty list of media', () => {
  const files = unzipSync(ankiPackage(NOTES, AT))
  expect(Object.keys(files)).toEqual(['collection.anki2', 'media'])
  expect(strFromU8(files['media'] ?? new Uint8Array())).toBe('{}')
})

test('the collection has a note and a new card for each card, in order, with texts that show as they were', async () => {
  const [check, notes, cards] = await readWithSqlite(
    collectionOf(NOTES),
    'pragma integrity_check',
    'select n.guid, n.flds, n.tags from notes n join cards c on c.nid = n.id order by c.due',
    'select n.guid, c.type, c.queue, c.due from cards c join notes n on n.id = c.nid order by c.due',
  )
  expect(check).toEqual([['ok']])
  expect(notes).toEqual(
    NOTES.map(({ guid, front, back }) => [guid, `${htmlOf(front)}\u001F${htmlOf(back)}`, ' term objective::5.1.1 ']),
  )
  expect(cards).toEqual(NOTES.map(({ guid }, index) => [guid, 0, 0, index + 1]))
})

test('decks and the type of the notes are there, under the same ids in every export', async () => {
  const [first = []] = await readWithSqlite(collectionOf(NOTES), 'select ver, decks, models from col')
  const later = unzipSync(ankiPackage(NOTES.toReversed(), instant(AT + 86_400_000)))['collection.anki2']
  const [second = []] = await readWithSqlite(later ?? new Uint8Array(), 'select ver, decks, models from col')
  const named = ([, decks]: readonly unknown[] = []): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries<{ readonly name: string }>(JSON.parse(String(decks))).map(([id, { name }]) => [name, id]),
    )
  expect(first[0]?.[0]).toBe(11)
  expect(Object.keys(named(first[0])).toSorted()).toEqual(['Course::One', 'Course::Two, “other”', 'Default'])
  expect(named(second[0])).toEqual(named(first[0]))
  expect(Object.keys(JSON.parse(String(second[0]?.[2])))).toEqual(Object.keys(JSON.parse(String(first[0]?.[2]))))
})

test('a card that is given twice is written once', async () => {
  const [check, notes] = await readWithSqlite(
    collectionOf([...NOTES, ...NOTES]),
    'pragma integrity_check',
    'select count(*) from notes',
  )
  expect(check).toEqual([['ok']])
  expect(notes).toEqual([[NOTES.length]])
})

test('ten thousand cards are whole, and so is an export without any', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    guid: `many/${index}`,
    deck: 'Many',
    front: `Front ${index} ${'ß'.repeat(index % 3000)}`,
    back: `Back ${index}`,
    tags: [],
  }))
  const counts =
    'select (select count(*) from notes), (select count(*) from cards), (select count(distinct nid) from cards)'
  const [check, count] = await readWithSqlite(collectionOf(many), 'pragma integrity_check', counts)
  expect(check).toEqual([['ok']])
  expect(count).toEqual([[10_000, 10_000, 10_000]])
  const [none, zero] = await readWithSqlite(collectionOf([]), 'pragma integrity_check', counts)
  expect(none).toEqual([['ok']])
  expect(zero).toEqual([[0, 0, 0]])
})

describe('Mnemosyne, a program that is not ours (skipped where the Debian package mnemosyne is not installed)', () => {
  const isThere = spawnSync('python3', ['-c', 'import mnemosyne.script']).status === 0

  test.skipIf(!isThere)('imports a package, and importing it again changes no card', () => {
    const built = compileAll('content').flatMap(({ value }) => ankiNotesOf(value.title, value.topics))
    const notes = [...NOTES, ...built]
    const cards = readWithMnemosyne(ankiPackage(notes, AT), ankiPackage(notes, instant(AT + 1000)))
    const byGuid = new Map(cards.map((card) => [card.guid, card]))
    for (const { guid, front, back, tags, deck } of notes) {
      const card = byGuid.get(mnemosyneName(guid))
      expect(card).toMatchObject({ front: latexRead(htmlOf(front)), back: latexRead(htmlOf(back)), isNew: true })
      expect(card?.tags).toEqual(expect.arrayContaining([...tags, deck.replaceAll(',', ';')]))
    }
    expect(cards).toHaveLength(notes.length)
  })
})

interface MnemosyneCard {
  readonly guid: string
  readonly front: string
  readonly back: string
  readonly tags: readonly string[]
  readonly isNew: boolean
}

/** Mnemosyne writes these signs of ids otherwise. */
const mnemosyneName = (guid: string): string =>
  guid.replaceAll('`', 'ap').replaceAll('"', 'qu').replaceAll('&', 'am').replaceAll('<', 'lt').replaceAll('>', 'gt')

const latexRead = (html: string): string => html.replaceAll('[latex]', '<latex>').replaceAll('[/latex]', '</latex>')

function readWithMnemosyne(...packages: readonly Uint8Array[]): readonly MnemosyneCard[] {
  const folder = mkdtempSync(join(tmpdir(), 'retain-anki-'))
  try {
    const paths = packages.map((bytes, index) => {
      const path = join(folder, `${index}.apkg`)
      writeFileSync(path, bytes)
      return path
    })
    const script = join(import.meta.dirname, 'read-with-mnemosyne.py')
    const { stdout, stderr, status } = spawnSync('python3', ['-W', 'ignore', script, ...paths], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    expect(status, stderr).toBe(0)
    return JSON.parse(stdout.slice(stdout.indexOf('[{')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
