import { expect, test } from 'vitest'
import { fold } from '../../src/journal/fold.ts'
import { factIdOf, sectionId, topicId } from '../../src/model/ids.ts'
import type { ReviewedMemory } from '../../src/model/memory.ts'
import { instant, studyDay, studyDayOf } from '../../src/model/time.ts'
import { today } from '../../src/stores/clock.ts'
import { leftToday, memoriesOf, memoriesOfFacts, standingOf } from '../../src/stores/progress.ts'
import { event, NOON, reviewed } from '../journal/events.ts'
import { topicOf } from './topics.ts'

function memory(stability: number, dueOn: number): ReviewedMemory {
  return {
    kind: 'reviewed',
    stability,
    difficulty: 5,
    reviewedAt: instant(0),
    reviewedOn: studyDay(0),
    dueOn: studyDay(dueOn),
    reviews: 1,
    lapses: 0,
    lastGrade: 'good',
  }
}

test('facts that hold for three weeks are strong; those whose day has come are due', () => {
  expect(standingOf([memory(20.9, 10), memory(21, 11), memory(90, 12)], studyDay(11))).toEqual({
    seen: 3,
    strong: 2,
    due: 2,
  })
  expect(standingOf([], studyDay(11))).toEqual({ seen: 0, strong: 0, due: 0 })
})

test('memories belong to the topic, and the section, that their facts’ names begin with', () => {
  const facts = ['c/one#keys/term/means/x', 'c/one#keys-more/term/means/x', 'c/one-more#keys/term/means/x']
  const learned = fold(facts.map((name, index) => event(index, reviewed(name))))
  const { memories } = learned
  expect(memoriesOf(learned, topicId('c/one'))).toEqual([
    memories.get(factIdOf(facts[0] ?? '')),
    memories.get(factIdOf(facts[1] ?? '')),
  ])
  expect(memoriesOf(learned, topicId('c/one'), sectionId('keys'))).toEqual([memories.get(factIdOf(facts[0] ?? ''))])
})

test('a memory whose fact left the notes is not counted', () => {
  const topic = topicOf('c/one', { Known: 'x', Other: 'y' })
  const [known] = topic.facts
  const learned = fold([event(0, reviewed(known?.id ?? '')), event(1, reviewed('c/one#gone'))])
  expect(memoriesOfFacts(learned.memories, topic.facts)).toHaveLength(1)
})

test('what was done today is taken off the limits, never below nothing', () => {
  const on = studyDayOf(instant(NOON), 0)
  const some = Array.from({ length: 20 }, (_, index) => event(index / 60, reviewed(`f${index % 18}`)))
  expect(leftToday(fold([]), on)).toEqual({ newFacts: 15, reviews: 100 })
  expect(leftToday(fold(some), on)).toEqual({ newFacts: 0, reviews: 98 })
  expect(leftToday(fold(some), studyDay(on + 1))).toEqual({ newFacts: 15, reviews: 100 })
})

test('the study day of three in the morning is the day before', () => {
  const clockAt = (hours: number) => ({ now: () => instant(NOON + hours * 3_600_000), offset: () => 0 })
  expect(today(clockAt(15))).toBe(today(clockAt(0)))
  expect(today(clockAt(16))).toBe(today(clockAt(0)) + 1)
})
