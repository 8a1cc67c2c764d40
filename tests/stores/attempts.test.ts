import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/engines/items/grade-item.ts'
import { compileTopic } from '../../src/compiler/compile-topic.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { AttemptMode } from '../../src/model/attempt.ts'
import { attemptId, itemIdOf } from '../../src/model/ids.ts'
import type { ItemId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { instant } from '../../src/model/time.ts'
import type { Topic } from '../../src/model/topic.ts'
import { beginAttempt, handIn, topicsToMake } from '../../src/stores/attempts.ts'
import type { AttemptRequest } from '../../src/stores/attempts.ts'
import { today } from '../../src/stores/clock.ts'
import { bankOf, itemsOf } from '../../src/stores/item-bank.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { replayAttempt, topicsOfAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { NOT_KEPT, TERMS, topicOf } from './topics.ts'

const topic = topicOf('course/one', TERMS)
const items = bankOf(topic)

const REQUEST: AttemptRequest = {
  count: 4,
  seed: 7,
  topics: [],
  domains: [],
  types: [],
  facts: [],
  mode: 'exam',
  feedback: 'at-end',
  minutes: 10,
  secondsPerItem: null,
  extraTime: 'none',
  unscored: 0,
  narrowing: null,
  isFresh: false,
}

/** A page on which attempts are taken. */
function opened() {
  let time = NOON
  const clock = { now: () => instant(time), offset: () => 0 }
  const journal = createJournalStore(new LocalJournal(new TemporaryStorage(), 'p'), clock, 'p')
  const attemptOf = (name: string) => {
    const log = journal.getState().learned.attempts.get(attemptId(name))
    const attempt = log === undefined ? null : replayAttempt(log)
    if (attempt === null) throw new Error(`Expected an attempt called ${name}`)
    return attempt
  }
  const runningOf = (name: string) => {
    const attempt = attemptOf(name)
    if (attempt.phase !== 'running') throw new Error('Expected a running attempt')
    return attempt
  }
  const answer = (name: string, item: ItemId, chosen: ReturnType<typeof keyOf>) =>
    journal.getState().record({ kind: 'answered', attempt: attemptId(name), item, chosen })
  const begin = (name: string, mode: AttemptMode = 'exam', topics: readonly Topic[] = [topic]) =>
    beginAttempt(
      { ...REQUEST, mode, feedback: mode === 'exam' ? 'at-end' : 'at-once' },
      start(topics),
      name,
      today(clock),
    )
  const start = (topics: readonly Topic[]) => ({ topics, manifests: [], journal, asked: NOT_KEPT })
  const wait = (minutes: number) => (time += minutes * 60_000)
  return { journal, attemptOf, runningOf, answer, begin, start, wait }
}

function itemOf(id: ItemId | undefined): Item {
  const item = id === undefined ? undefined : items.get(id)
  if (item === undefined) throw new Error('Expected an item of the bank')
  return item
}

test('the same request draws the same form', () => {
  const page = opened()
  page.begin('a')
  page.begin('b')
  expect(page.attemptOf('b').items).toEqual(page.attemptOf('a').items)
  expect(page.attemptOf('a')).toMatchObject({ phase: 'running', settings: { mode: 'exam', minutes: 10, seed: 7 } })
  expect(topicsOfAttempt(page.attemptOf('a'))).toEqual([topic.id])
})

describe('questions are made of the notes', () => {
  const choices = [...items.values()].filter(({ type }) => type === 'choice')
  const written = [...new Map(choices.map((item) => [item.facts[0], item])).values()].map((item, at): Item => {
    return { ...item, id: itemIdOf(`${topic.id}#written/${at}`), origin: 'authored', stem: `Case ${at}. Which?` }
  })
  const other = topicOf('course/two', TERMS)
  const made = (change: Partial<AttemptRequest>, of: readonly Item[] = written) => {
    const page = opened()
    return topicsToMake({ ...REQUEST, ...change }, page.start([{ ...topic, items: of }, other])).map(({ id }) => id)
  }

  test('not at all for an exam that the written ones fill', () => {
    expect(written.length).toBeGreaterThanOrEqual(4)
    expect(made({})).toEqual([])
    const page = opened()
    page.begin('a', 'exam', [{ ...topic, items: written }])
    expect(page.attemptOf('a').items.every((id) => id.includes('#written/'))).toBe(true)
  })

  test('for an exam that they do not fill, and for anything else', () => {
    expect(made({}, written.slice(0, 3))).toEqual([topic.id, other.id])
    expect(made({ mode: 'practice' })).toEqual([topic.id, other.id])
    expect(made({ narrowing: 'unseen' })).toEqual([topic.id, other.id])
  })

  test('of the topics alone that are asked for', () => {
    expect(made({ mode: 'practice', topics: [other.id] })).toEqual([other.id])
  })
})

test('notes that allow no question begin no attempt', () => {
  const page = opened()
  expect(page.begin('a', 'exam', [topicOf('course/empty')])).toBeNull()
  expect(page.journal.getState().learned.attempts.size).toBe(0)
})

describe('handing in', () => {
  test('grades every item: what was answered, and what was not', () => {
    const page = opened()
    page.begin('a')
    const [first, second] = page.attemptOf('a').items
    page.answer('a', itemOf(first).id, keyOf(itemOf(first)))
    page.answer('a', itemOf(second).id, [])
    handIn(page.runningOf('a'), items, 'learner', page.journal, 60_000)
    const done = page.attemptOf('a')
    expect(done.phase === 'finished' && done.outcomes.map(({ item, correct }) => [item, correct])).toEqual(
      done.items.map((item) => [item, item === first]),
    )
  })

  test('twice is once: by the learner and by the clock in the same moment', () => {
    const page = opened()
    page.begin('a')
    const running = page.runningOf('a')
    handIn(running, items, 'learner', page.journal, 60_000)
    const { learned } = page.journal.getState()
    handIn(running, items, 'time', page.journal, 60_000)
    expect(page.journal.getState().learned).toBe(learned)
    expect(page.attemptOf('a')).toMatchObject({ phase: 'finished', why: 'learner' })
  })

  test('keeps what was checked in practice', () => {
    const page = opened()
    page.begin('a', 'practice')
    const first = itemOf(page.attemptOf('a').items[0])
    const outcome = { item: first.id, facts: first.facts, correct: false, guess: 0.25 }
    page.journal.getState().record({ kind: 'checked', attempt: attemptId('a'), outcome })
    page.answer('a', first.id, keyOf(first))
    handIn(page.runningOf('a'), items, 'learner', page.journal, 60_000)
    const done = page.attemptOf('a')
    expect(done.phase === 'finished' && done.outcomes[0]).toEqual(outcome)
    expect(done.phase === 'finished' && done.outcomes).toHaveLength(done.items.length)
  })

  test('takes no answer that came after the time', () => {
    const page = opened()
    page.begin('a')
    const first = itemOf(page.attemptOf('a').items[0])
    page.wait(11)
    page.answer('a', first.id, keyOf(first))
    handIn(page.runningOf('a'), items, 'time', page.journal, 60_000)
    const done = page.attemptOf('a')
    expect(done.phase === 'finished' && done.outcomes.some(({ correct }) => correct)).toBe(false)
    expect(done.phase === 'finished' && done.endedAt).toBe(NOON + 10 * 60_000)
  })

  test('leaves out an item whose notes are gone', () => {
    const page = opened()
    page.begin('a')
    const [gone, ...rest] = page.attemptOf('a').items
    const left = new Map([...items].filter(([id]) => id !== gone))
    handIn(page.runningOf('a'), left, 'learner', page.journal, 60_000)
    const done = page.attemptOf('a')
    expect(done.phase === 'finished' && done.outcomes.map(({ item }) => item)).toEqual(rest)
  })
})

test('a topic’s questions are made once for each version of it', () => {
  expect(bankOf(topic)).toBe(items)
  expect(bankOf(topicOf('course/one', TERMS))).not.toBe(items)
  expect(itemsOf([topic]).map(({ id }) => id)).toEqual([...items.keys()])
})

test('a question of the notes is asked, graded and told, and is evidence about no fact', () => {
  const text = '# T\n\nWho reads?\n\n- [x] I\n- [ ] You\n'
  const notes = compileTopic({ path: 'course/two.md', text }, { id: 'course/two', objectives: null }).value
  const page = opened()
  page.begin('own', 'exam', [notes])
  const [asked] = page.attemptOf('own').items
  expect(asked).toBe('course/two#t/question/who-reads')
  expect(topicsOfAttempt(page.attemptOf('own'))).toEqual([notes.id])
  const item = bankOf(notes).get(asked ?? itemIdOf(''))
  if (item === undefined) throw new Error('Expected the question of the notes')
  page.answer('own', item.id, keyOf(item))
  handIn(page.runningOf('own'), bankOf(notes), 'learner', page.journal, 60_000)
  expect(page.attemptOf('own')).toMatchObject({ outcomes: [{ item: item.id, facts: [], correct: true, guess: 0.5 }] })
  expect(page.journal.getState().learned.memories.size).toBe(0)
})
