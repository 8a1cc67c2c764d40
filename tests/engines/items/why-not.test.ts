import { expect, test } from 'vitest'
import { itemsIn } from '../../../src/engines/items/generate-items.ts'
import { whyNot } from '../../../src/engines/items/why-not.ts'
import { compiled } from '../../compiler/compiled.ts'

function remarksOn(text: string): readonly string[] {
  const topic = compiled(`# T\n\n${text}`).value
  return whyNot(topic, itemsIn(topic)).map(({ line, message }) => `${line}: ${message}`)
}

const table = (...rows: readonly string[]): string =>
  `| Key | Owner |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`

test('three rows are too few', () => {
  expect(remarksOn(table('A key | Alice', 'B key | Bob'))).toEqual([
    '5: Nothing of this table or list is in a question: 2 of a kind are too few to tell the right one from three others.',
  ])
})

test('answers that are all the same tell nothing apart', () => {
  const rows = ['Red', 'Blue', 'Green', 'Black', 'White'].map((name) => `${name} key | AWS`)
  expect(remarksOn(table(...rows))).toEqual([
    '5: Nothing of this table or list is in a question: all answers are the same.',
  ])
})

test('a row whose answer holds all the others is named, and the others are not', () => {
  const rows = ['Red key | Alice', 'Blue key | Bob', 'Green key | Carol', 'Black key | Dave']
  expect(remarksOn(table(...rows, 'Master key | Alice, Bob, Carol, Dave'))).toEqual([
    '9: “Master key” is asked in no question: another answer could be right as well, or the right one could be told by its length or its words.',
  ])
})

test('of what is asked as a whole, of tips, and of what the author withholds, nothing is said', () => {
  const rows = ['Red key | Alice', 'Blue key | Bob', 'Green key | Carol', 'Black key | Dave']
  expect(remarksOn(table(...rows))).toEqual([])
  expect(remarksOn('> **Exam tip:** it is **so**.\n')).toEqual([])
  expect(remarksOn(`<!-- no-quiz -->\n\n${table('A key | Alice')}`)).toEqual([])
})
