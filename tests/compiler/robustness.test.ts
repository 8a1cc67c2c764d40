import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiled } from './compiled.ts'

/** All words that a compiled file shows, wherever they stand. */
function shown(text: string): string {
  return JSON.stringify(compiled(text).value)
}

test('no bytes make the compiler give up', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      for (const encoding of ['utf-8', 'latin1', 'utf-16le'] as const) {
        expect(compiled(new TextDecoder(encoding).decode(bytes)).value.sections.length).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 500 },
  )
})

const DEEP = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- level${depth}`).join('\n')

test.each<readonly [string, string, string]>([
  ['quotations', `${'> '.repeat(1000)}bottom`, 'bottom'],
  ['lists', DEEP, 'level999'],
  ['quotations and lists', `${'> - '.repeat(500)}bottom`, 'bottom'],
  ['blocks between colons', `${'::: tip\n'.repeat(1000)}bottom\n${':::\n'.repeat(1000)}`, 'bottom'],
  ['stars', `${'*'.repeat(2000)}bottom${'*'.repeat(2000)}`, 'bottom'],
  ['brackets', `${'['.repeat(2000)}bottom${'](a)'.repeat(2000)}`, 'bottom'],
  ['summaries', `${'<details><summary>a</summary>\n'.repeat(1000)}bottom`, 'bottom'],
])('a thousand levels of %s lose no word', (_, text, word) => {
  expect(shown(text)).toContain(word)
})

test.each<readonly [string, string]>([
  ['a line of pipes', '|'.repeat(1_000_000)],
  ['lines of pipes', '|\n'.repeat(20_000)],
  ['a row of pipes', `| a | b |\n|---|---|\n${'|'.repeat(500_000)}`],
  ['a table of short rows', `| a | b |\n|---|---|\n${'| x |\n'.repeat(20_000)}`],
  ['half a line of dashes', `| a |\n|--${' '.repeat(100_000)}x|`],
  ['dollars', '$a '.repeat(100_000)],
  ['arrows far apart', `a${' '.repeat(100_000)}b -> c -> d`],
  ['pictures', '![a](b)'.repeat(20_000)],
  ['open summaries', '<summary>\n'.repeat(20_000)],
  ['headings', '## a\n### b\n'.repeat(5000)],
  ['open brackets in a copied text', `Tea\n1. Green\nIt is fresh.\n2. Black\nIt is not.\n${'{\n'.repeat(20_000)}`],
  [
    'open quotation marks in a copied text',
    `Tea\n1. Green\nIt is fresh.\n2. Black\nIt is not.\n${'User: "x\n'.repeat(20_000)}`,
  ],
  ['titles', 'Some Short Title\n'.repeat(20_000)],
])(
  '%s take no time to speak of',
  (_, text) => {
    const start = performance.now()
    compiled(text)
    // Where time grows with the square of the length, these take a minute; a busy machine must not fail the test.
    expect(performance.now() - start).toBeLessThan(20_000)
  },
  30_000,
)
