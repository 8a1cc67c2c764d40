import { describe, expect, test } from 'vitest'
import { optionsInOrder } from '../../../src/engines/exam/form.ts'
import { attack } from '../../../src/engines/items/attackers.ts'
import { itemsIn } from '../../../src/engines/items/generate-items.ts'
import { lintItems } from '../../../src/engines/items/lint-items.ts'
import { withBackground } from '../../../src/compiler/background.ts'
import { withAuthored } from '../../../src/model/authored-items.ts'
import { ITEM_TYPES } from '../../../src/model/item.ts'
import { compilePath } from '../../../src/node/read-notes.ts'
import { ofType } from './tables.ts'

/** The questions that somebody wrote for the notes that come with the app. */
const course = withBackground(compilePath('content/aif-c01').value)
const authored = course.authored.flatMap(({ items }) => items)
const all = withAuthored(course.topics, course.authored).flatMap(itemsIn)

test('nothing is to be said about their wording', () => {
  expect(course.authored.flatMap((file) => lintItems(file, course.vocabulary.names))).toEqual([])
})

test('each has an objective of the exam, a difficulty, and explanations that lead into the notes', () => {
  expect(authored.length).toBeGreaterThanOrEqual(12)
  const objectives = new Set(course.blueprint?.objectives.map(({ id }) => id))
  const notes = new Set(course.topics.map(({ file }) => file))
  for (const { objective, difficulty, options } of authored) {
    expect(objective !== null && objectives.has(objective)).toBe(true)
    expect(difficulty).toBeDefined()
    expect(options.filter(({ source }) => !notes.has(source.file))).toEqual([])
  }
})

test('there are questions of each type, and what they refer to is reached safely', () => {
  expect(new Set(authored.map(({ type }) => type))).toEqual(new Set(ITEM_TYPES))
  const references = authored.flatMap((item) => item.references)
  expect(references.length).toBeGreaterThan(0)
  for (const { title, address } of references)
    expect([title !== '', address.startsWith('https:')]).toEqual([true, true])
})

describe.each([
  ['the authored questions alone', authored],
  ['all questions', all],
])('whoever knows nothing is right in %s about as often as by chance', (_name, items) => {
  const { results, limit } = attack(items)
  test.each(results)('taking $name', ({ right }) => {
    expect(right).toBeLessThanOrEqual(limit)
  })
})

test('the right answer stands in each place equally often, whatever the file says', () => {
  const choices = ofType(authored, 'choice')
  const counts = [0, 0, 0, 0]
  const seeds = 400
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const item of choices) {
      const place = optionsInOrder(item, seed).findIndex(({ correct }) => correct)
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  for (const count of counts) expect(Math.abs(count / (seeds * choices.length) - 0.25)).toBeLessThan(0.03)
})
