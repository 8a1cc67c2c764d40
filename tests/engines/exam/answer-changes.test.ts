import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerChanges } from '../../../src/engines/exam/answer-changes.ts'
import { isComplete, isRight } from '../../../src/engines/items/grade-item.ts'
import type { AttemptAction, Chosen } from '../../../src/model/attempt.ts'
import { optionIdOf, sectionId, topicId, typedText } from '../../../src/model/ids.ts'
import type { ItemId } from '../../../src/model/ids.ts'
import type { Item, Option } from '../../../src/model/item.ts'
import { a, actions, after, attempts, b, one, outcome, PRACTICE, started, three, two } from './attempts.ts'

const c = optionIdOf('c')
const source = { topic: topicId('t'), section: sectionId('s'), anchor: 's', file: 'f', line: 1 }
const options = [a, b, c].map((id): Option => ({ id, text: id, correct: id === a, rationale: '', source }))
const base = {
  origin: 'generated',
  topic: topicId('t'),
  domain: null,
  objective: null,
  stem: '?',
  facts: [],
  remarks: [],
  references: [],
} as const
const choice: Item = { ...base, id: one, type: 'choice', options }
const response: Item = {
  ...base,
  id: two,
  type: 'response',
  pick: 2,
  options: options.map((option) => ({ ...option, correct: option.id !== c })),
}
const ordering: Item = { ...base, id: three, type: 'ordering', options, order: [a, b, c] }
const items = new Map<ItemId, Item>([choice, response, ordering].map((item) => [item.id, item]))

const answered = (item: ItemId, ...chosen: Chosen): AttemptAction => ({ kind: 'answered', item, chosen, ...after(1) })
const visited = (item: ItemId): AttemptAction => ({ kind: 'visited', item, ...after(1) })
const changes = (log: readonly AttemptAction[], attempt = started(), known = items) => {
  const { toRight, toWrong, wrongToWrong } = answerChanges(attempt, log, known, { isRight, isComplete })
  return [toRight, toWrong, wrongToWrong]
}

describe('of options to tick, a change is a whole answer in place of another', () => {
  test('to the right one, away from it, and from wrong to wrong', () => {
    expect(changes([answered(one, b), answered(one, a)])).toEqual([1, 0, 0])
    expect(changes([answered(one, a), answered(one, b)])).toEqual([0, 1, 0])
    expect(changes([answered(one, b), answered(one, c)])).toEqual([0, 0, 1])
    expect(changes([answered(one, a), answered(one, b), answered(one, a)])).toEqual([1, 1, 0])
  })

  test('a first answer, and the same once more, is none', () => {
    expect(changes([answered(one, b), answered(one, b)])).toEqual([0, 0, 0])
  })

  test('what is ticked and unticked on the way does not count', () => {
    const log = [answered(two, a), answered(two, a, c), answered(two, a), answered(two, a, b)]
    expect(changes(log)).toEqual([1, 0, 0])
    expect(changes([...log, answered(two, b), answered(two, b, a)])).toEqual([1, 0, 0])
  })
})

describe('what is put in order, matched or typed', () => {
  test('is changed when another answer stands as it is left again', () => {
    const first = [visited(three), answered(three, b, a, c), answered(three, c, a, b), visited(one)]
    expect(changes(first)).toEqual([0, 0, 0])
    expect(
      changes([...first, visited(three), answered(three, a, c, b), answered(three, a, b, c), visited(two)]),
    ).toEqual([1, 0, 0])
  })

  test('is changed too when the attempt ends there', () => {
    const log = [visited(three), answered(three, a, b, c), visited(one), visited(three), answered(three, b, a, c)]
    expect(changes(log)).toEqual([0, 1, 0])
  })

  test('another spelling of the right name is no change', () => {
    const typed: Item = { ...base, id: one, type: 'typed', options, accepted: ['GuardDuty'], others: [] }
    const name = (text: string) => answered(one, typedText(text))
    const log = [name('guardduty'), visited(two), visited(one), name('GuardDuty'), visited(two)]
    expect(changes(log, started(), new Map([[one, typed]]))).toEqual([0, 0, 0])
    const other = [...log, visited(one), name('Macie'), visited(two)]
    expect(changes(other, started(), new Map([[one, typed]]))).toEqual([0, 1, 0])
  })
})

test('after a check nothing is changed any more', () => {
  const checked: AttemptAction = { kind: 'checked', outcome: outcome(one, false), ...after(1) }
  expect(changes([answered(one, b), checked, answered(one, a)], started(PRACTICE))).toEqual([0, 0, 0])
})

test('a question that the notes no longer give is left out', () => {
  expect(changes([answered(one, b), answered(one, a)], started(), new Map())).toEqual([0, 0, 0])
})

test('there are never more changes than answers, and none where each was answered once', () => {
  fc.assert(
    fc.property(attempts, fc.array(actions, { maxLength: 30 }), (attempt, log) => {
      const {
        toRight,
        toWrong,
        wrongToWrong,
        items: changed,
      } = answerChanges(attempt, log, items, { isRight, isComplete })
      const answers = log.filter(({ kind }) => kind === 'answered').length
      const sum = toRight + toWrong + wrongToWrong
      expect(sum).toBeLessThanOrEqual(Math.max(0, answers - 1))
      expect(changed.length).toBeLessThanOrEqual(sum)
      for (const item of changed) {
        expect(log.filter((action) => action.kind === 'answered' && action.item === item).length).toBeGreaterThan(1)
      }
    }),
  )
})
