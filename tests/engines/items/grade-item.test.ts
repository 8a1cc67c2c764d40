import { describe, expect, test } from 'vitest'
import { gradeItem, isComplete, keyOf, rightParts } from '../../../src/engines/items/grade-item.ts'
import { factIdOf, itemIdOf, optionIdOf, sectionId, topicId, typedText } from '../../../src/model/ids.ts'
import type {
  ChoiceItem,
  MatchingItem,
  Option,
  OrderingItem,
  ResponseItem,
  TypedItem,
} from '../../../src/model/item.ts'

const [a, b, c, d, e] = [optionIdOf('a'), optionIdOf('b'), optionIdOf('c'), optionIdOf('d'), optionIdOf('e')]

function options(text: string, right: string): readonly Option[] {
  const source = { topic: topicId('t'), section: sectionId('s'), anchor: 's', file: 't.md', line: 1 }
  return Array.from(text, (name) => ({
    id: optionIdOf(name),
    text: name,
    correct: right.includes(name),
    rationale: `${name}.`,
    source,
  }))
}

const shared = {
  id: itemIdOf('t#s?choice'),
  origin: 'generated',
  topic: topicId('t'),
  domain: 5,
  objective: null,
  stem: 'Which?',
  facts: [factIdOf('t#s/term/means/x')],
  remarks: [],
  references: [],
} as const

const choice: ChoiceItem = { ...shared, type: 'choice', options: options('abcd', 'b') }
const response: ResponseItem = { ...shared, type: 'response', options: options('abcde', 'bd'), pick: 2 }
const ordering: OrderingItem = { ...shared, type: 'ordering', options: options('abc', 'abc'), order: [c, a, b] }
const matching: MatchingItem = {
  ...shared,
  type: 'matching',
  options: options('abc', 'abc'),
  prompts: [
    { id: d, text: 'D', answer: b },
    { id: e, text: 'E', answer: c },
    { id: optionIdOf('f'), text: 'F', answer: a },
  ],
}

const typed: TypedItem = {
  ...shared,
  type: 'typed',
  options: options('a', 'a'),
  accepted: ['Guardrails'],
  others: ['GuardDuty'],
}

test('a typed name is right or wrong; nobody guesses it', () => {
  expect(gradeItem(typed, [typedText('guardrials')])).toMatchObject({ item: typed.id, correct: true, guess: 0 })
  for (const text of ['GuardDuty', 'Guard', '']) expect(gradeItem(typed, [typedText(text)]).correct).toBe(false)
  expect(gradeItem(typed, []).correct).toBe(false)
  expect([rightParts(typed, [typedText('guardrail')]), rightParts(typed, [])]).toEqual([1, 0])
  expect(keyOf(typed)).toEqual(['Guardrails'])
  expect(isComplete(typed, [typedText('anything')])).toBe(true)
})

test('one of four is right or wrong; a guess is right one time in four', () => {
  expect(gradeItem(choice, [b])).toEqual({
    item: choice.id,
    facts: choice.facts,
    correct: true,
    guess: 0.25,
    domain: 5,
  })
  for (const chosen of [[a], [], [''] as const, [b, a]]) expect(gradeItem(choice, chosen).correct).toBe(false)
})

describe('two of five', () => {
  test('are right together, in any order', () => {
    expect(gradeItem(response, [b, d]).correct).toBe(true)
    expect(gradeItem(response, [d, b]).correct).toBe(true)
  })

  test('give no credit for one of them, for one twice, or for more than were asked', () => {
    for (const chosen of [[b], [b, b], [b, c], [b, d, c], [a, b, c, d, e]]) {
      expect(gradeItem(response, chosen).correct).toBe(false)
    }
  })

  test('are guessed one time in ten', () => {
    expect(gradeItem(response, []).guess).toBeCloseTo(1 / 10)
  })
})

test('an order is right only as a whole; three are guessed one time in six', () => {
  expect(gradeItem(ordering, [c, a, b])).toMatchObject({ correct: true, guess: 1 / 6 })
  expect(gradeItem(ordering, [a, c, b]).correct).toBe(false)
  expect(gradeItem(ordering, [c, a]).correct).toBe(false)
})

test('a matching is right only when every prompt has its own answer', () => {
  expect(gradeItem(matching, [b, c, a])).toMatchObject({ correct: true, guess: 1 / 6 })
  expect(gradeItem(matching, [b, a, c]).correct).toBe(false)
  expect(gradeItem(matching, [b, c, '']).correct).toBe(false)
})

test('the parts that are right are counted for the feedback', () => {
  expect(rightParts(response, [b, c])).toBe(1)
  expect(rightParts(ordering, [c, b, a])).toBe(1)
  expect(rightParts(matching, [b, '', a])).toBe(2)
  expect(rightParts(choice, [])).toBe(0)
})

test('an answer is whole when every place is filled', () => {
  expect(isComplete(choice, undefined)).toBe(false)
  expect(isComplete(response, [b])).toBe(false)
  expect(isComplete(response, [b, c])).toBe(true)
  expect(isComplete(matching, [b, '', a])).toBe(false)
})

test('the key is written as answers are', () => {
  expect(keyOf(choice)).toEqual([b])
  expect(keyOf(response)).toEqual([b, d])
  expect(keyOf(ordering)).toEqual([c, a, b])
  expect(keyOf(matching)).toEqual([b, c, a])
})

test('how sure the learner was goes with the outcome, where it was said', () => {
  expect(gradeItem(choice, [b], 'guess')).toMatchObject({ correct: true, confidence: 'guess' })
  expect(gradeItem(choice, [b])).not.toHaveProperty('confidence')
})
