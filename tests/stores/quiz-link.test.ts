import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startAttempt } from '../../src/engines/exam/advance.ts'
import { attemptId } from '../../src/model/ids.ts'
import type { AttemptSettings } from '../../src/model/attempt.ts'
import { instant } from '../../src/model/time.ts'
import { bankOf } from '../../src/stores/item-bank.ts'
import { formLink, readQuizLink } from '../../src/stores/quiz-link.ts'
import { manifestOf, TERMS, topicOf } from './topics.ts'

const topic = topicOf('course/one', TERMS)
const items = [...bankOf(topic).keys()]
const read = (query: string) => readQuizLink(new URLSearchParams(query), [topic], [manifestOf(topic)], 99)

test('a link says how many, how long, how and by which seed', () => {
  const { request, problems } = read('count=10&minutes=15&seed=7')
  expect(problems).toEqual([])
  expect(request).toMatchObject({ count: 10, minutes: 15, seed: 7, mode: 'practice', feedback: 'at-once', unscored: 0 })
  expect(read('mode=exam&count=65&unscored=15&minutes=90&extra=plus-30').request).toMatchObject({
    mode: 'exam',
    feedback: 'at-end',
    count: 65,
    unscored: 15,
    minutes: 90,
    extraTime: 'plus-30',
    seed: 99,
  })
  expect(read('seconds=60&feedback=at-end&task=5.1&section=course/one%23terms&only=unseen').request).toMatchObject({
    secondsPerItem: 60,
    minutes: null,
    feedback: 'at-end',
    tasks: ['5.1'],
    sections: ['course/one#terms'],
    narrowing: 'unseen',
  })
})

describe('what cannot be followed is said, and the rest of the link stands', () => {
  test.each([
    ['count=0&seed=7', '“count=0” is no whole number from 1 to 500.'],
    ['count=501&seed=7', '“count=501” is no whole number from 1 to 500.'],
    ['count=ten&seed=7', '“count=ten” is no whole number from 1 to 500.'],
    ['seed=7&minutes=-5', '“minutes=-5” is no number from 0 to 600.'],
    ['seed=7&seconds=1', '“seconds=1” is no number from 5 to 3600.'],
    ['seed=7&mode=dream', '“mode=dream” is none of practice, exam.'],
    ['seed=7&type=riddle', '“type=riddle” is none of choice, response, ordering, matching.'],
    ['seed=7&only=easy', '“only=easy” is none of missed, unseen, flagged, confused.'],
    ['seed=7&domain=five', '“domain=five” is no number.'],
    ['seed=7&task=five', '“task=five” is no number of a task statement, such as 5.1.'],
    ['seed=7&count=10&unscored=10', '“unscored=10” is no whole number from 0 to 9.'],
    ['seed=7&topic=elsewhere', 'There are no notes called “elsewhere”.'],
    ['seed=7&form=AAAA', 'The list of questions in it is damaged: a part of the link is missing or was changed.'],
  ])('%s', (query, problem) => {
    const link = read(query)
    expect(link.problems).toEqual([problem])
    expect(link.request).toMatchObject({ seed: 7, count: 10 })
  })

  test('a seed out of range', () => {
    expect(read('seed=4294967296')).toMatchObject({
      request: { seed: 99 },
      problems: ['“seed=4294967296” is no whole number from 0 to 4294967295.'],
    })
  })

  test('whatever is written, a request comes out that can be drawn', () => {
    const names = fc.constantFrom('count', 'minutes', 'seed', 'mode', 'unscored', 'seconds', 'form', 'extra', 'domain')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.double().map(String)))), (pairs) => {
        const { request } = read(new URLSearchParams(pairs).toString())
        expect(request.count).toBeGreaterThanOrEqual(1)
        expect(request.unscored).toBeLessThan(request.count)
        expect(Number.isInteger(request.seed)).toBe(true)
        expect(request.minutes === null || request.minutes > 0).toBe(true)
      }),
    )
  })
})

describe('a form that is shared', () => {
  const settings: AttemptSettings = {
    mode: 'exam',
    feedback: 'at-end',
    minutes: 120,
    secondsPerItem: null,
    extraTime: 'plus-30',
    seed: 7,
    unscored: items.slice(0, 1),
    wanted: 3,
  }
  const [first, ...rest] = items.slice(0, 3)
  if (first === undefined) throw new Error('Expected items')
  const link = formLink(startAttempt(attemptId('x'), [first, ...rest], settings, instant(0)))
  const query = link.slice(link.indexOf('?') + 1)

  test('asks the same items in the exam’s own time: extra time is granted to a person', () => {
    expect(read(query)).toMatchObject({
      request: {
        only: items.slice(0, 3),
        count: 3,
        seed: 7,
        mode: 'exam',
        minutes: 90,
        unscored: 1,
        extraTime: 'none',
      },
      problems: [],
    })
  })

  test('that was tampered with says so', () => {
    const code = new URLSearchParams(query).get('form') ?? ''
    const tampered = query.replace(code, `${code.slice(0, 3)}${code[3] === 'A' ? 'B' : 'A'}${code.slice(4)}`)
    expect(read(tampered).problems).toEqual([expect.stringContaining('damaged')])
  })

  test('of other notes says how many questions are not there', () => {
    const other = topicOf('course/two', TERMS)
    const { problems, request } = readQuizLink(new URLSearchParams(query), [other], [manifestOf(other)], 1)
    expect(problems).toEqual([expect.stringContaining('3 of its questions are not in your notes')])
    expect(request.only).toEqual([])
  })
})
