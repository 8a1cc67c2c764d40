import { describe, expect, test } from 'vitest'
import { optionsInOrder } from '../../../src/engines/exam/form.ts'
import { attack } from '../../../src/engines/items/attackers.ts'
import { itemsIn } from '../../../src/engines/items/generate-items.ts'
import { Lexicon } from '../../../src/engines/items/lexicon.ts'
import { lintItems } from '../../../src/engines/items/lint-items.ts'
import { twinsIn } from '../../../src/engines/items/twins.ts'
import { withBackground } from '../../../src/compiler/background.ts'
import { withAuthored } from '../../../src/model/authored-items.ts'
import { DIFFICULTIES, ITEM_TYPES } from '../../../src/model/item.ts'
import { compilePath } from '../../../src/node/read-notes.ts'
import { ofType } from './tables.ts'

/** The questions that somebody wrote for the notes that come with the app. */
const course = withBackground(compilePath('content/aif-c01').value)
const authored = course.authored.flatMap(({ items }) => items)
const all = withAuthored(course.topics, course.authored).flatMap(itemsIn)

test('nothing is to be said about their wording', () => {
  expect(course.authored.flatMap((file) => lintItems(file, course.vocabulary.names))).toEqual([])
})

test('each has an objective of the exam, a difficulty, and a right answer that leads into the notes', () => {
  const objectives = new Set(course.blueprint?.objectives.map(({ id }) => id))
  const notes = new Set(course.topics.map(({ file }) => file))
  for (const { objective, difficulty, options } of authored) {
    expect(objective !== null && objectives.has(objective)).toBe(true)
    expect(difficulty).toBeDefined()
    expect(options.some(({ correct, source }) => correct && notes.has(source.file))).toBe(true)
  }
})

test('there are enough for eight whole exams, by the weights of the domains', () => {
  expect(authored.length).toBeGreaterThanOrEqual(520)
  const counts = [1, 2, 3, 4, 5].map((domain) => authored.filter((item) => item.domain === domain).length)
  for (const [index, least] of [104, 128, 146, 73, 72].entries()) expect(counts[index]).toBeGreaterThanOrEqual(least)
})

test('every objective has at least five', () => {
  const few = course.blueprint?.objectives.filter(
    ({ id }) => authored.filter(({ objective }) => objective === id).length < 5,
  )
  expect(few?.map(({ id }) => id)).toEqual([])
})

test('the types have about the shares of the exam, and no level of difficulty is missing', () => {
  const share = (count: number): number => count / authored.length
  const shares = ITEM_TYPES.map((type) => share(ofType(authored, type).length))
  for (const [index, [least, most]] of [
    [0.7, 0.8],
    [0.09, 0.15],
    [0.04, 0.09],
    [0.05, 0.1],
  ].entries()) {
    expect(shares[index]).toBeGreaterThanOrEqual(least ?? 0)
    expect(shares[index]).toBeLessThanOrEqual(most ?? 1)
  }
  for (const level of DIFFICULTIES)
    expect(share(authored.filter(({ difficulty }) => difficulty === level).length)).toBeGreaterThan(0.1)
})

test('each rests on documentation, compared with it on a day that is told, and reached safely', () => {
  expect(authored.filter(({ references }) => references.length === 0).map(({ id }) => id)).toEqual([])
  const references = authored.flatMap((item) => item.references)
  for (const { title, address, checked } of references)
    expect([title !== '', address.startsWith('https:'), checked]).toEqual([
      true,
      true,
      expect.stringMatching(/^2026-\d\d-\d\d$/),
    ])
})

test('no two ask the same thing in the same words, and no option could be taken for another', () => {
  expect(twinsIn(authored).map(({ one, other }) => [one.id, other.id])).toEqual([])
  const lexicon = new Lexicon(course.vocabulary.names)
  for (const { id, type, options } of authored) {
    if (type === 'ordering') continue
    for (const [index, one] of options.entries()) {
      for (const other of options.slice(index + 1)) {
        expect(lexicon.overlap(one.text, other.text) && one.correct !== other.correct, `${id}: ${one.text}`).toBe(false)
      }
    }
  }
})

test('none rests on a statement that is disputed', () => {
  const disputed = new Set<string>(
    course.topics.flatMap(({ facts }) => facts.flatMap((fact) => (fact.withheld === 'disputed' ? [fact.id] : []))),
  )
  expect(disputed.size).toBeGreaterThan(0)
  const sources = authored.flatMap(({ id, options }) =>
    options.filter(({ source }) => disputed.has(`${source.topic}#${source.anchor}`)).map(() => id),
  )
  expect(sources).toEqual([])
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
