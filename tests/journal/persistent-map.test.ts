import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersistentMap } from '../../src/journal/persistent-map.ts'

const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat()), { maxLength: 30 })

test('a persistent map holds what a plain one would, however it came in, and what it was before stays', () => {
  fc.assert(
    fc.property(entries, fc.array(entries, { maxLength: 6 }), (first, portions) => {
      const plain = new Map(first)
      let map = PersistentMap.of(new Map(first))
      for (const portion of portions) {
        const [before, was] = [map, new Map(plain)]
        const [only] = portion
        map = only !== undefined && portion.length === 1 ? map.with(...only) : map.withAll(new Map(portion))
        for (const [key, value] of portion) plain.set(key, value)
        expect(new Map(before)).toEqual(was)
      }
      expect(new Map(map)).toEqual(plain)
      expect(map.size).toBe(plain.size)
      expect([...map.keys()].toSorted()).toEqual([...plain.keys()].toSorted())
      expect(new Set(map.values())).toEqual(new Set(plain.values()))
      for (const [key, value] of plain) expect([map.has(key), map.get(key)]).toEqual([true, value])
      expect([map.has('none such'), map.get('none such')]).toEqual([false, undefined])
      const visited = new Map<string, number>()
      map.forEach((value, key) => visited.set(key, value))
      expect(visited).toEqual(plain)
    }),
  )
})
