import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import { attemptId, objectiveId } from '../../src/model/ids.ts'
import type { Item } from '../../src/model/item.ts'
import { instant } from '../../src/model/time.ts'
import type { Topic } from '../../src/model/topic.ts'
import { beginAttempt, handIn } from '../../src/stores/attempts.ts'
import { today } from '../../src/stores/clock.ts'
import { createCourseStore } from '../../src/stores/course-store.ts'
import { itemsOf } from '../../src/stores/item-bank.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { handInOverdue } from '../../src/stores/overdue.ts'
import { readQuizLink } from '../../src/stores/quiz-link.ts'
import { replayAttempt } from '../../src/stores/replay-attempt.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'
import { manifestOf, topicOf } from './topics.ts'

export const MINUTE = 60_000
const DOMAINS = [
  { number: 1, title: 'One', weight: 0.75 },
  { number: 2, title: 'Two', weight: 0.25 },
]
export const BLUEPRINT = {
  code: 'X',
  items: 8,
  scoredItems: 4,
  minutes: 12,
  passMark: 700,
  scale: { from: 100, to: 1_000 },
  domains: DOMAINS,
}

/** Notes of a domain, with so many terms whose meanings are unlike. */
export function notesOf(domain: number, count: number): Topic {
  const words = ['apple', 'river', 'stone', 'cloud', 'engine', 'paper', 'violin', 'copper', 'garden', 'window']
  const terms = words
    .slice(0, count)
    .map((word) => [`${word}${domain}`, `Meaning the ${word} number ${domain} brings along`])
  const topic = topicOf(`course/domain-${domain}`, Object.fromEntries(terms))
  return { ...topic, facts: topic.facts.map((fact) => ({ ...fact, objective: objectiveId(`${domain}.1.1`) })) }
}

/** A page on which exams of a course are taken. */
export function opened(topics: readonly Topic[]) {
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
  const courses = createCourseStore(manifests, { topics: loaders })
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
