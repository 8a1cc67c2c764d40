import { expect, test } from 'vitest'
import { cardsOf } from '../../../src/engines/cards/cards-of-fact.ts'
import type { Fact } from '../../../src/model/fact.ts'
import { fact, step } from './facts.ts'

const sides = (asked: Fact, siblings: readonly Fact[] = []) =>
  cardsOf(asked, siblings).map(({ kind, cue, front, back }) => ({ kind, cue, front, back }))

test('a row is asked both ways', () => {
  expect(sides(fact('relation', { subject: 'CMK', attribute: 'Managed By', value: 'the customer' }))).toEqual([
    { kind: 'forward', cue: 'Managed By', front: 'CMK', back: 'the customer' },
    { kind: 'reverse', cue: 'Key Type, by its Managed By', front: 'the customer', back: 'CMK' },
  ])
})

test('a row whose answer others share is never asked the other way round', () => {
  expect(sides(fact('relation', { subject: 'CMK', oneToOne: false })).map(({ kind }) => kind)).toEqual(['forward'])
})

test('a term is asked by its meaning, and for it', () => {
  expect(sides(fact('term', { subject: 'BAA', value: 'an agreement' }))).toEqual([
    { kind: 'forward', cue: 'What does it mean?', front: 'BAA', back: 'an agreement' },
    { kind: 'reverse', cue: 'Which term is it?', front: 'an agreement', back: 'BAA' },
  ])
})

test('a scenario is asked for its answer, not the answer for its scenario', () => {
  expect(sides(fact('scenario', { subject: 'Find PII', value: 'Macie' }))).toEqual([
    { kind: 'forward', cue: 'What is the answer?', front: 'Find PII', back: 'Macie' },
  ])
})

const cloze = [
  { kind: 'text', text: 'CloudTrail logs ' },
  { kind: 'blank', text: 'API calls' },
  { kind: 'text', text: ', CloudWatch ' },
  { kind: 'blank', text: 'metrics' },
] as const

test('a trap is asked as a whole, and blank by blank with the other blanks filled in', () => {
  const value = 'CloudTrail logs API calls, CloudWatch metrics'
  expect(sides(fact('trap', { subject: 'Logs', value, cloze }))).toEqual([
    { kind: 'forward', cue: 'What is the trap?', front: 'Logs', back: value },
    { kind: 'cloze', cue: 'Logs', front: 'CloudTrail logs […], CloudWatch metrics', back: 'API calls' },
    { kind: 'cloze', cue: 'Logs', front: 'CloudTrail logs API calls, CloudWatch […]', back: 'metrics' },
  ])
})

test('a concept is asked blank by blank, or as a whole when it has none', () => {
  expect(sides(fact('concept', { subject: 'Logs', cloze })).map(({ kind }) => kind)).toEqual(['cloze', 'cloze'])
  expect(sides(fact('concept', { subject: 'Logs', attribute: 'Exam tip', value: 'All of it' }))).toEqual([
    { kind: 'forward', cue: 'Exam tip', front: 'Logs', back: 'All of it' },
  ])
})

test('an entry of parallel lists is asked for its list', () => {
  expect(sides(fact('membership', { subject: 'Hardware', value: 'AWS', lists: ['AWS', 'Customer'] }))).toEqual([
    { kind: 'forward', cue: 'AWS or Customer', front: 'Hardware', back: 'AWS' },
  ])
})

test('an entry of a list alone is asked blank by blank; without a blank it has no card', () => {
  expect(sides(fact('membership', { subject: 'Logs', value: 'Reports', cloze })).map(({ cue }) => cue)).toEqual([
    'Reports',
    'Reports',
  ])
  expect(sides(fact('membership', { subject: 'Logs', value: 'Reports' }))).toEqual([])
})

test('a step is asked by the one before it', () => {
  const rollout = [step('Build', 0), step('Test', 1), step('Ship', 3)]
  expect(rollout.flatMap((each) => sides(each, rollout).map(({ front }) => front))).toEqual([
    'What comes first?',
    'What comes after “Build”?',
    'What comes after “Test”?',
  ])
})

test('a step whose neighbours are not at hand is asked by its place, not as the first', () => {
  expect(sides(step('Ship', 3), [step('Ship', 3)]).map(({ front }) => front)).toEqual(['What is step 4?'])
})

test('every card of a fact has a name of its own, which begins with the fact', () => {
  const facts = [
    fact('trap', { subject: 'Logs', cloze }),
    fact('term', { subject: 'Logs' }),
    fact('relation', { subject: 'Logs' }),
  ]
  for (const asked of facts) {
    const ids = cardsOf(asked, []).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id.startsWith(`${asked.id}~`)).toBe(true)
  }
})
