import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sqliteFile } from '../../src/exchange/sqlite-file.ts'
import { readWithSqlite } from './real-sqlite.ts'

const COLUMNS = 'id integer primary key, word text not null, weight integer'

const words = (rows: readonly { readonly id: number; readonly values: readonly (string | number | null)[] }[]) =>
  sqliteFile([{ name: 'words', columns: COLUMNS, rows }])

const CHECK = 'pragma integrity_check'
const ALL = 'select id, word, weight from words order by id'

test('the real SQLite finds nothing wrong with a file of several tables, one of them empty', async () => {
  const file = sqliteFile([
    { name: 'words', columns: COLUMNS, rows: [{ id: 7, values: ['cache', 3] }] },
    { name: 'empty', columns: 'id integer primary key', rows: [] },
    { name: 'more', columns: 'id integer primary key, word text', rows: [{ id: 1, values: ['more'] }] },
  ])
  const [check, rows, none, more] = await readWithSqlite(file, CHECK, ALL, 'select * from empty', 'select * from more')
  expect(check).toEqual([['ok']])
  expect(rows).toEqual([[7, 'cache', 3]])
  expect(none).toEqual([])
  expect(more).toEqual([[1, 'more']])
})

test('the file can be written to, indexed and packed anew, as Anki does with a collection', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ id: index + 1, values: [`word ${index}`, index] }))
  const [, , , , check, found] = await readWithSqlite(
    words(rows),
    'create index by_weight on words (weight)',
    'update words set weight = weight + 1, word = word || word where id % 2 = 0',
    "insert into words values (501, 'last', 7)",
    'vacuum',
    CHECK,
    'select id, word from words where weight = 500 or id = 501 order by id',
  )
  expect(check).toEqual([['ok']])
  expect(found).toEqual([
    [500, 'word 499word 499'],
    [501, 'last'],
  ])
})

test('texts of every length that decides where a row stands come back as they were', async () => {
  // Around what a page takes, one overflow page, two, and many.
  const lengths = [0, 1, 56, 57, 58, 120, 480, 489, 4040, ...range(4050, 4065), ...range(8130, 8160), 12_300, 70_000]
  const rows = lengths.map((length, index) => ({
    id: index + 1,
    values: ['ä'.repeat(length / 2) + 'x'.repeat(length % 2), length],
  }))
  const [check, read] = await readWithSqlite(words(rows), CHECK, ALL)
  expect(check).toEqual([['ok']])
  expect(read).toEqual(rows.map(({ id, values }) => [id, ...values]))
})

test('whole numbers of every width come back as they were', async () => {
  const edges = [0, 1, 8, 16, 24, 32, 40, 47].flatMap((bits) => [
    2 ** bits - 1,
    2 ** bits,
    -(2 ** bits),
    -(2 ** bits) - 1,
  ])
  const numbers = edges.filter((number) => Math.abs(number) < 2 ** 47)
  const rows = numbers.map((number, index) => ({ id: index + 1, values: ['', number] }))
  const [check, read] = await readWithSqlite(words(rows), CHECK, 'select weight from words order by id')
  expect(check).toEqual([['ok']])
  expect(read).toEqual(numbers.map((number) => [number]))
})

test('any rows come back as they were', async () => {
  const row = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 6000 }), fc.option(fc.integer()))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 2 ** 40 }), async (values, first) => {
      const rows = values.map(([word, weight], index) => ({
        id: first + index,
        values: [word.replaceAll('\0', ''), weight],
      }))
      const [check, read] = await readWithSqlite(words(rows), CHECK, ALL)
      expect(check).toEqual([['ok']])
      expect(read).toEqual(rows.map(({ id, values: [word, weight] }) => [id, word, weight]))
    }),
    { numRuns: 40 },
  )
})

test('a table of three levels is read whole and by its ids', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => ({
    id: 2 * index + 1,
    values: [`word ${index} ${'x'.repeat(50)}`, index],
  }))
  const [check, [count] = [], [last] = [], gap] = await readWithSqlite(
    words(rows),
    CHECK,
    'select count(*), sum(weight) from words',
    'select weight from words where id = 119999',
    'select * from words where id = 60000',
  )
  expect(check).toEqual([['ok']])
  expect(count).toEqual([60_000, (60_000 * 59_999) / 2])
  expect(last).toEqual([59_999])
  expect(gap).toEqual([])
})

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
