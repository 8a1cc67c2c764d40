import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFile, csvRow, readCsv, readRows } from '../../src/exchange/csv.ts'

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a\'"=,+-@\t\r\n;#') }))

test('any texts that are written as CSV are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 12 }), (rows) => {
      expect(readCsv(csvFile(rows))).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

test('no cell begins like a formula, whatever was written', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const [[shown = ''] = []] = readRows(csvRow([text, '']), ',')
      expect(shown).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
    { numRuns: 500 },
  )
})

test('cells with commas, quote marks and line ends stand between quote marks, and lines end as RFC 4180 has it', () => {
  expect(csvFile([['plain', 'a,b', 'say "x"', 'two\nlines']])).toBe('plain,"a,b","say ""x""","two\nlines"\r\n')
})

test('text that begins like a formula has a quote mark before it, a dash alone too', () => {
  expect(csvRow(['=1+1', '-', "'=kept", "it's"])).toBe("'=1+1,'-,''=kept,it's")
})

test('a quote mark that is never closed is a sign like others, and hides nothing below it', () => {
  expect(readRows('a,"b\nc,d\n', ',')).toEqual([
    ['a', '"b'],
    ['c', 'd'],
  ])
})

test('what stands behind a closed quote mark belongs to the cell', () => {
  expect(readRows('"a"b,"c""d"\n', ',')).toEqual([['ab', 'c"d']])
})

test('any text at all has rows of text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'"\n\r,#ab') }), (text) => {
      const cells = readRows(text, ',', '#').flat()
      expect(cells.every((each) => typeof each === 'string')).toBe(true)
      expect(cells.join('').length).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 500 },
  )
})

test('of a million columns the first 64 are read, and the row below them', () => {
  const [wide, next] = readRows(`${'x,'.repeat(1_000_000)}\na,b`, ',')
  expect(wide).toHaveLength(64)
  expect(next).toEqual(['a', 'b'])
})
