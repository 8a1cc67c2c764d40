import { expect, test } from 'vitest'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { AttemptMode } from '../../src/model/attempt.ts'
import { cardIdOf, plainId, typedText } from '../../src/model/ids.ts'
import type { FactId, ItemId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { instant } from '../../src/model/time.ts'
import { beginAttempt, handIn } from '../../src/stores/attempts.ts'
import { today } from '../../src/stores/clock.ts'
import { bankOf, itemsNamed } from '../../src/stores/item-bank.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { NOT_KEPT, TERMS, topicOf } from './topics.ts'

const topic = topicOf('course/one', TERMS)
const DAY = 86_400_000

/** A page on which some facts were recalled three times, the last time days ago. */
function opened(known: readonly FactId[] = []) {
  let time = NOON
  const clock = { now: () => instant(time), offset: () => 0 }
  const storage = new TemporaryStorage()
  const journal = createJournalStore(new LocalJournal(storage, 'p'), clock, 'p')
  for (const daysAgo of [18, 14, 2]) {
    time = NOON - daysAgo * DAY
    for (const fact of known) journal.getState().record({ kind: 'reviewed', fact, card: cardIdOf('c'), grade: 'good' })
  }
  time = NOON
  const logOf = (of = journal) => [...of.getState().learned.attempts.values()].at(-1) ?? fail('an attempt')
  const begin = (mode: AttemptMode, minutes: number | null): readonly Item[] => {
    const request = { count: 6, seed: 7, topics: [], domains: [], types: ['choice'], facts: [], mode, minutes } as const
    beginAttempt(
      {
        ...request,
        feedback: mode === 'exam' ? 'at-end' : 'at-once',
        secondsPerItem: null,
        extraTime: 'none',
        unscored: 0,
        narrowing: null,
        isFresh: false,
      },
      { topics: [topic], manifests: [], journal, asked: NOT_KEPT },
      `${mode} ${minutes}`,
      today(clock),
    )
    const { items } = logOf()
    const found = itemsNamed(items, [topic])
    return items.map((id) => found.get(id) ?? fail(id))
  }
  const reopened = () => createJournalStore(new LocalJournal(storage, 'q'), clock, 'q')
  return { journal, begin, logOf, reopened }
}

function fail(what: string): never {
  throw new Error(`Expected ${what}`)
}

const plain = (id: ItemId) => (bankOf(topic).has(id) ? id : plainId(id))
const facts = topic.facts.map(({ id }) => id)
const [lineage = fail('a fact')] = facts

test('in practice without a limit, a new fact has three options', () => {
  const items = opened().begin('practice', null)
  expect(items.map(({ options }) => options.length)).toEqual([3, 3, 3, 3, 3, 3])
})

test('a strong fact is asked for by its name; the others keep their shapes', () => {
  const items = opened([lineage]).begin('practice', null)
  for (const item of items) {
    if (item.facts.includes(lineage)) expect(item).toMatchObject({ type: 'typed', accepted: ['Lineage'] })
    else expect([item.type, item.options.length]).toEqual(['choice', 3])
  }
})

test.each([
  ['an exam', 'exam', null],
  ['an exam with a limit', 'exam', 30],
  ['practice against the clock', 'practice', 30],
] as const)('%s has the exam’s own shapes, whatever is known', (_, mode, minutes) => {
  const items = opened([lineage]).begin(mode, minutes)
  for (const item of items) {
    expect(item).toBe(bankOf(topic).get(item.id))
    expect([item.type, item.options.length]).toEqual(['choice', 4])
  }
})

test('the same link asks the same facts, in the same order, whatever is known of them', () => {
  const asked = (known: readonly FactId[]) =>
    opened(known)
      .begin('practice', null)
      .map(({ facts: of }) => of)
  expect(asked(facts)).toEqual(asked([]))
})

test('a typed answer outlives the page, is graded, and no guess is taken off it', () => {
  const page = opened([lineage])
  const item = page.begin('practice', null).find(({ type }) => type === 'typed') ?? fail('a typed item')
  page.journal.getState().record({
    kind: 'answered',
    attempt: page.logOf().id,
    item: item.id,
    chosen: [typedText('lineege')],
  })
  const journal = page.reopened()
  const attempt = replayAttempt(page.logOf(journal))
  if (attempt?.phase !== 'running') throw new Error('Expected a running attempt')
  expect(attempt.answers.get(item.id)).toEqual(['lineege'])
  handIn(attempt, itemsNamed(attempt.items, [topic]), 'learner', journal, 60_000)
  const done = replayAttempt(page.logOf(journal))
  const outcomes = done?.phase === 'finished' ? done.outcomes : []
  expect(outcomes.find((outcome) => outcome.item === item.id)).toEqual({
    item: item.id,
    facts: [lineage],
    correct: true,
    guess: 0,
  })
})

test('a variant is another way to ask an item of the notes', () => {
  for (const item of opened([lineage]).begin('practice', null)) expect(bankOf(topic).has(plain(item.id))).toBe(true)
})
