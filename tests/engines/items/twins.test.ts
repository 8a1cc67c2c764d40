import { expect, test } from 'vitest'
import { compileCourse } from '../../../src/compiler/compile-course.ts'
import { twinsIn } from '../../../src/engines/items/twins.ts'

const question = (stem: string, key: string) =>
  `## ${stem}\n\n- [x] ${key}\n  - Yes.\n- [ ] Amazon Lex\n  - No.\n- [ ] Amazon Polly\n  - No.\n- [ ] Amazon Kendra\n  - No.\n`

function twinsOf(...questions: readonly (readonly [stem: string, key: string])[]) {
  const text = questions.map(([stem, key]) => question(stem, key)).join('\n')
  const { value, diagnostics } = compileCourse('c', [
    { path: 'c/a.md', text: '# A\n' },
    { path: 'c/items/a.md', text },
  ])
  expect(diagnostics).toEqual([])
  return twinsIn(value.authored.flatMap(({ items }) => items)).length
}

const LETTERS = 'A clinic scans paper letters and wants the fields of its forms as data. Which service reads them?'

test('two questions in almost the same words ask the same, whatever their answers', () => {
  expect(
    twinsOf(
      [LETTERS, 'Amazon Textract'],
      [
        'A clinic scans letters on paper and wants the fields of the forms as data. Which service does it?',
        'Amazon Macie',
      ],
    ),
  ).toBe(1)
})

test('with the same answer, half of the words are enough', () => {
  const alike = 'An insurer scans paper claims and wants the fields of its forms. Which service should it use?'
  expect(twinsOf([LETTERS, 'Amazon Textract'], [alike, 'Amazon Textract'])).toBe(1)
  expect(twinsOf([LETTERS, 'Amazon Textract'], [alike, 'Amazon Macie'])).toBe(0)
})

test('another case with the same answer is another question', () => {
  const other = 'A bank checks passports that customers photograph with a phone. Which service extracts the name?'
  expect(twinsOf([LETTERS, 'Amazon Textract'], [other, 'Amazon Textract'])).toBe(0)
})

test('two orders of different steps are two questions, however alike their instructions are', () => {
  const order = (...steps: readonly string[]) =>
    `## Put the steps in order, first to last.\n\n${steps.map((step, index) => `${index + 1}. ${step}\n   - So it is.`).join('\n')}\n`
  const twins = (...orders: readonly string[]) => {
    const { value } = compileCourse('c', [
      { path: 'c/a.md', text: '# A\n' },
      ...orders.map((text, index) => ({ path: `c/${index}/items/a.md`, text })),
      { path: 'c/0/a.md', text: '# A\n' },
      { path: 'c/1/a.md', text: '# B\n' },
    ])
    const items = value.authored.flatMap((file) => file.items)
    expect(items).toHaveLength(2)
    return twinsIn(items).length
  }
  const pipeline = order('Collect the data', 'Train the model', 'Deploy the endpoint')
  expect(twins(pipeline, order('Parse documents', 'Split them in chunks', 'Embed each chunk'))).toBe(0)
  expect(twins(pipeline, order('Collect all data', 'Train a model', 'Deploy the endpoint'))).toBe(1)
})
