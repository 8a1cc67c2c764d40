import { expect, test } from 'vitest'
import { givesAway } from '../../../src/engines/items/gives-away.ts'
import { generateItems } from '../../../src/engines/items/generate-items.ts'
import { relations, ofType } from './tables.ts'

const macie = ofType(
  generateItems(
    relations({
      headings: ['Service', 'Use'],
      rows: [
        ['Macie', 'finds personal data in buckets'],
        ['Inspector', 'finds open flaws in images'],
        ['Artifact', 'gives signed reports on request'],
        ['Detective', 'follows incidents to their root'],
      ],
    }),
  ),
  'choice',
).find(({ id }) => id.includes('reverse'))

function asking(stem: string) {
  if (macie === undefined) throw new Error('Expected a question for Macie')
  return { ...macie, stem }
}

test('a question that names the key of another, and speaks of the same, gives it away', () => {
  const other = asking('Which service has this use? “finds personal data in buckets”')
  expect(givesAway(asking('A bank lets Macie find personal data in its buckets. What is missing?'), other)).toBe(true)
})

test('one that names the key in another matter does not', () => {
  const other = asking('Which service has this use? “finds personal data in buckets”')
  expect(givesAway(asking('A bank pays for Macie by the hour. What is cheaper?'), other)).toBe(false)
})

test('one that speaks of the same and leaves the key unsaid does not', () => {
  const other = asking('Which service has this use? “finds personal data in buckets”')
  expect(givesAway(asking('A bank has personal data in its buckets. Who finds it?'), other)).toBe(false)
})

test('a key that its own question says is given away by nobody else', () => {
  const other = asking('What does Macie do with personal data in buckets?')
  expect(givesAway(asking('Macie finds personal data in buckets. When?'), other)).toBe(false)
})

test('a name that is to be typed is given away like one that is to be chosen', () => {
  const other = asking('Which service has this use? “finds personal data in buckets”')
  const typed = { ...other, type: 'typed', accepted: ['Macie'], others: [] } as const
  expect(givesAway(asking('A bank lets Macie find personal data in its buckets. What is missing?'), typed)).toBe(true)
  expect(givesAway(asking('A bank has personal data in its buckets. Who finds it?'), typed)).toBe(false)
})
