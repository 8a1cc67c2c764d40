import { expect, test } from 'vitest'
import { withBackground } from '../../src/compiler/background.ts'
import { drawForm } from '../../src/engines/exam/form.ts'
import { givesAway } from '../../src/engines/items/gives-away.ts'
import { itemsIn } from '../../src/engines/items/generate-items.ts'
import { withAuthored } from '../../src/model/authored-items.ts'
import type { ItemId } from '../../src/model/ids.ts'
import { instant } from '../../src/model/time.ts'
import type { Instant } from '../../src/model/time.ts'
import { compilePath } from '../../src/node/read-notes.ts'

const course = withBackground(compilePath('content/aif-c01').value)
const bank = withAuthored(course.topics, course.authored).flatMap(itemsIn)
const blueprint = course.blueprint ?? { domains: [], items: 0, scoredItems: 0 }
const weights = new Map(blueprint.domains.map(({ number, weight }) => [number, weight]))

/** As many whole exams, one after the other, by one learner. */
function examsOf(count: number, seed: number) {
  const lastAsked = new Map<ItemId, Instant>()
  return Array.from({ length: count }, (_, index) => {
    const { items } = drawForm(
      bank,
      { count: blueprint.items, seed: seed + index, topics: [], domains: [], types: [], facts: [] },
      { givesAway, weights, lastAsked: new Map(lastAsked), isWrittenFirst: true, unscored: 15 },
    )
    for (const { id } of items) lastAsked.set(id, instant(index + 1))
    return items
  })
}

test.each([1, 100, 1000])('eight whole exams have written questions alone, by weight, and none twice (seed %i)', (seed) => {
  const exams = examsOf(8, seed)
  for (const items of exams) {
    expect(items.filter(({ origin }) => origin !== 'authored').map(({ id }) => id)).toEqual([])
    expect(blueprint.domains.map(({ number }) => items.filter(({ domain }) => domain === number).length)).toEqual([
      13, 16, 18, 9, 9,
    ])
  }
  const ids = exams.flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(8 * 65)
})

test('no question of an exam says the answer to another one of it', () => {
  for (const items of examsOf(3, 7)) {
    const given = items.flatMap((one) => items.filter((other) => other !== one && givesAway(one, other)))
    expect(given.map(({ id }) => id)).toEqual([])
  }
})
