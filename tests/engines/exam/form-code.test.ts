import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOfForm, readFormCode } from '../../../src/engines/exam/form-code.ts'
import { itemIdOf } from '../../../src/model/ids.ts'

const ids = fc.uniqueArray(fc.string({ maxLength: 60 }).map(itemIdOf), {
  maxLength: 70,
  // Two ids of one number cannot be told apart.
  selector: (id) => codeOfForm([id]),
})
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const names = ['one', 'two', 'three'].map(itemIdOf)

test('a code says the items of a form in their order, whatever the order of the bank', () => {
  fc.assert(
    fc.property(ids, (items) => {
      const code = codeOfForm(items)
      expect(code).toMatch(/^[\w-]*$/)
      expect(code).toHaveLength(items.length * 5 + 3)
      expect(readFormCode(code, items)).toEqual({ kind: 'form', items, missing: 0 })
      expect(readFormCode(code, items.toReversed())).toEqual({ kind: 'form', items, missing: 0 })
    }),
  )
})

test('a code is the same for ever', () => {
  expect(codeOfForm(names)).toBe('6Jxnt-JIgrIhgPBnWu')
  expect(codeOfForm([])).toBe('AAB')
})

test('items that left the bank are counted; the others keep their order', () => {
  fc.assert(
    fc.property(ids, fc.func(fc.boolean()), (items, isKept) => {
      const kept = items.filter(isKept)
      const missing = items.length - kept.length
      expect(readFormCode(codeOfForm(items), kept)).toEqual({ kind: 'form', items: kept, missing })
    }),
  )
})

describe('a code that did not arrive whole is damaged', () => {
  const places = ids.chain((items) => {
    const code = codeOfForm(items)
    return fc.record({ items: fc.constant(items), code: fc.constant(code), at: fc.nat(code.length - 1) })
  })

  test('with one character changed, lost or doubled', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...ALPHABET), ({ items, code, at }, other) => {
        const [before, own, after] = [code.slice(0, at), code.charAt(at), code.slice(at + 1)]
        const damaged = [before + after, before + own + own + after, before + other + own + after]
        if (other !== own) damaged.push(before + other + after)
        for (const each of damaged) expect(readFormCode(each, items)).toEqual({ kind: 'damaged' })
      }),
    )
  })

  test('with two neighbours that changed places', () => {
    fc.assert(
      fc.property(places, ({ items, code, at }) => {
        const [one, other] = [code.charAt(at), code.charAt(at + 1)]
        fc.pre(one !== other && other !== '')
        expect(readFormCode(code.slice(0, at) + other + one + code.slice(at + 2), items)).toEqual({ kind: 'damaged' })
      }),
    )
  })

  test.each<[string, (code: string) => string]>([
    ['empty', () => ''],
    ['without its end', (code) => code.slice(0, -5)],
    ['without its beginning', (code) => code.slice(5)],
    ['with a sign that no code has', (code) => `${code.slice(0, 4)}+${code.slice(5)}`],
    ['with a sign of two units', (code) => `${code.slice(0, 3)}😀${code.slice(5)}`],
    ['in capitals', (code) => code.toUpperCase()],
    ['with a space behind it', (code) => `${code} `],
  ])('%s', (_, damage) => {
    expect(readFormCode(damage(codeOfForm(names)), names)).toEqual({ kind: 'damaged' })
  })
})
