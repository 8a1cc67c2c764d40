import { expect, test } from 'vitest'
import { compiled, factsOf } from './compiled.ts'

const said = (text: string) =>
  factsOf(text).map(({ kind, subject, attribute, value }) => [kind, subject, attribute, value])

test('the last sentence before a list names it', () => {
  expect(said('Much was said. What SCPs are for:\n\n- Regions\n')).toEqual([
    ['membership', 'Regions', 'is one of', 'What SCPs are for'],
  ])
})

test('a sentence names only the list right after it', () => {
  expect(said('What SCPs are for:\n\nMore words.\n\n- Regions\n')).toEqual([])
})

test.each([
  '- **Macie:** finds data',
  '- **Macie**: finds data',
  '- **Macie** — finds data',
  '- **Macie** – finds data',
])('“%s” says what its title is', (entry) => {
  expect(said(entry)).toEqual([['concept', 'Macie', 'T', 'finds data']])
})

test('bold words that open a sentence are no title', () => {
  expect(said('Uses:\n\n- **Macie** finds data\n')).toEqual([['membership', 'Macie finds data', 'is one of', 'Uses']])
})

test.each(['Exam traps', 'Common pitfalls', 'Often confused', 'Macie vs. Inspector'])(
  'titled entries under “%s” are traps',
  (heading) => {
    expect(said(`## ${heading}\n\n- **Macie:** finds data\n`)).toEqual([['trap', 'Macie', 'trap', 'finds data']])
  },
)

test('numbered entries with titles are steps, and say what their titles are', () => {
  expect(said('Order:\n\n1. **Draft:** write\n2. Check\n3. Approve\n')).toEqual([
    ['step', 'Draft', 'Order', '1 of 3'],
    ['concept', 'Draft', 'Order', 'write'],
    ['step', 'Check', 'Order', '2 of 3'],
    ['step', 'Approve', 'Order', '3 of 3'],
  ])
})

test('two numbered entries are no order worth asking', () => {
  expect(said('Order:\n\n1. Draft\n2. Check\n').map(([kind]) => kind)).toEqual(['membership', 'membership'])
})

test('the facts of a list inside an entry belong to the section, under the name of the entry', () => {
  const { value } = compiled('# T\n\nKinds:\n\n- At rest:\n  - SSE-S3\n- In transit\n')
  expect(value.facts.map(({ subject, value: list }) => [subject, list])).toEqual([
    ['At rest', 'Kinds'],
    ['In transit', 'Kinds'],
    ['SSE-S3', 'At rest'],
  ])
  expect(value.sections[0]?.facts).toEqual(value.facts.map(({ id }) => id))
})

test('a dispute of the sentence before a list withholds all that it lists', () => {
  const facts = factsOf('These are logged:[^a]\n\n- Calls\n\n[^a]: **Disputed.** No. Source: [x](https://a.example)\n')
  expect(facts.map(({ withheld }) => withheld)).toEqual(['disputed'])
})
