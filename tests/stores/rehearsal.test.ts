import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/engines/items/grade-item.ts'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { attemptId, objectiveId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { instant } from '../../src/model/time.ts'
import type { Topic } from '../../src/model/topic.ts'
import { beginAttempt, handIn } from '../../src/stores/attempts.ts'
import type { Narrowing } from '../../src/stores/attempts.ts'
import { today } from '../../src/stores/clock.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { examParameters } from '../../src/stores/drill.ts'
import { bankOf, itemsOf } from '../../src/stores/item-bank.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { handInOverdue } from '../../src/stores/overdue.ts'
import { readQuizLink } from '../../src/stores/quiz-link.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { manifestOf, topicOf } from './topics.ts'

const MINUTE = 60_000
const DOMAINS = [
  { number: 1, title: 'One', weight: 0.75 },
  { number: 2, title: 'Two', weight: 0.25 },
]
const BLUEPRINT = {
  code: 'X',
  items: 8,
  scoredItems: 4,
  minutes: 12,
  passMark: 700,
  scale: { from: 100, to: 1_000 },
  domains: DOMAINS,
}

/** Notes of a domain, with so many terms whose meanings are unlike. */
function notesOf(domain: number, count: number): Topic {
  const words = ['apple', 'river', 'stone', 'cloud', 'engine', 'paper', 'violin', 'copper', 'garden', 'window']
  const terms = words
    .slice(0, count)
    .map((word) => [`${word}${domain}`, `Meaning the ${word} number ${domain} brings along`])
  const topic = topicOf(`course/domain-${domain}`, Object.fromEntries(terms))
  return { ...topic, facts: topic.facts.map((fact) => ({ ...fact, objective: objectiveId(`${domain}.1.1`) })) }
}

/** A page on which exams of a course are taken. */
function opened(topics: readonly Topic[]) {
  let [time, count] = [NOON, 0]
  const clock = { now: () => instant(time), offset: () => 0 }
  const journal = createJournalStore(new LocalJournal(new TemporaryStorage(), 'p'), clock, 'p')
  const kept = new Map<string, readonly Item[]>()
  const asked = {
    put: (id: string, items: readonly Item[]) => Promise.resolve(void kept.set(id, items)),
    get: (id: string) => Promise.resolve(kept.get(id) ?? null),
  }
  const manifests = [{ ...manifestOf(...topics), blueprint: BLUEPRINT }]
  const items = new Map(itemsOf(topics).map((item) => [item.id, item]))
  const begin = (query: string) => {
    count += 1
    const { request } = readQuizLink(new URLSearchParams(query), topics, manifests, 7)
    const id = beginAttempt(request, { topics, manifests, journal, asked }, `a${count}`, today(clock))
    if (id === null) throw new Error('Expected an attempt')
    return id
  }
  const attemptOf = (id: string) => {
    const log = journal.getState().learned.attempts.get(attemptId(id))
    const attempt = log === undefined ? null : replayAttempt(log)
    if (attempt === null) throw new Error('Expected an attempt')
    return attempt
  }
  const end = (id: string) => {
    const attempt = attemptOf(id)
    if (attempt.phase === 'running') handIn(attempt, items, 'learner', journal, 0)
  }
  const loaders = Object.fromEntries(topics.map((topic) => [topic.id, () => Promise.resolve(topic)]))
  const courses = createCourseStore(manifests, loaders)
  const wait = (minutes: number) => (time += minutes * MINUTE)
  return {
    journal,
    begin,
    attemptOf,
    end,
    items,
    kept,
    wait,
    overdue: (isOpen = false) =>
      handInOverdue({ journal, courses, asked, clock, isHeld: () => Promise.resolve(isOpen) }),
  }
}

const domainsOf = (items: readonly string[]): readonly number[] => {
  return [1, 2].map((domain) => items.filter((id) => id.startsWith(`course/domain-${domain}#`)).length)
}

const WHOLE = `${examParameters(BLUEPRINT, 'course', true, 'none').toString()}&seed=3`

describe('an exam', () => {
  test('has its items and its unscored ones by the blueprint’s weights, and its time', () => {
    const { begin, attemptOf } = opened([notesOf(1, 10), notesOf(2, 10)])
    const { items, settings } = attemptOf(begin(WHOLE))
    expect(domainsOf(items)).toEqual([6, 2])
    expect(settings).toMatchObject({ mode: 'exam', feedback: 'at-end', minutes: 12, wanted: 8 })
    expect(domainsOf(items.filter((id) => !settings.unscored.includes(id)))).toEqual([3, 1])
  })

  test('can be had with the scored items alone, at the same pace, with extra time', () => {
    const { begin, attemptOf } = opened([notesOf(1, 10), notesOf(2, 10)])
    const scored = examParameters(BLUEPRINT, 'course', false, 'times-1.5').toString()
    const { items, settings } = attemptOf(begin(scored))
    expect(domainsOf(items)).toEqual([3, 1])
    expect(settings).toMatchObject({ minutes: 9, extraTime: 'times-1.5', unscored: [] })
  })

  test('of one domain’s notes comes from there; too few of them make it shorter, at the same pace', () => {
    const one = opened([notesOf(2, 10)])
    expect(domainsOf(one.attemptOf(one.begin(WHOLE)).items)).toEqual([0, 8])
    const few = opened([notesOf(2, 6)])
    const { items, settings } = few.attemptOf(few.begin(WHOLE))
    expect(items.length).toBeLessThan(8)
    expect(settings).toMatchObject({ minutes: Math.ceil((12 * items.length) / 8), wanted: 8 })
    expect(settings.unscored).toHaveLength(Math.round(items.length / 2))
  })

  test('asks what was not asked before, where fresh items are preferred; the same link alone asks the same', () => {
    const page = opened([notesOf(1, 10), notesOf(2, 10)])
    const four = 'mode=exam&topic=course&count=4&seed=3&type=choice'
    const first = page.attemptOf(page.begin(four)).items
    page.end('a1')
    expect(page.attemptOf(page.begin(four)).items).toEqual(first)
    const fresh = page.attemptOf(page.begin(`${four}&fresh=1`)).items
    expect(fresh.filter((id) => first.includes(id))).toEqual([])
  })
})

