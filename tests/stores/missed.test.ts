import { expect, test } from 'vitest'
import { LocalJournal } from '../../src/journal/web/local-journal.ts'
import type { Outcome } from '../../src/model/attempt.ts'
import { attemptId, factIdOf, itemIdOf } from '../../src/model/ids.ts'
import { missedQuizPage } from '../../src/model/page.ts'
import { resultListOf } from '../../src/model/result-list.ts'
import { instant } from '../../src/model/time.ts'
import { createJournalStore } from '../../src/stores/journal-store.ts'
import { missedOf } from '../../src/stores/missed.ts'
import { NOON } from '../journal/events.ts'
import { TemporaryStorage } from '../journal/web/temporary-storage.ts'

const [one, two, three] = [itemIdOf('t#1'), itemIdOf('t#2'), itemIdOf('t#3')]
const fact = factIdOf('t#fact')
const attempt = attemptId('a')

/** The first was a lucky guess, the second is about no fact, wrong and flagged; the third was believed, and wrong. */
function afterAttempt(third = three) {
  const clock = { now: () => instant(NOON), offset: () => 0 }
  const journal = createJournalStore(new LocalJournal(new TemporaryStorage(), 'p'), clock, 'p')
  const { record } = journal.getState()
  const settings = { mode: 'exam', minutes: null, seed: 1 } as const
  record({ kind: 'attempt-started', attempt, items: [one, two, third], settings })
  record({ kind: 'flagged', attempt, item: two, flagged: true, spent: 200_000 })
  const outcomes: readonly Outcome[] = [
    { item: one, facts: [fact], correct: true, guess: 0.25, confidence: 'guess' },
    { item: two, facts: [], correct: false, guess: 0.25 },
    { item: third, facts: [factIdOf('t#other'), fact], correct: false, guess: 0.25, confidence: 'sure' },
  ]
  record({ kind: 'handed-in', attempt, why: 'learner', outcomes, spent: 210_000 })
  return journal
}

test('what was missed is to be asked again, unless another part of the attempt is wanted', () => {
  const journal = afterAttempt()
  const [other, none] = [factIdOf('t#other'), [] as const]
  expect(missedOf('a', journal)).toEqual({ facts: [other, fact], items: [two], asked: [other, fact] })
  expect(missedOf('a', journal, 'lucky')).toEqual({ facts: [fact], items: none, asked: [fact] })
  expect(missedOf('a', journal, 'flagged')).toEqual({ facts: none, items: [two], asked: none })
  expect(missedOf('a', journal, 'slow')).toEqual({ facts: [fact], items: none, asked: [fact] })
  expect(missedOf('a', journal, 'sure-wrong')).toEqual({ facts: [other, fact], items: none, asked: [other, fact] })
  expect(missedOf('a', journal, 'all')).toEqual({ facts: [fact, other], items: [two], asked: [fact, other] })
  expect(missedOf('never was', journal, 'all')).toBeNull()
})

test('a question that somebody wrote is asked again as it is, and its facts are to be learned', () => {
  const written = itemIdOf('t#items/case')
  const journal = afterAttempt(written)
  expect(missedOf('a', journal)).toEqual({ facts: [factIdOf('t#other'), fact], items: [two, written], asked: [] })
})

test('an address names the part of an attempt that is to be practised', () => {
  expect(missedQuizPage(attempt)).toBe('/quiz/new?missed=a&mode=practice')
  const address = new URL(missedQuizPage(attempt, 'sure-wrong'), 'http://here')
  expect(resultListOf(address.searchParams.get('list'))).toBe('sure-wrong')
  expect(resultListOf('no such list')).toBe('wrong')
  expect(resultListOf(null)).toBe('wrong')
})
