import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawForm, itemsFor, optionsInOrder } from '../../../src/engines/exam/form.ts'
import type { FormRequest } from '../../../src/engines/exam/form.ts'
import { factIdOf, itemIdOf, topicId } from '../../../src/model/ids.ts'
import type { Item } from '../../../src/model/item.ts'
import { item } from './exam-items.ts'

const ALL: FormRequest = { count: 10, seed: 7, topics: [], domains: [], types: [], facts: [] }
const bank = [
  item('f1 forward', ['f1']),
  item('f1 reverse', ['f1']),
  item('f1 and f2', ['f1', 'f2'], 5, 'matching'),
  item('f3', ['f3'], 4),
  item('f4', ['f4'], null, 'ordering'),
]
const names = (items: readonly Item[]): readonly string[] => items.map(({ stem }) => stem).toSorted()

describe('a request narrows the bank', () => {
  test.each<[string, Partial<FormRequest>, readonly string[]]>([
    ['nothing asked for allows all', {}, names(bank)],
    ['by topic', { topics: [topicId('aif-c01/domain-4')] }, ['f3']],
    ['by domain; what has none is left out', { domains: [4, 5] }, ['f1 and f2', 'f1 forward', 'f1 reverse', 'f3']],
    ['by type', { types: ['matching', 'ordering'] }, ['f1 and f2', 'f4']],
    ['by fact', { facts: [factIdOf('f2'), factIdOf('f3')] }, ['f1 and f2', 'f3']],
    ['by item, which adds to the facts', { facts: [factIdOf('f3')], items: [itemIdOf('f4')] }, ['f3', 'f4']],
    ['by item alone', { items: [itemIdOf('f1 reverse')] }, ['f1 reverse']],
    ['by all of these together', { types: ['choice'], domains: [5] }, ['f1 forward', 'f1 reverse']],
  ])('%s', (_, request, expected) => {
    expect(names(itemsFor(bank, { ...ALL, ...request }))).toEqual(expected)
  })
})

test('a bank that allows less gives a shorter form; none gives an empty one', () => {
  expect(drawForm(bank, ALL).items.length).toBeLessThan(10)
  expect(drawForm([], ALL).items).toEqual([])
  expect(drawForm(bank, { ...ALL, count: 0 }).items).toEqual([])
})

test('a question of the notes is about no fact: it is asked at most once, and not where facts are asked for', () => {
  const authored = [item('q1', []), item('q2', []), item('q3', [], 4)]
  expect(names(drawForm(authored, ALL).items)).toEqual(['q1', 'q2', 'q3'])
  expect(names(itemsFor([...bank, ...authored], { ...ALL, facts: [factIdOf('f3')] }))).toEqual(['f3'])
  expect(names(itemsFor(authored, { ...ALL, domains: [4] }))).toEqual(['q3'])
})

const banks = fc
  .array(fc.array(fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5', 'f6'), { minLength: 1, maxLength: 4 }), {
    maxLength: 30,
  })
  .map((facts) => facts.map((asked, index) => item(`item ${index}`, asked)))
const seeds = fc.integer({ min: 0, max: 2 ** 31 })

test('the same seed gives the same form, whatever the bank', () => {
  fc.assert(
    fc.property(banks, seeds, fc.nat(20), (items, seed, count) => {
      const request = { ...ALL, seed, count }
      expect(drawForm(items, request)).toEqual(drawForm(items, request))
    }),
  )
})

test('a fact is asked at most once in a form, and a form is as long as asked for, or as long as that allows', () => {
  fc.assert(
    fc.property(banks, seeds, fc.nat(20), (items, seed, count) => {
      const form = drawForm(items, { ...ALL, seed, count }).items
      const asked = form.flatMap(({ facts }) => [...new Set(facts)])
      expect(new Set(asked).size).toBe(asked.length)
      expect(form.length).toBeLessThanOrEqual(count)
      if (form.length < count) {
        for (const left of items.filter((one) => !form.includes(one))) {
          expect(left.facts.some((fact) => asked.includes(fact))).toBe(true)
        }
      }
    }),
  )
})

test('other seeds give other forms', () => {
  const wide = Array.from({ length: 30 }, (_, index) => item(`item ${index}`, [`f${index}`]))
  const forms = new Set(Array.from({ length: 20 }, (_, seed) => names(drawForm(wide, { ...ALL, seed }).items).join()))
  expect(forms.size).toBeGreaterThan(15)
})

test('options keep their order within an attempt; over many attempts each comes first about as often', () => {
  const [first] = bank
  if (first === undefined) throw new Error('Expected an item')
  expect(optionsInOrder(first, 3)).toEqual(optionsInOrder(first, 3))
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 2_000; seed += 1) {
    const text = optionsInOrder(first, seed)[0]?.text ?? ''
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  expect([...counts.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd'])
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100)
})

test('a question that says the answer to another is left out of its form', () => {
  const givesAway = (one: Item, other: Item) => one.stem === 'f3' && other.stem === 'f4'
  for (const seed of [1, 2, 3, 4, 5]) {
    const form = names(drawForm(bank, { ...ALL, seed }, { givesAway }).items)
    expect(form.includes('f3') && form.includes('f4')).toBe(false)
    expect(form.includes('f3') || form.includes('f4')).toBe(true)
  }
})
