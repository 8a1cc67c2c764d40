import { expect, test } from 'vitest'
import { compiled, rulesOf } from './compiled.ts'

test('each thing in a line that cannot be kept is reported at its own column', () => {
  const { diagnostics } = compiled('# T\n\n<b>a</b> [b](x:y) <b> ![c](d) [^e] [b](x:y)\n')
  const found = diagnostics.filter(({ rule }) => rule !== 'no-fact').map(({ rule, column }) => `${rule} ${column}`)
  expect(found).toEqual([
    'raw-html 1',
    'raw-html 5',
    'unsafe-link 14',
    'raw-html 19',
    'lost-image 23',
    'unknown-note 31',
    'unsafe-link 40',
  ])
})

test('where a line is stranger than can be found in it, the remarks stand at its beginning', () => {
  const { diagnostics } = compiled(`# T\n\n  ${'[a](x&#58;y) '.repeat(50)}\n`)
  expect(diagnostics.filter(({ rule }) => rule === 'unsafe-link').map(({ column }) => column)).toEqual(
    Array.from({ length: 50 }, () => 3),
  )
})

test.each(['\\[^a]', '\\[^a\\]', 'x \\[^a] and \\[^a] and \\[^b\\]'])('%s is no footnote', (text) => {
  expect(rulesOf(`# T\n\n${text}\n`)).toEqual(['no-fact'])
})

test('a footnote that is not defined is reported once, though its like is escaped in the same line', () => {
  const { diagnostics } = compiled('# T\n\n\\[^a] and [^a]\n')
  expect(diagnostics.filter(({ rule }) => rule === 'unknown-note').map(({ column }) => column)).toEqual([11])
})
