import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeChunk, readChunk } from '../../src/journal/chunk.ts'
import { parseEvent } from '../../src/journal/event.ts'
import type { JournalEvent } from '../../src/journal/event.ts'
import { fold } from '../../src/journal/fold.ts'
import { event, journals, NOON, reviewed } from './events.ts'

test('every kind of event is read as it was written', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(journals, (all) => {
      for (const one of all) {
        kinds.add(one.kind)
        expect(parseEvent(JSON.stringify(one))).toEqual(one)
        expect(readChunk(encodeChunk([one])).events).toEqual([one])
      }
    }),
  )
  expect([...kinds].toSorted()).toEqual([
    'answered',
    'attempt-removed',
    'attempt-started',
    'backed-up',
    'brought-back',
    'checked',
    'clock-read',
    'flagged',
    'handed-in',
    'made-due',
    'paused',
    'rated',
    'resumed',
    'reviewed',
    'set-aside',
    'setting-changed',
    'struck',
    'undone',
    'visited',
  ])
})

const good: Record<string, unknown> = JSON.parse(JSON.stringify(event(1, reviewed('f1'))))
const line = (changes: Record<string, unknown>) => JSON.stringify({ ...good, ...changes })

describe('what is malformed is refused', () => {
  test.each([
    ['no JSON', '{"id":'],
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a kind that is not known', line({ kind: 'dreamt' })],
    ['no kind', line({ kind: undefined })],
    ['no name', line({ id: '' })],
    ['a name that is a number', line({ id: 7 })],
    ['no time', line({ at: null })],
    ['a time that is a text', line({ at: '2027' })],
    ['a time beyond all dates', line({ at: 1e300 })],
    ['an offset of a month', line({ offset: 43_200 })],
    ['no fact', line({ fact: '' })],
    ['a grade that does not exist', line({ grade: 'perfect' })],
    [
      'a chance above one',
      line({ kind: 'checked', attempt: 'a', outcome: { item: 'i', facts: ['f'], correct: true, guess: 2 } }),
    ],
    [
      'a chance below zero',
      line({ kind: 'checked', attempt: 'a', outcome: { item: 'i', facts: ['f'], correct: true, guess: -1 } }),
    ],
    [
      'an attempt without items',
      line({ kind: 'attempt-started', attempt: 'a', items: [], settings: { mode: 'exam', minutes: 9, seed: 1 } }),
    ],
    [
      'minutes below zero',
      line({ kind: 'attempt-started', attempt: 'a', items: ['i'], settings: { mode: 'exam', minutes: -9, seed: 1 } }),
    ],
    [
      'a seed without end',
      '{"kind":"attempt-started","id":"p-1","at":1,"offset":0,"attempt":"a","items":["i"],"settings":{"mode":"exam","minutes":9,"seed":1e999}}',
    ],
    ['half a new fact a day', line({ kind: 'setting-changed', setting: { name: 'newPerDay', value: 0.5 } })],
    ['a theme that does not exist', line({ kind: 'setting-changed', setting: { name: 'theme', value: 'pink' } })],
    ['a setting that does not exist', line({ kind: 'setting-changed', setting: { name: 'sound', value: 1 } })],
  ])('%s', (_, text) => {
    expect(parseEvent(text)).toBeNull()
  })

  test('whatever stands there', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseEvent(text) === null))
  })
})

test('what a later version adds to an event is passed over', () => {
  expect(parseEvent(line({ mood: 'fine' }))).toEqual(event(1, reviewed('f1')))
})

describe('a stored answer', () => {
  const answered = (item: string, chosen: readonly string[]) =>
    `{"kind":"answered","attempt":"a","item":"${item}","chosen":${JSON.stringify(chosen)},"id":"p-60","at":${NOON},"offset":0}`

  test('is a list of options, as it always was', () => {
    expect(parseEvent(answered('t#s/term/means/x?choice', ['1k2j']))).toMatchObject({ chosen: ['1k2j'] })
    expect(parseEvent(answered('t#s/term/means/x?matching', ['1k2j', '']))).toMatchObject({ chosen: ['1k2j', ''] })
  })

  test('that was typed is a list with the text alone, which every version can read', () => {
    const line = answered('t#s/term/means/x?choice-reverse~typed', ['Gatway “endpoint”\n'])
    const event = parseEvent(line)
    expect(event).toMatchObject({ item: 't#s/term/means/x?choice-reverse~typed', chosen: ['Gatway “endpoint”\n'] })
    if (event === null) throw new Error('Expected an event')
    expect(readChunk(encodeChunk([event]))).toEqual({ events: [event], unreadable: 0, format: 3 })
  })
})

/** A piece as the first version of the app wrote it: a line of JSON an event, and nothing else. */
const firstFormat = (all: readonly JournalEvent[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('a stored piece', () => {
  test.each([
    ['of this format', encodeChunk, 3],
    ['of the first format', firstFormat, 1],
  ])('%s gives its events, one a line', (_what, encode, format) => {
    fc.assert(
      fc.property(fc.array(journals, { minLength: 1, maxLength: 2 }), ([all = []]) => {
        expect(readChunk(encode(all))).toEqual({ events: all, unreadable: 0, format })
      }),
    )
  })

  test.each([
    ['of this format', encodeChunk],
    ['of the first format', firstFormat],
  ])('%s gives the good lines between the damaged, and says how many are damaged', (_what, encode) => {
    const [one, two] = [event(1, reviewed('f1')), event(2, reviewed('f2'))]
    const [head = '', ...lines] = encode([one, two]).split('\n')
    const text = [head, '{"kind":"rev', ...lines, 'garbage'].join('\n')
    expect(readChunk(text)).toMatchObject({ events: [one, two], unreadable: 2 })
  })

  test('cut off anywhere loses no more than its last line', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (all, place) => {
        const text = encodeChunk(all)
        const cut = text.slice(0, place % (text.length + 1))
        const { events, unreadable } = readChunk(cut)
        const whole = Math.max(0, cut.split('\n').length - 2)
        expect(events.slice(0, whole)).toEqual(all.slice(0, whole))
        expect(unreadable).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('that is empty holds nothing', () => {
    expect(readChunk('')).toEqual({ events: [], unreadable: 0, format: 1 })
  })

  test('of every format ever released is read: here as they lay in browsers', () => {
    const saves = ['format-1.txt', 'format-2.txt', 'format-3.txt'].map((name) =>
      readFileSync(new URL(`saves/${name}`, import.meta.url), 'utf8'),
    )
    for (const [index, save] of saves.entries()) {
      const { events, unreadable, format } = readChunk(save)
      expect({ unreadable, format }).toEqual({ unreadable: 0, format: index + 1 })
      expect(events).toHaveLength([6, 6, 13][index] ?? Number.NaN)
      expect(fold(events)).toMatchObject({ reviews: 2, settings: { theme: 'dark' } })
    }
  })
})
