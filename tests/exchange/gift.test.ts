import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsIn } from '../../src/engines/items/generate-items.ts'
import { giftFile, giftQuestion } from '../../src/exchange/gift.ts'
import { itemIdOf, optionId, sectionId, topicId } from '../../src/model/ids.ts'
import type { Item, Option } from '../../src/model/item.ts'
import { compileAll } from '../../src/node/read-notes.ts'
import { readGift } from './read-gift.ts'

const topic = topicId('c/t')
const source = { topic, section: sectionId('s'), anchor: 's', file: 't.md', line: 1 }

const option = (text: string, correct: boolean, rationale = ''): Option => ({
  id: optionId(text),
  text,
  correct,
  rationale,
  source,
})

const base = {
  id: itemIdOf('c/t#s/port?choice'),
  origin: 'generated',
  topic,
  domain: null,
  objective: null,
  facts: [],
  remarks: [],
  references: [],
} as const

const choice = (stem: string, options: readonly Option[], exhibit?: string): Item => ({
  ...base,
  type: 'choice',
  stem,
  options,
  ...(exhibit === undefined ? {} : { exhibit }),
})

describe('a question as GIFT', () => {
  test('of one right answer names it, explains each, and adds what else the notes say', () => {
    const item: Item = {
      ...choice('Which port has SSH?', [option('22', true, 'It has 22.'), option('23', false, 'That is Telnet.')]),
      remarks: [{ label: 'Exam tip', text: 'Mind the server.', source }],
      references: [{ title: 'RFC', address: 'https://example.com', checked: null }],
    }
    expect(giftQuestion(item)).toBe(
      [
        '::c/t\\#s/port?choice::[plain]Which port has SSH? {',
        '=22#It has 22.',
        '~23#That is Telnet.',
        '####[plain]Exam tip\\: Mind the server.\\nRFC\\: https\\://example.com',
        '}',
      ].join('\n'),
    )
  })

  test('of several right answers shares the points, and a wrong one takes them', () => {
    const options = [option('A', true), option('B', true), option('C', true), option('D', false), option('E', false)]
    expect(giftQuestion({ ...base, type: 'response', pick: 3, stem: 'Which THREE?', options })).toBe(
      '::c/t\\#s/port?choice::[plain]Which THREE? {\n~%33.33333%A\n~%33.33333%B\n~%33.33333%C\n~%-100%D\n~%-100%E\n}',
    )
  })

  test('of steps matches each with its place', () => {
    const options = [option('Check', true), option('Draft', true), option('Approve', true)]
    const order = ['Draft', 'Check', 'Approve'].map(optionId)
    expect(giftQuestion({ ...base, type: 'ordering', stem: 'Order?', options, order })).toBe(
      '::c/t\\#s/port?choice::[plain]Order? {\n=Draft -> 1\n=Check -> 2\n=Approve -> 3\n}',
    )
  })

  test('of pairs offers what matches nothing too, and an arrow in a text parts no pair', () => {
    const options = [option('a->b', true), option('c', true), option('d', false)]
    const prompts = [
      { id: optionId('1'), text: 'One', answer: optionId('a->b') },
      { id: optionId('2'), text: 'Two', answer: optionId('c') },
    ]
    expect(giftQuestion({ ...base, type: 'matching', stem: 'Match.', options, prompts })).toBe(
      '::c/t\\#s/port?choice::[plain]Match. {\n=One -> a→b\n=Two -> c\n= -> d\n}',
    )
  })

  test('to be typed takes every name that counts, and a star is no wildcard', () => {
    const item: Item = {
      ...base,
      type: 'typed',
      stem: 'Name?',
      options: [option('S3*', true)],
      accepted: ['S3*', 'Simple'],
      others: [],
    }
    expect(giftQuestion(item)).toBe('::c/t\\#s/port?choice::[plain]Name? {\n=S3\\*\n=Simple\n}')
  })

  test('keeps every sign of its words', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'ab\\~=#{}:%[]/n \n"<>'), minLength: 1, maxLength: 20 })
      .map((text) => `${text}w`.trim().replace(/\s*\n/g, '\n'))
    fc.assert(
      fc.property(words, fc.uniqueArray(words, { minLength: 2, maxLength: 4 }), words, (stem, texts, code) => {
        const options = texts.map((text, index) => option(text, index === 0, text))
        const [question] = readGift(giftQuestion(choice(stem, options, code)))
        expect(question?.stem).toBe(`${stem}\n${code}`)
        expect(question?.answers).toEqual(
          texts.map((text, index) => ({ weight: index === 0 ? 100 : 0, text, feedback: text })),
        )
      }),
      { numRuns: 500 },
    )
  })
})

test('the questions of the built-in course are all in the file, a category for each topic that has some', () => {
  for (const { value } of compileAll('content')) {
    const topics = value.topics.map((each) => ({ topic: each, items: itemsIn(each) }))
    const questions = topics.flatMap(({ items }) => items)
    const read = readGift(giftFile('A/B', topics))
    expect(read.map(({ name }) => name)).toEqual(questions.map(({ id }) => id))
    expect(read.map(({ stem }) => stem)).toEqual(
      questions.map(({ stem, exhibit }) => (exhibit === undefined ? stem : `${stem}\n${exhibit}`)),
    )
    expect(giftFile('A/B', topics)).toMatch(/^\$CATEGORY: A\/\/B\/\S/)
  }
  expect(giftFile('A', [{ topic: { title: 'T' }, items: [] }])).toBe('')
})
