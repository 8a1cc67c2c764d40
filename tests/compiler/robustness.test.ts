import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/stores/read-files.ts'
import { compiled } from './compiled.ts'
import { faultsIn } from './sound.ts'

/** All words that a compiled file shows, wherever they stand. */
function shown(text: string): string {
  return JSON.stringify(compiled(text).value)
}

const FIXTURES = new URL('fixtures/', import.meta.url)
const NOTES = [
  'content/aif-c01/domain-5.md',
  'content/aif-c01/course.md',
  ...readdirSync(FIXTURES).flatMap((name) => (/\.(?:md|txt)$/.test(name) ? [`tests/compiler/fixtures/${name}`] : [])),
].map((path) => readFileSync(path, 'utf8'))

describe('whatever bytes a file has', () => {
  test('no bytes make the compiler give up, nor name a place that is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const encoding of ['utf-8', 'latin1', 'utf-16le'] as const) {
          expect(faultsIn(new TextDecoder(encoding).decode(bytes))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what the app takes for text is read', async () => {
    const marks = fc
      .constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf])
      .map((mark) => Uint8Array.from(mark))
    const words = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => new TextEncoder().encode(text))
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), words)
    await fc.assert(
      fc.asyncProperty(marks, bytes, async (mark, rest) => {
        const { files, refused } = await readFiles([{ path: 'a.md', file: new Blob([mark, rest]) }])
        expect(files.length + refused.length).toBe(1)
        for (const { text } of files) expect(faultsIn(text)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('notes that were cut off, at either end, are read as far as they go', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...NOTES), share, share, (notes, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)].map((at) => Math.round(at * notes.length))
        expect(faultsIn(notes.slice(0, to))).toEqual([])
        expect(faultsIn(notes.slice(from, to))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('notes with a strange character anywhere in them are read', () => {
    const strange = fc.constantFrom(
      '\0',
      '\uD800',
      '\uDC00',
      '\u202E',
      '\u200F',
      '\u2066',
      '\u2028',
      '\u0085',
      '\v',
      '\f',
      '\uFFFE',
      '\u0300',
      '\u200D',
      '\r',
      '\uFEFF',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        strange,
        (notes, share, sign) => {
          const at = Math.round(share * notes.length)
          expect(faultsIn(`${notes.slice(0, at)}${sign}${notes.slice(at)}`)).toEqual([])
          expect(faultsIn(notes.slice(0, 2000).replaceAll(' ', `${sign} `))).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})

const LEVELS = 1000
const nested = (open: string, close = '') => `${open.repeat(LEVELS)}bottom${close.repeat(LEVELS)}\n`
/** Each level on a line of its own, further to the right. */
const stairs = (mark: string, step: number) =>
  Array.from({ length: LEVELS }, (_, depth) => `${' '.repeat(depth * step)}${mark}level${depth}`).join('\n')

test.each<readonly [string, string, string]>([
  ['quotations', nested('> '), 'bottom'],
  ['quotations without spaces', nested('>'), 'bottom'],
  ['lists', stairs('- ', 2), 'level999'],
  ['lists with titles', stairs('- **a:** ', 2), 'level999'],
  ['lists with boxes', stairs('- [x] ', 2), 'level999'],
  ['numbered lists', stairs('1. ', 3), 'level999'],
  ['lists on one line', nested('- '), 'bottom'],
  ['lists of all marks', nested('- 1. * + 2) '), 'bottom'],
  ['quotations and lists', nested('> - '), 'bottom'],
  ['callouts', nested('> **Tip:** a\n> > '), 'bottom'],
  ['blocks between colons', nested('::: tip\n', '\n:::'), 'bottom'],
  ['blocks between colons without an end', nested('::: tip\n'), 'bottom'],
  ['blocks between colons with titles', nested('::: a title\n\n', '\n\n:::'), 'bottom'],
  ['details', nested('<details>\n\n', '\n\n</details>'), 'bottom'],
  ['summaries', nested('<details><summary>a</summary>\n'), 'bottom'],
  [
    'footnotes',
    Array.from({ length: LEVELS }, (_, depth) => `${' '.repeat(depth * 4)}[^${depth}]: a[^${depth + 1}]\n`).join('\n') +
      `\n${'    '.repeat(LEVELS)}bottom\n\n[^0]\n`,
    'bottom',
  ],
  ['stars', `${'*'.repeat(2000)}bottom${'*'.repeat(2000)}`, 'bottom'],
  ['strong and slanted words', nested('**a *b ', '* **'), 'bottom'],
  ['words struck through', nested('~~a ', '~~'), 'bottom'],
  ['brackets', nested('[', ']'), 'bottom'],
  ['links', nested('[', '](a)'), 'bottom'],
  ['pictures', nested('![', '](a)'), 'bottom'],
  ['tags', nested('<b>', '</b>'), 'bottom'],
  ['tags on lines of their own', nested('<div>\n', '\n</div>'), 'bottom'],
  [
    'fences',
    `${Array.from({ length: LEVELS }, (_, depth) => '`'.repeat(LEVELS + 3 - depth)).join('\n')}\nbottom\n`,
    'bottom',
  ],
  [
    'brackets of a copied text',
    `Tea\n1. Green\nIt is.\n2. Black\nIt is.\n${'{\n'.repeat(LEVELS)}bottom\n${'}\n'.repeat(LEVELS)}`,
    'bottom',
  ],
])('a thousand levels of %s lose no word', (_, text, word) => {
  expect(shown(text)).toContain(word)
  expect(faultsIn(text)).toEqual([])
})

const HEADINGS = Array.from({ length: 100_000 }, (_, index) => `${'#'.repeat((index % 6) + 1)} Part ${index % 1000}`)

test.each<readonly [string, string]>([
  ['a line of pipes', '|'.repeat(1_000_000)],
  ['a million lines of pipes', '|\n'.repeat(1_000_000)],
  ['a row of pipes', `| a | b |\n|---|---|\n${'|'.repeat(1_000_000)}`],
  ['rows of pipes', `| a | b |\n|---|---|\n${'|||||\n'.repeat(200_000)}`],
  ['a table of short rows', `| a | b |\n|---|---|\n${'| x |\n'.repeat(20_000)}`],
  ['half a line of dashes', `| a |\n|--${' '.repeat(100_000)}x|`],
  ['five megabytes of words in one line', 'word '.repeat(1_000_000)],
  ['a word of five megabytes', 'a'.repeat(5_000_000)],
  ['a heading of five megabytes', `# ${'word '.repeat(1_000_000)}`],
  ['an entry of five megabytes', `- **a:** ${'word '.repeat(1_000_000)}`],
  ['a cell of five megabytes', `| a | b |\n|---|---|\n| c | ${'word '.repeat(1_000_000)} |`],
  ['five megabytes of spaces', `a${' '.repeat(5_000_000)}b`],
  ['five megabytes of stars', '*'.repeat(5_000_000)],
  ['five megabytes of NUL', '\0'.repeat(5_000_000)],
  ['five megabytes of halves of characters', '\uD800'.repeat(5_000_000)],
  ['five megabytes of marks to write from the right', '\u202E'.repeat(5_000_000)],
  ['a hundred thousand headings', HEADINGS.join('\n')],
  ['a hundred thousand headings alike', '## a\n'.repeat(100_000)],
  ['arrows far apart', `a${' '.repeat(100_000)}b -> c -> d`],
])(
  '%s: read to the end',
  (_, text) => {
    expect(faultsIn(text)).toEqual([])
  },
  180_000,
)
