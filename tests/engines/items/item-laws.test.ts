import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listItems } from '../../../src/engines/items/answer-text.ts'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { gradeItem, keyOf } from '../../../src/engines/items/grade-item.ts'
import type { RelationFact } from '../../../src/model/fact.ts'
import { factIdOf } from '../../../src/model/ids.ts'
import type { Item } from '../../../src/model/item.ts'
import { relations, terms } from './tables.ts'

type Row = readonly [string, string, string]

const WORDS = ['audit', 'key', 'log', 'role', 'scan', 'vault', 'model', 'drift', 'alarm', 'gate']
const phrases = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const cells = fc.oneof(
  { weight: 3, arbitrary: phrases },
  { weight: 1, arbitrary: fc.array(phrases, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('; ')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
)
/** Tables with repeats: the same subject twice, the same value for several, entries that several cells list. */
const tables: fc.Arbitrary<readonly Row[]> = fc.array(fc.tuple(phrases, cells, cells), { minLength: 1, maxLength: 14 })
const rowsOfTheirOwn = {
  minLength: 1,
  maxLength: 14,
  // “key key” names what “key” names.
  selector: ([subject]: Row) => [...new Set(subject.split(' '))].join(' '),
}
const tablesOfOneRowEach = fc.uniqueArray(fc.tuple(phrases, cells, cells), rowsOfTheirOwn)
/** Rows that seldom say a word of another: from a hundred words that don't begin alike. */
const rare = fc
  .array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 2 })
  .map((numbers) =>
    numbers.map((number) => `${'abcdefghij'.charAt(number / 10)}${'abcdefghij'.charAt(number % 10)}word`).join(' '),
  )
const unlikeTables = fc.uniqueArray(fc.tuple(rare, rare, rare), rowsOfTheirOwn)

const factsOf = (rows: readonly Row[]) => relations({ headings: ['Service', 'Key Use', 'Category'], rows })

const fold = (text: string): string => text.trim().toLowerCase()

/** Whether the table itself says that a subject has a value. */
function says(facts: readonly RelationFact[], subject: string, attribute: string, value: string): boolean {
  return facts.some(
    (fact) => fact.subject === subject && fact.attribute === attribute && fold(fact.value) === fold(value),
  )
}

function lists(facts: readonly RelationFact[], subject: string, attribute: string, entry: string): boolean {
  return facts.some(
    (fact) =>
      fact.subject === subject && fact.attribute === attribute && listItems(fact.value).map(fold).includes(fold(entry)),
  )
}

function expectOneDefensibleKey(item: Item, facts: readonly RelationFact[]): void {
  const asked = facts.find(({ id }) => id === item.facts[0])
  if (asked === undefined) throw new Error('Expected an item to ask a fact of its table')
  const { subject, attribute, value } = asked
  if (item.type === 'matching') {
    for (const prompt of item.prompts) {
      for (const { id, text } of item.options) {
        expect(says(facts, prompt.text, attribute, text)).toBe(id === prompt.answer)
      }
    }
    return
  }
  for (const { text, correct } of item.options) {
    const isReverse = item.id.includes('?choice-reverse') || item.id.endsWith('?response-subjects')
    if (isReverse) expect(says(facts, text, attribute, value)).toBe(correct)
    else if (item.type === 'choice') expect(says(facts, subject, attribute, text)).toBe(correct)
    else expect(lists(facts, subject, attribute, text)).toBe(correct)
  }
}

test('whatever a table says, no question has an answer that is wrong here and right by the table', () => {
  let asked = 0
  fc.assert(
    fc.property(tables, (rows) => {
      const facts = factsOf(rows)
      const items = generateItems(facts)
      asked += items.length
      for (const item of items) expectOneDefensibleKey(item, facts)
    }),
    { numRuns: 300 },
  )
  expect(asked).toBeGreaterThan(400)
})

test('a deleted row takes its items with it; what has nothing to do with it keeps its id', () => {
  let kept = 0
  fc.assert(
    fc.property(unlikeTables, fc.nat(), (rows, place) => {
      const gone = place % rows.length
      const before = factsOf(rows)
      // The facts of the rows below keep their names: what a row says names it, not where it stands.
      const after = factsOf(rows.with(gone, ['', '', ''])).filter(({ source }) => source.line !== gone + 1)
      const lost = new Set(before.filter(({ source }) => source.line === gone + 1).map(({ id }) => id))
      // What the row says of things that others speak of may have kept those apart.
      const words = new Set(rows[gone]?.join(' ').split(' '))
      const later = generateItems(after)
      const names = new Set(later.map(({ id }) => id))
      const asked = new Set(later.flatMap(({ type, facts: [fact] }) => (type === 'choice' ? [fact] : [])))
      for (const item of generateItems(before)) {
        const holds = [...item.facts, ...item.options.map(({ source }) => factIdOf(`${source.topic}#${source.anchor}`))]
        if (holds.some((fact) => lost.has(fact))) continue
        const about = before.filter(({ id }) => holds.includes(id)).map(({ subject, value }) => `${subject} ${value}`)
        if (about.some((text) => text.split(' ').some((word) => words.has(word)))) continue
        // A pair that had to be matched, since nothing else asked it, may now be asked by itself.
        if (item.type === 'matching' && asked.has(item.facts[0])) continue
        expect(names.has(item.id), item.id).toBe(true)
        kept += 1
      }
      for (const item of later) expect(item.facts.some((fact) => lost.has(fact))).toBe(false)
    }),
    { numRuns: 300 },
  )
  expect(kept).toBeGreaterThan(2000)
})

test('the same facts give the same items, in any order of the rows', () => {
  fc.assert(
    fc.property(tablesOfOneRowEach, (rows) => {
      const facts = factsOf(rows)
      const ids = (items: readonly Item[]) => items.map(({ id }) => id).toSorted()
      expect(generateItems(facts)).toEqual(generateItems(facts))
      expect(ids(generateItems(facts.toReversed()))).toEqual(ids(generateItems(facts)))
    }),
  )
})

test('the right answer of any item is graded as right, and each of its options has a name of its own', () => {
  fc.assert(
    fc.property(tables, fc.array(fc.tuple(phrases, phrases), { maxLength: 8 }), (rows, words) => {
      for (const item of generateItems([...factsOf(rows), ...terms(words)])) {
        expect(gradeItem(item, keyOf(item)).correct).toBe(true)
        expect(gradeItem(item, []).correct).toBe(false)
        expect(new Set(item.options.map(({ id }) => id)).size).toBe(item.options.length)
      }
    }),
  )
})
