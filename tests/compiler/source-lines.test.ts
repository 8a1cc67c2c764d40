import { expect, test } from 'vitest'
import { cellColumns, normalised, SourceLines, withoutFrontMatter } from '../../src/compiler/source-lines.ts'

test.each([
  ['| a | b |', [3, 7]],
  ['a | b', [1, 5]],
  ['  | a | b', [5, 9]],
  ['| a | b |  ', [3, 7]],
  ['| a \\| b | c |', [3, 12]],
  ['| a \\\\| b | c |', [3, 13]],
  ['| a | |', [3, 7]],
  ['> | a | b |', [5, 9]],
  ['>> a | b', [4, 8]],
  ['|a|b|', [2, 4]],
  ['|a|', [2]],
])('the cells of %s begin where they are written', (line, columns) => {
  expect(cellColumns(line)).toEqual(columns)
})

test('notes saved on Windows, with a mark at their start or with split accents read the same', () => {
  expect(normalised('\uFEFF# Cafe\u0301\r\n\r\nText\r')).toBe('# Café\n\nText\n')
})

test('front matter is blanked line by line, so that every line keeps its number', () => {
  const text = '---\ntitle: x\ntags:\n  - a\n---\n# Title'
  expect(withoutFrontMatter(text)).toBe('\n\n\n\n\n# Title')
})

test.each([
  '---\n# Title\n---\n',
  'Text\n---\na: b\n---\n',
  '---\na: b\n',
  '---\n---\n',
  '---\n- one\n- two\n---\n',
  '---\n\n    code\n---\n',
])('no front matter: %j', (text) => {
  expect(withoutFrontMatter(text)).toBe(text)
})

test('the second occurrence of words in a line has a column of its own', () => {
  const lines = new SourceLines({ path: 'a.md', text: 'x <b> y <b> z' })
  expect([0, 3, 9].map((after) => lines.find(1, '<b>', after)?.column ?? null)).toEqual([3, 9, null])
})
