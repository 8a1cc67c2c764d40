import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/engines/items/grade-item.ts'
import type { Narrowing } from '../../src/stores/attempts.ts'
import { examParameters } from '../../src/stores/drill.ts'
import { formLink } from '../../src/stores/quiz-link.ts'
import { BLUEPRINT, notesOf, opened } from './rehearsals.ts'

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

  test('of few notes gives extra time in full, and a link to it is in the exam’s own time', () => {
    const page = opened([notesOf(2, 6)])
    const attempt = page.attemptOf(page.begin(`${WHOLE}&extra=plus-30`))
    const own = Math.ceil((12 * attempt.items.length) / 8)
    expect(attempt.settings.minutes).toBe(own + 30)
    expect(formLink(attempt)).toContain(`minutes=${own}&`)
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

test('what does not count does not count in another shape either', () => {
  const page = opened([notesOf(1, 10)])
  const { items, settings } = page.attemptOf(page.begin('count=4&unscored=2&seed=5&type=choice'))
  expect(items.some((id) => !page.items.has(id))).toBe(true)
  expect(settings.unscored).toHaveLength(2)
  for (const id of settings.unscored) expect(items).toContain(id)
})
