import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex, search } from '../../../src/engines/search/search-index.ts'
import type { Mark } from '../../../src/engines/search/marks.ts'
import { swapsOf } from '../../../src/engines/search/slips.ts'
import { wordsOf } from '../../../src/engines/search/tokens.ts'
import { entry, NOTES } from './corpus.ts'

const index = buildIndex(NOTES, [['cmk', 'customer managed key']])
const typed = NOTES.flatMap((found) => wordsOf(found.title).map(({ word }) => ({ found, word })))

/** Anything that can stand in a text box: words of the notes, pieces of them, and any unicode, halves of pairs included. */
const queries = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.tuple(fc.constantFrom(...typed), fc.nat(12), fc.constantFrom(' ', '-', ':', '', ', ')), { maxLength: 6 })
    .map((parts) => parts.map(([{ word }, length, glue]) => word.slice(0, length) + glue).join('')),
)
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  queries,
  fc.constantFrom('GuardDuty', 'Guard-duty', 'bedrock:InvokeModel'),
)

function expectProper(marks: readonly Mark[], text: string): void {
  let end = -1
  for (const { from, to } of marks) {
    expect(from).toBeGreaterThan(end)
    expect(to).toBeGreaterThan(from)
    expect(to).toBeLessThanOrEqual(text.length)
    end = to
  }
}

test('marks lie within the text, are sorted, and stand apart', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 6 }), queries, (pairs, query) => {
      const entries = pairs.map(([title, text]) => entry(title, text))
      for (const asked of [query, ...pairs.map(([title]) => title)]) {
        for (const hit of search(buildIndex(entries, [['guard', 'duty call']]), asked).hits) {
          expectProper(hit.titleMarks, hit.entry.title)
          expectProper(hit.textMarks, hit.entry.text)
        }
      }
    }),
  )
})

test('no query throws; hits come best first, each once, each with a score above zero', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const { hits } = search(index, query)
      const scores = hits.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      expect(scores.every((score) => score > 0)).toBe(true)
      expect(new Set(hits.map((hit) => hit.entry.id)).size).toBe(hits.length)
    }),
    { numRuns: 500 },
  )
})

test('the same question to the same notes has the same answer, whatever was asked before', () => {
  fc.assert(
    fc.property(queries, fc.array(queries, { maxLength: 3 }), (query, before) => {
      const fresh = buildIndex(NOTES, [['cmk', 'customer managed key']])
      for (const other of before) search(fresh, other)
      expect(search(fresh, query)).toEqual(search(index, query))
    }),
    { numRuns: 50 },
  )
})

test('a smaller limit gives the beginning of the same answer', () => {
  fc.assert(
    fc.property(queries, fc.nat(20), (query, limit) => {
      expect(search(index, query, limit).hits).toEqual(search(index, query, 20).hits.slice(0, limit))
    }),
  )
})

test.each(typed)('$found.title is among the first ten for its word “$word”', ({ found, word }) => {
  expect(search(index, word, 10).hits.map((hit) => hit.entry)).toContain(found)
})

test.each(typed.filter(({ word }) => word.length >= 5))(
  '$found.title is among the first ten for “$word” with any letter missing or any two swapped',
  ({ found, word }) => {
    const missing = Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))
    for (const slip of [...missing, ...swapsOf(word)]) {
      expect(search(index, slip, 10).hits.map((hit) => hit.entry)).toContain(found)
    }
  },
)

test('every word finds itself with any letter missing or any two swapped, whatever the word', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
    minLength: 5,
    maxLength: 20,
  })
  fc.assert(
    fc.property(words, fc.nat(19), fc.boolean(), (word, place, isSwap) => {
      const at = place % (word.length - 1)
      const slip = isSwap ? (swapsOf(word)[at] ?? word) : word.slice(0, at) + word.slice(at + 1)
      const { hits } = search(buildIndex([...NOTES, entry(word)]), slip)
      expect(hits.map((hit) => hit.entry.title)).toContain(word)
    }),
    { numRuns: 500 },
  )
})

test('entries are found as the learner types, from the third letter of a title’s first word on', () => {
  for (const { found, word } of typed.filter((each) => each.word.length > 3)) {
    for (let length = 3; length <= word.length; length += 1) {
      expect(search(index, word.slice(0, length)).hits.map((hit) => hit.entry)).toContain(found)
    }
  }
})
