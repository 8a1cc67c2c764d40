import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawForm, hasShares } from '../../../src/engines/exam/form.ts'
import type { Form, FormRequest, FormRules } from '../../../src/engines/exam/form.ts'
import { itemIdOf } from '../../../src/model/ids.ts'
import type { Item } from '../../../src/model/item.ts'
import { instant } from '../../../src/model/time.ts'
import { item } from './exam-items.ts'

const ALL: FormRequest = { count: 65, seed: 7, topics: [], domains: [], types: [], facts: [] }
const WEIGHTS = new Map([0.2, 0.24, 0.28, 0.14, 0.14].map((weight, index) => [index + 1, weight]))
const EXAM: Partial<FormRules> = { weights: WEIGHTS, unscored: 15 }

/** So many items of a domain, each about a fact of its own. */
function itemsOf(domain: number | null, count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => item(`${domain}-${index}`, [`f${domain}-${index}`], domain))
}
const bank = [1, 2, 3, 4, 5].flatMap((domain) => itemsOf(domain, 60))

/** How many items each domain has; items without one come last. */
function perDomain(items: readonly Item[]): readonly number[] {
  return [1, 2, 3, 4, 5, null].map((domain) => items.filter((one) => one.domain === domain).length)
}
const scoredOf = ({ items, unscored }: Form): readonly Item[] => items.filter(({ id }) => !unscored.includes(id))
const idsOf = (items: readonly Item[]): readonly string[] => items.map(({ id }) => id)

test('without rules a request gives the form that it always gave', () => {
  const { items, unscored } = drawForm(itemsOf(5, 30), { ...ALL, count: 6 })
  expect(idsOf(items)).toEqual(['5-17', '5-14', '5-23', '5-9', '5-21', '5-29'])
  expect(unscored).toEqual([])
})

describe('a form has the shares of the blueprint', () => {
  test.each([1, 2, 3, 4, 5])('65 items, 50 of them scored, with seed %i', (seed) => {
    const form = drawForm(bank, { ...ALL, seed }, EXAM)
    expect(perDomain(form.items)).toEqual([13, 16, 18, 9, 9, 0])
    expect(perDomain(scoredOf(form))).toEqual([10, 12, 14, 7, 7, 0])
  })

  test('50 items, all of them scored', () => {
    const form = drawForm(bank, { ...ALL, count: 50 }, { weights: WEIGHTS })
    expect(perDomain(form.items)).toEqual([10, 12, 14, 7, 7, 0])
    expect(form.unscored).toEqual([])
  })

  test('notes of one domain alone give all the items', () => {
    const form = drawForm(itemsOf(5, 80), ALL, EXAM)
    expect(perDomain(form.items)).toEqual([0, 0, 0, 0, 65, 0])
    expect(form.unscored).toHaveLength(15)
  })

  test('the domains that were asked for share by their weights', () => {
    expect(perDomain(drawForm(bank, { ...ALL, count: 30, domains: [2, 4] }, EXAM).items)).toEqual([0, 19, 0, 11, 0, 0])
  })

  test('where a domain has too few items, the others take its place by weight', () => {
    const scarce = [...bank.filter(({ domain }) => domain !== 1), ...itemsOf(1, 3)]
    expect(perDomain(drawForm(scarce, ALL, EXAM).items)).toEqual([3, 19, 21, 11, 11, 0])
  })

  test('items of one fact are one place only, so their domain has too few of them', () => {
    const alike = Array.from({ length: 40 }, (_, index) => item(`alike ${index}`, ['the same'], 1))
    const form = drawForm([...alike, ...bank.filter(({ domain }) => domain !== 1)], ALL, EXAM)
    // The 12 that it lacks are 3.6, 4.2, 2.1 and 2.1 for the others.
    expect(perDomain(form.items)).toEqual([1, 20, 22, 11, 11, 0])
  })

  test('items without a domain fill only what is left', () => {
    expect(perDomain(drawForm([...itemsOf(null, 99), ...bank], ALL, EXAM).items)).toEqual([13, 16, 18, 9, 9, 0])
    expect(perDomain(drawForm([...itemsOf(null, 99), ...itemsOf(5, 20)], ALL, EXAM).items)).toEqual([
      0, 0, 0, 0, 20, 45,
    ])
    expect(perDomain(drawForm(itemsOf(null, 99), ALL, EXAM).items)).toEqual([0, 0, 0, 0, 0, 65])
  })

  test('every domain is met all through the form', () => {
    const places = new Map<number | null, number[]>()
    for (let seed = 0; seed < 200; seed += 1) {
      const scarce = [...bank.filter(({ domain }) => domain !== 5), ...itemsOf(5, 9)]
      for (const [place, { domain }] of drawForm(scarce, { ...ALL, seed }, EXAM).items.entries()) {
        places.set(domain, [...(places.get(domain) ?? []), place])
      }
    }
    for (const all of places.values()) {
      expect(Math.abs(all.reduce((sum, place) => sum + place, 0) / all.length - 32)).toBeLessThan(2)
    }
  })
})

