import { expect, test } from 'vitest'
import { compiled, rulesOf } from './compiled.ts'

test('each thing in a line that cannot be kept is reported at its own column', () => {
  const { diagnostics } = compiled('# T\n\n<video>a</video> [b](x:y) <video> ![c](d) [^e] [b](x:y)\n')
  const found = diagnostics.filter(({ rule }) => rule !== 'no-fact').map(({ rule, column }) => `${rule} ${column}`)
  expect(found).toEqual([
    'raw-html 1',
    'raw-html 9',
    'unsafe-link 22',
    'raw-html 27',
    'lost-image 35',
    'unknown-note 43',
    'unsafe-link 52',
  ])
})

test('where a line is stranger than can be found in it, the remarks stand at its beginning', () => {
  const { diagnostics } = compiled(`# T\n\n  ${'[^&#97;] '.repeat(50)}\n`)
  expect(diagnostics.filter(({ rule }) => rule === 'unknown-note').map(({ column }) => column)).toEqual(
    Array.from({ length: 50 }, () => 3),
  )
})

test('links and pictures are told of once where a file has many', () => {
  const { diagnostics } = compiled(`# T\n\n${'[a](a.md) ![b](b.png)\n\n'.repeat(5)}[^e]\n`)
  const found = diagnostics
    .filter(({ rule }) => rule !== 'no-fact')
    .map(({ rule, line, message }) => [rule, line, message])
  expect(found).toEqual([
    [
      'unsafe-link',
      3,
      'The link to “a.md” is left out: only its words are shown. So it is with 4 others in this file.',
    ],
    ['lost-image', 3, 'Pictures are not shown: only their words are. So it is with 4 others in this file.'],
    ['unknown-note', 13, 'The footnote “e” is not defined.'],
  ])
})

test.each(['\\[^a]', '\\[^a\\]', 'x \\[^a] and \\[^a] and \\[^b\\]'])('%s is no footnote', (text) => {
  expect(rulesOf(`# T\n\n${text}\n`)).toEqual(['no-fact'])
})

test('a footnote that is not defined is reported once, though its like is escaped in the same line', () => {
  const { diagnostics } = compiled('# T\n\n\\[^a] and [^a]\n')
  expect(diagnostics.filter(({ rule }) => rule === 'unknown-note').map(({ column }) => column)).toEqual([11])
})

test('of paragraphs in a row that give nothing to ask, one remark names all lines; a heading or another block ends the row', () => {
  const text = '# T\n\nOne.\n\nTwo.\n\nThree.\n\n```\ncode\n```\n\nFour.\n\n## S\n\nFive.\n'
  const told = compiled(text).diagnostics.filter(({ rule }) => rule === 'no-fact')
  expect(told.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '3: Lines 3 to 7: 3 paragraphs are read, not asked.',
    '9: Code and diagrams are shown as they are, not asked.',
    '13: A paragraph is read, not asked.',
    '17: A paragraph is read, not asked.',
  ])
})