describe('a drill', () => {
  test.each<[Narrowing, (flagged: string, missed: string, all: readonly string[]) => readonly string[]]>([
    ['flagged', (flagged) => [flagged]],
    ['missed', (_, missed) => [missed]],
  ])('asks only what was %s', (only, expected) => {
    const page = opened([notesOf(1, 10)])
    const id = page.begin('count=4&seed=5&mode=exam')
    const { items } = page.attemptOf(id)
    const [flagged = '', missed = ''] = items
    for (const item of items) {
      const found = page.items.get(item)
      if (found === undefined) throw new Error('Expected an item')
      const { record } = page.journal.getState()
      if (item === flagged) record({ kind: 'flagged', attempt: id, item, flagged: true })
      if (item !== missed) record({ kind: 'answered', attempt: id, item, chosen: keyOf(found) })
    }
    page.end(id)
    const drill = page.attemptOf(page.begin(`only=${only}&feedback=at-end&count=10`))
    expect(drill.items).toEqual(expected(flagged, missed, items))
  })

  test('asks only what was never asked', () => {
    const page = opened([notesOf(1, 10)])
    const { items } = page.attemptOf(page.begin('count=4&seed=5&mode=exam'))
    page.end('a1')
    const { items: others } = page.attemptOf(page.begin('only=unseen&feedback=at-end&count=30'))
    expect(others.length).toBeGreaterThan(0)
    expect(others.filter((id) => items.includes(id))).toEqual([])
  })

  test('can be of one task statement, one section, one type', () => {
    const page = opened([notesOf(1, 10), notesOf(2, 10)])
    expect(domainsOf(page.attemptOf(page.begin('task=2.1&count=5')).items)[0]).toBe(0)
    expect(domainsOf(page.attemptOf(page.begin('section=course/domain-1%23terms&count=5')).items)[1]).toBe(0)
    const choices = page.attemptOf(page.begin('type=choice&count=2&feedback=at-end')).items
    expect(choices.map((id) => page.items.get(id)?.type)).toEqual(['choice', 'choice'])
  })
})

describe('when the time is up and no screen shows it', () => {
  test('an attempt is handed in as it stands, once', async () => {
    const page = opened([notesOf(1, 10)])
    const id = page.begin('count=4&minutes=10&seed=5&mode=exam')
    const [item] = page.attemptOf(id).items
    const found = item === undefined ? undefined : page.items.get(item)
    if (item === undefined || found === undefined) throw new Error('Expected an item')
    page.journal.getState().record({ kind: 'answered', attempt: id, item, chosen: keyOf(found) })
    page.wait(10)
    await page.overdue()
    expect(page.attemptOf(id).phase).toBe('running')
    page.wait(1)
    // Where a page has it open, its clock may have been set, which that page alone can tell.
    await page.overdue(true)
    expect(page.attemptOf(id).phase).toBe('running')
    await Promise.all([page.overdue(), page.overdue()])
    expect(page.attemptOf(id)).toMatchObject({ phase: 'finished', why: 'time', endedAt: NOON + 10 * MINUTE })
    expect(
      page.journal
        .getState()
        .events()
        .filter(({ kind }) => kind === 'handed-in'),
    ).toHaveLength(1)
    const done = page.attemptOf(id)
    expect(done.phase === 'finished' && done.outcomes.filter(({ correct }) => correct)).toHaveLength(1)
  })

  test('one whose items were not kept is graded by the notes; one without limit, or at rest, is left alone', async () => {
    const page = opened([notesOf(1, 10)])
    const timed = page.begin('count=4&minutes=10&seed=5')
    const resting = page.begin('count=4&minutes=10&seed=6')
    const endless = page.begin('count=4&seed=7')
    page.journal.getState().record({ kind: 'paused', attempt: resting })
    page.kept.clear()
    page.wait(600)
    await page.overdue()
    expect([timed, resting, endless].map((id) => page.attemptOf(id).phase)).toEqual(['finished', 'running', 'running'])
    const done = page.attemptOf(timed)
    expect(done.phase === 'finished' && done.outcomes).toHaveLength(4)
  })
})

test('an item that left the notes is graded as it was asked', async () => {
  const before = notesOf(1, 10)
  const page = opened([before])
  const id = page.begin('count=4&minutes=10&seed=5')
  page.wait(600)
  const asked = page.kept.get(id)?.map((item) => item.id)
  expect(asked).toEqual(page.attemptOf(id).items)
  expect(bankOf(before).size).toBeGreaterThan(0)
  const courses = createCourseStore([manifestOf(notesOf(1, 0))], {})
  await handInOverdue({
    journal: page.journal,
    courses,
    asked: { get: (name) => Promise.resolve(page.kept.get(name) ?? null) },
    clock: { now: () => instant(NOON + 601 * MINUTE), offset: () => 0 },
    isHeld: () => Promise.resolve(false),
  })
  const done = page.attemptOf(id)
  expect(done.phase === 'finished' && done.outcomes).toHaveLength(4)
})
