import { expect, test } from 'vitest'
import { readCsv } from '../../src/exchange/csv.ts'
import { historyCsv } from '../../src/exchange/history-csv.ts'
import type { EventBody, JournalEvent } from '../../src/journal/event.ts'
import { attemptId, cardIdOf, eventId, eventIdOf, factIdOf, itemIdOf, optionIdOf } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'

const attempt = attemptId('a1')
const [one, two] = [itemIdOf('t#s/one?choice'), itemIdOf('t#s/two?choice')]
const outcome = { item: one, facts: [factIdOf('t#s/one')], correct: true, guess: 0.25 }

const BODIES: readonly EventBody[] = [
  { kind: 'reviewed', fact: factIdOf('t#s/one'), card: cardIdOf('t#s/one~forward'), grade: 'good' },
  { kind: 'undone', event: eventId('w', 1) },
  { kind: 'attempt-started', attempt, items: [one, two], settings: { mode: 'exam', minutes: 90, seed: 7 } },
  { kind: 'answered', attempt, item: one, chosen: [optionIdOf('x'), ''] },
  { kind: 'flagged', attempt, item: one, flagged: true },
  { kind: 'visited', attempt, item: two },
  { kind: 'checked', attempt, outcome },
  { kind: 'handed-in', attempt, why: 'time', outcomes: [outcome, { ...outcome, item: two, correct: false }] },
  { kind: 'set-aside', spans: [['old', 1, 3]], others: [eventIdOf('odd')] },
  { kind: 'brought-back', spans: [], others: [eventIdOf('odd')] },
  { kind: 'backed-up' },
  { kind: 'setting-changed', setting: { name: 'newPerDay', value: 20 } },
]

const EVENTS: readonly JournalEvent[] = BODIES.map((body, index) => ({
  ...body,
  id: eventId('w', index + 1),
  at: instant(Date.UTC(2026, 10, 25, 12, 0, index)),
  offset: -300,
}))

test('each event is a row, with its time, whatever its kind', () => {
  const [columns = [], ...rows] = readCsv(historyCsv(EVENTS))
  const cells = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
  expect(rows.every((row) => row.length === columns.length)).toBe(true)
  expect(cells.map(({ kind }) => kind)).toEqual(BODIES.map(({ kind }) => kind))
  expect(cells[0]).toMatchObject({
    id: 'w-1',
    at: '2026-11-25T12:00:00.000Z',
    utc_offset_minutes: '-300',
    facts: 't#s/one',
    card: 't#s/one~forward',
    grade: 'good',
  })
  expect(cells[1]).toMatchObject({ details: 'w-1' })
  expect(cells[2]).toMatchObject({ attempt: 'a1', items: `${one} ${two}`, details: 'exam, 90 minutes, seed 7' })
  expect(cells[3]).toMatchObject({ items: one, chosen: 'x ' })
  expect(cells[4]).toMatchObject({ details: 'flagged' })
  expect(cells[6]).toMatchObject({ items: one, correct: 'yes', guess: '0.25' })
  expect(cells[7]).toMatchObject({ items: `${one} ${two}`, correct: 'yes no', details: 'time was up' })
  expect(cells[8]).toMatchObject({ details: 'old-1..3 odd' })
  expect(cells[9]).toMatchObject({ details: 'odd' })
  expect(cells[11]).toMatchObject({ details: 'newPerDay 20' })
})

test('a history without events is its headings alone', () => {
  expect(readCsv(historyCsv([]))).toHaveLength(1)
})
