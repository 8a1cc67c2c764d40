import { expect, test } from 'vitest'
import { advance } from '../../../src/engines/exam/advance.ts'
import { confusedFacts, itemHistory } from '../../../src/engines/exam/item-history.ts'
import type { Attempt, AttemptAction } from '../../../src/model/attempt.ts'
import { factIdOf, itemIdOf, optionIdOf, sectionId, topicId, variantId } from '../../../src/model/ids.ts'
import type { Item } from '../../../src/model/item.ts'
import { instant } from '../../../src/model/time.ts'
import { a, after, b, handedIn, one, outcome, PRACTICE, START, started, three, two } from './attempts.ts'

const flag = (flagged: boolean): AttemptAction => ({ kind: 'flagged', ...after(1), item: one, flagged })
const later = (attempt: Attempt): Attempt => ({ ...attempt, startedAt: instant(START + 5) })

test('an item was missed when it was wrong the last time, flagged when it was flagged the last time', () => {
  const first = [flag(true), handedIn(2, [outcome(one, false), outcome(two, false)])].reduce<Attempt>(
    advance,
    started(),
  )
  expect([...itemHistory([first]).missed]).toEqual([one, two])
  expect([...itemHistory([first]).flagged]).toEqual([one])
  const second = later(advance(started(), handedIn(2, [outcome(one, true), outcome(three, false)])))
  const both = itemHistory([second, first])
  expect([[...both.missed], [...both.flagged]]).toEqual([[two, three], []])
  expect(both.lastAsked.get(one)).toBe(START + 5)
})

test('of an attempt under way, what was seen was asked, and what was checked was graded', () => {
  const running = advance(started(PRACTICE), { kind: 'checked', ...after(1), outcome: outcome(one, false) })
  const history = itemHistory([running])
  expect([...history.lastAsked.keys()]).toEqual([one])
  expect([...history.missed]).toEqual([one])
})

test('an item that was asked in another shape was asked', () => {
  const shaped = variantId(one, 'three')
  const attempt = { ...started(), items: [shaped] }
  const history = itemHistory([advance({ ...attempt, current: shaped }, handedIn(1, [outcome(shaped, false)]))])
  expect([...history.missed].toSorted()).toEqual([one, shaped].toSorted())
})

test('facts are confused when the answer to one was chosen for the other', () => {
  const place = (anchor: string) => ({ topic: topicId('c/t'), section: sectionId('s'), anchor, file: 'f', line: 1 })
  const option = (id: string, anchor: string, correct: boolean) => {
    return { id: optionIdOf(id), text: id, correct, rationale: '', source: place(anchor) }
  }
  const item: Item = {
    id: itemIdOf('1'),
    type: 'choice',
    origin: 'generated',
    topic: topicId('c/t'),
    domain: null,
    objective: null,
    stem: '',
    options: [option('a', 's/asked', true), option('b', 's/taken-for-it', false), option('c', 's/never', false)],
    facts: [factIdOf('c/t#s/asked')],
    remarks: [],
    references: [],
  }
  const attemptWith = (chosen: typeof a): Attempt => {
    const graded = { ...outcome(one, chosen === a), facts: item.facts }
    const steps = [{ kind: 'answered', ...after(1), item: one, chosen: [chosen] }, handedIn(2, [graded])] as const
    return steps.reduce<Attempt>(advance, started())
  }
  const items = new Map([[one, item]])
  expect([...confusedFacts([attemptWith(b)], items)]).toEqual(['c/t#s/asked', 'c/t#s/taken-for-it'])
  expect(confusedFacts([attemptWith(a)], items).size).toBe(0)
  expect(confusedFacts([attemptWith(b)], new Map()).size).toBe(0)
})