describe('what was not asked for long comes first', () => {
  const asked = (names: readonly Item[], day: number) => names.map(({ id }) => [id, instant(day * 86_400_000)] as const)
  const items = itemsOf(5, 40)
  const lastAsked = new Map([...asked(items.slice(0, 10), 9), ...asked(items.slice(10, 20), 3)])

  test.each<[string, number, readonly Item[]]>([
    ['first all that was never asked', 20, items.slice(20)],
    ['then what was asked longest ago', 30, items.slice(10)],
    ['then the rest', 40, items],
  ])('%s', (_, count, expected) => {
    const form = drawForm(items, { ...ALL, count }, { lastAsked })
    expect(idsOf(form.items).toSorted()).toEqual(idsOf(expected).toSorted())
  })

  test('old and new stand mixed in the form, and what is equally old is left to the seed', () => {
    const forms = Array.from(
      { length: 100 },
      (_, seed) => drawForm(items, { ...ALL, seed, count: 25 }, { lastAsked }).items,
    )
    const firstIsNew = forms.filter(([first]) => first !== undefined && !lastAsked.has(first.id)).length
    expect(firstIsNew).toBeGreaterThan(65)
    expect(firstIsNew).toBeLessThan(95)
    expect(new Set(forms.flatMap(idsOf)).size).toBe(30)
  })

  test('each domain keeps its share, of its freshest items', () => {
    const seen = new Map(
      asked(
        bank.filter((_, index) => index % 2 === 0),
        1,
      ),
    )
    const form = drawForm(bank, ALL, { ...EXAM, lastAsked: seen })
    expect(perDomain(form.items)).toEqual([13, 16, 18, 9, 9, 0])
    expect(form.items.some(({ id }) => seen.has(id))).toBe(false)
  })
})

describe('items that do not count', () => {
  test.each<[string, number, number]>([
    ['15 of 65', 65, 15],
    ['as many of a shorter form', 26, 6],
    ['rounded to whole items', 10, 2],
    ['none of one item', 1, 0],
  ])('%s', (_, size, expected) => {
    expect(drawForm(itemsOf(5, size), ALL, EXAM).unscored).toHaveLength(expected)
  })

  test('which ones is left to the seed; they stand anywhere in the form', () => {
    const places = new Set<number>()
    for (let seed = 0; seed < 100; seed += 1) {
      const { items, unscored } = drawForm(bank, { ...ALL, seed }, { unscored: 15 })
      expect(unscored).toHaveLength(15)
      for (const id of unscored) places.add(idsOf(items).indexOf(id))
    }
    expect(places.size).toBe(65)
  })
})

const FACTS = Array.from({ length: 12 }, (_, index) => `f${index}`)
describe('who rehearses the exam meets the questions that somebody wrote', () => {
  const written = bank.map((one, index): Item => (index % 60 < 20 ? { ...one, origin: 'authored' } : one))
  const isWritten = ({ origin }: Item): boolean => origin === 'authored'
  const rules = { ...EXAM, isWrittenFirst: true }

  test('a form holds no other as long as there are enough of each domain', () => {
    expect(drawForm(written, ALL, rules).items.every(isWritten)).toBe(true)
    expect(perDomain(drawForm(written, ALL, rules).items)).toEqual([13, 16, 18, 9, 9, 0])
  })

  test('generated ones that are new come before written ones that were asked', () => {
    const first = drawForm(written, ALL, rules).items
    const lastAsked = new Map(first.map(({ id }) => [id, instant(1)]))
    const second = drawForm(written, ALL, { ...rules, lastAsked }).items
    expect(second.filter(({ id }) => lastAsked.has(id))).toEqual([])
    expect(perDomain(second.filter(isWritten))).toEqual([7, 4, 2, 9, 9, 0])
    expect(perDomain(second)).toEqual([13, 16, 18, 9, 9, 0])
  })

  test('they stand at any place of the form, not at its beginning', () => {
    const few = bank.map((one, index): Item => (index % 60 < 5 ? { ...one, origin: 'authored' } : one))
    const places = drawForm(few, ALL, rules).items.flatMap((one, place) => (isWritten(one) ? [place] : []))
    expect(places).toHaveLength(25)
    expect(Math.max(...places)).toBeGreaterThan(40)
  })
})

