import { describe, expect, test } from 'vitest'
import { compileCourse } from '../../../src/compiler/compile-course.ts'
import { lintItems } from '../../../src/engines/items/lint-items.ts'

/** The remarks on one question; the first answer is right. */
function rulesOf(stem: string, answers: readonly string[], keys = 1, names: readonly (readonly string[])[] = []) {
  const options = answers.map((answer, at) => `- [${at < keys ? 'x' : ' '}] ${answer}\n  - Why.`).join('\n')
  const { value, diagnostics } = compileCourse('c', [
    { path: 'c/a.md', text: '# A\n' },
    { path: 'c/items/a.md', text: `# T\n\n## ${stem}\n\n${options}\n` },
  ])
  expect(diagnostics).toEqual([])
  const remarks = value.authored.flatMap((file) => lintItems(file, names))
  for (const remark of remarks) expect(remark).toMatchObject({ severity: 'warning', file: 'c/items/a.md', line: 3 })
  return remarks.map(({ rule }) => rule)
}

const ANSWERS = ['Roses', 'Tulips', 'Daisies', 'Lilies']

test('nothing is said about a question that gives nothing away', () => {
  expect(rulesOf('A florist has one vase. Which flowers suit it?', ANSWERS)).toEqual([])
})

describe('the words of the question', () => {
  test.each([
    ['Flowers suit the vase as follows.', ['item-without-question']],
    ['Which flowers suit it? (Choose one.)', []],
    ['Which flowers do not suit it?', ['item-quiet-not']],
    ['Which flowers do NOT suit it?', []],
    ['The vase is not large. Which flowers suit it?', []],
    ['All suit it, except which?', ['item-quiet-not']],
  ])('%j', (stem, rules) => {
    expect(rulesOf(stem, ANSWERS)).toEqual(rules)
  })
})

describe('the answers', () => {
  const asked = 'A florist has one vase. Which flowers suit it?'
  test.each([
    ['of the above', ['Roses', 'Tulips', 'Daisies', 'All of the above'], ['item-all-of-the-above']],
    ['by letters', ['Roses', 'Tulips', 'Daisies', 'Both A and B'], ['item-all-of-the-above']],
    ['within another', ['Red roses', 'Roses', 'Daisies', 'Lilies'], ['item-option-in-option']],
    ['absolute and wrong', ['Roses', 'Only tulips', 'Daisies', 'Lilies'], ['item-absolute-word']],
    ['absolute, the right one too', ['Only roses', 'Only tulips', 'Daisies', 'Lilies'], []],
    ['right and long', ['Roses of the garden', 'Tulips', 'Daisies', 'Lilies'], ['item-key-length']],
    ['right and short', ['Ivy', 'Tulips', 'Daisies', 'Lilies'], ['item-key-length']],
    ['echoing the question', ['A vase', 'Tulips', 'Daisies', 'Lilies'], ['item-key-echo']],
    ['all echoing it', ['A vase', 'A bouquet for a vase', 'Daisies', 'Lilies'], ['item-option-in-option']],
  ])('%s', (_name, answers, rules) => {
    expect(rulesOf(asked, answers)).toEqual(rules)
  })

  test('names of one thing overlap', () => {
    const answers = ['Roses', 'Tulips', 'Tulipa', 'Lilies']
    expect(rulesOf(asked, answers)).toEqual([])
    expect(rulesOf(asked, answers, 1, [['Tulips', 'Tulipa']])).toEqual(['item-option-in-option'])
  })

  test('of which several are right may overlap where both are right', () => {
    const answers = ['Red roses', 'Roses', 'Daisies', 'Lilies', 'Tulips']
    expect(rulesOf('Which flowers suit it? (Select TWO.)', answers, 2)).not.toContain('item-option-in-option')
  })
})

test('steps and pairs are judged by their question and by what could be taken for each other', () => {
  const text =
    '# T\n\n## Put them in order.\n\n1. One\n   - a\n2. One more\n   - b\n3. All\n   - c\n\n## Match them\n\n| A | B | C |\n|---|---|---|\n| a | Rose | x |\n| b | Red rose | x |\n| c | Lily | x |\n\n## They stand in a row.\n\n1. One\n   - a\n2. Two\n   - b\n3. Three\n   - c\n'
  const { value } = compileCourse('c', [
    { path: 'c/a.md', text: '# A\n' },
    { path: 'c/items/a.md', text },
  ])
  expect(value.authored.flatMap((file) => lintItems(file)).map(({ rule, line }) => [line, rule])).toEqual([
    [12, 'item-option-in-option'],
    [20, 'item-without-question'],
  ])
})
