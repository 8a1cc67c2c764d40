import { expect, test } from 'vitest'
import { compilePath } from '../../src/node/read-notes.ts'

const { authored } = compilePath('content/aif-c01').value
const items = authored.flatMap((file) => file.items)

test('an answer to any written question is evidence about facts of the notes', () => {
  expect(items.length).toBeGreaterThanOrEqual(520)
  expect(items.filter(({ facts }) => facts.length === 0).map(({ stem }) => stem)).toEqual([])
})