test('an item that is wanted by name does not give way to one about the same fact', () => {
  const wanted = item('wanted', ['f1', 'f2'], 1)
  const rivals = Array.from({ length: 20 }, (_, index) => item(`rival-${index}`, ['f1', `g${index}`], 1))
  for (const seed of [1, 2, 3, 4, 5]) {
    const facts = rivals.flatMap((rival) => rival.facts)
    const { items } = drawForm([...rivals, wanted], { ...ALL, seed, facts, items: [wanted.id] })
    expect(idsOf(items)).toEqual(['wanted'])
  }
})

test('a form has the shares of some domains when none of them has less than its part by weight', () => {
  const form = drawForm(bank, ALL, EXAM).items
  expect(hasShares(form, new Set([1, 2, 3, 4, 5]), WEIGHTS)).toBe(true)
  expect(hasShares(itemsOf(5, 65), new Set([4, 5]), WEIGHTS)).toBe(false)
  expect(hasShares(itemsOf(5, 65), new Set([5]), WEIGHTS)).toBe(true)
  expect(hasShares(form.slice(0, 64), new Set([1, 2, 3, 4, 5]), WEIGHTS)).toBe(true)
})

const banks = fc
  .array(
    fc.record({
      facts: fc.uniqueArray(fc.constantFrom(...FACTS), { maxLength: 3 }),
      domain: fc.constantFrom(null, 1, 2, 3),
      at: fc.option(fc.nat(5)),
    }),
    { maxLength: 40 },
  )
  .map((drafts) => ({
    items: drafts.map(({ facts, domain }, index) => item(`item ${index}`, facts, domain)),
    lastAsked: new Map(
      drafts.flatMap(({ at }, index) => (at === null ? [] : [[itemIdOf(`item ${index}`), instant(at)] as const])),
    ),
  }))
const requests = fc.record({ seed: fc.integer({ min: 0, max: 2 ** 31 }), count: fc.nat(30), unscored: fc.nat(30) })
const weightings = fc.option(
  fc
    .array(fc.constantFrom(0, 0.2, 0.5, 1), { minLength: 1, maxLength: 4 })
    .map((all) => new Map(all.map((weight, index) => [index + 1, weight]))),
)

test('whatever the rules: the same form each time, no fact twice, none given away, as long as that allows', () => {
  const givesAway = (one: Item, other: Item): boolean => (one.stem.length + other.stem.length) % 5 === 0
  fc.assert(
    fc.property(banks, requests, weightings, ({ items, lastAsked }, { seed, count, unscored }, weights) => {
      const request = { ...ALL, seed, count }
      const form = drawForm(items, request, { givesAway, weights, lastAsked, unscored })
      expect(drawForm(items, request, { givesAway, weights, lastAsked, unscored })).toEqual(form)
      const asked = form.items.flatMap(({ facts }) => facts)
      expect(new Set(asked).size).toBe(asked.length)
      const isRefused = (one: Item): boolean =>
        one.facts.some((fact) => asked.includes(fact)) ||
        form.items.some((other) => other !== one && (givesAway(one, other) || givesAway(other, one)))
      for (const one of form.items) {
        expect(form.items.some((other) => other !== one && givesAway(one, other))).toBe(false)
      }
      if (form.items.length < count) {
        expect(items.filter((one) => !form.items.includes(one)).every(isRefused)).toBe(true)
      }
      expect(form.items.length).toBeLessThanOrEqual(count)
      expect(idsOf(form.items).filter((id) => form.unscored.some((other) => other === id))).toEqual(form.unscored)
    }),
  )
})
