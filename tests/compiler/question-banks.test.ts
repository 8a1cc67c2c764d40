import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compiled, rulesOf } from './compiled.ts'
import { shownIn } from './shown-text.ts'

/** The right options of the questions of some notes. */
function keysIn(text: string): readonly (readonly string[])[] {
  return compiled(`# T\n\n${text}`).value.items.map(({ options }) =>
    options.flatMap((option) => (option.correct ? [option.text] : [])).toSorted(),
  )
}

const lettered = (answer: string) => `Which is it?\n\nA. Macie\nB. Config\nC. Inspector\nD. GuardDuty\n\n${answer}\n`

describe('the answer of a lettered question', () => {
  test.each([
    ['Answer: B', ['Config']],
    ['Ans. b', ['Config']],
    ['Answer: (B)', ['Config']],
    ['**Answer:** B) Config', ['Config']],
    ['Correct answer is B.', ['Config']],
    ['Answer: B – it has rules', ['Config']],
    ['Answer: B because it has rules', ['Config']],
    ['**Correct answer:** B, D', ['Config', 'GuardDuty']],
    ['Answers: B and D', ['Config', 'GuardDuty']],
    ['Correct answers: A, B, and D', ['Config', 'GuardDuty', 'Macie']],
    ['Answer: BD', ['Config', 'GuardDuty']],
    ['Answer: Config', ['Config']],
    ['Answer: Config, GuardDuty', ['Config', 'GuardDuty']],
    ['<details><summary>Show answer</summary>\n\nB\n\n</details>', ['Config']],
    ['<details><summary>Answer: B</summary>\n\nRules.\n\n</details>', ['Config']],
    ['<details>\n<summary>Answer</summary>\n\n**B, D** – rules\n\n</details>', ['Config', 'GuardDuty']],
  ])('is read from %j', (answer, keys) => {
    expect(keysIn(lettered(answer))).toEqual([keys])
  })

  test.each([
    'Answer: A company should use Config',
    'Answer: B) Macie',
    'Answer: E',
    'Answer: it depends',
    'Answer: B\n\nCorrect answer: C',
    'Answer: A, B, C, D',
    'Explanation: B has rules.',
  ])('is not guessed from %j', (answer) => {
    expect(keysIn(lettered(answer))).toEqual([])
    expect(rulesOf(`# T\n\n${lettered(answer)}`)).toContain('question-without-key')
  })
})

test('a list of things to do is no question', () => {
  const { value, diagnostics } = compiled('# T\n\nDone so far:\n\n- [x] Read\n- [ ] Practise\n')
  expect(value.items).toEqual([])
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('a letter is taken off the answers only where it counts them', () => {
  expect(keysIn('Which one?\n\n- [x] C: drive\n- [ ] D: drive\n')).toEqual([['C: drive']])
  expect(keysIn('Which one?\n\n- [x] A) drive\n- [ ] B) disk\n')).toEqual([['drive']])
})

test('an answer is no stem of the options that follow it', () => {
  expect(keysIn(`${lettered('Answer: B')}\nA) Yes\nB) No\n\nAnswer: A\n`)).toEqual([['Config']])
})

test('a details block without its end does not swallow the next question', () => {
  const text = `${lettered('<details><summary>Answer</summary>\n\nB')}\nWho reads?\n\n- [x] I\n- [ ] You\n`
  expect(keysIn(text)).toEqual([['Config'], ['I']])
})

test('renumbering, reordering and correcting a question keeps its id', () => {
  const idOf = (text: string) => compiled(`# T\n\n${text}`).value.items.map(({ id }) => id)
  const before = idOf('Q1: Which is it?\n\n- [x] One\n- [ ] Two\n')
  expect(before).toEqual(['c/t#t/question/which-is-it'])
  expect(idOf('**Question 9. Which is it?**\n\n- [ ] Three\n- [x] Two\n')).toEqual(before)
})

test('questions that differ in a sign alone are told apart', () => {
  const ids = ['C++', 'C#'].flatMap((name) => {
    return compiled(`# T\n\nWhat is ${name}?\n\n- [x] a\n- [ ] b\n`).value.items.map(({ id }) => id)
  })
  expect(new Set(ids).size).toBe(2)
})

test('a quoted question names the lines of its file', () => {
  const [item] = compiled('# T\r\n\r\n> Which is it?\r\n>\r\n> - [x] One\r\n> - [ ] Two\r\n').value.items
  expect(item?.options.map(({ source }) => source.line).toSorted()).toEqual([5, 6])
})

const word = fc.constantFrom('Macie', 'Config', 'A', 'B', 'Which?', '[x]', 'Answer: B', '', 'A company', 'C)', 'x, y')
const noise = fc.constantFrom('', 'Which one?', 'Question 3', '## Q4', '</details>', 'B', '> x', '| A | B |\n|---|---|')
const stem = fc.constantFrom(
  'Which one?\n',
  '1. Which? (Choose two)\n',
  'Q3: Who?\n',
  '### Question 4: How?\n',
  'Why?',
  '',
)
const marks = fc.constantFrom(
  ['- [x] ', '- [ ] ', '- [ ] '],
  ['- [x] ', '- [x] ', '- [ ] ', '- [ ] '],
  ['A. ', 'B. ', 'C. '],
  ['- A) ', '- B) '],
  ['   - [ ] ', '   - [x] '],
)
const answer = fc.constantFrom(
  '',
  '\nAnswer: B',
  '\nAnswer: A, C',
  'Answer: A',
  '\n<details><summary>Answer</summary>\n\nB\n\nSo.\n\n</details>',
  '\n<details><summary>Answer: A</summary>\n',
  '\nExplanation: so.',
)
const question = fc
  .tuple(stem, marks, fc.array(word, { minLength: 4, maxLength: 4 }), answer)
  .map(([asked, each, words, solved]) => {
    const options = each.map((mark, place) => `${mark}${words[place] ?? ''} ${place === 0 ? '' : place}`.trimEnd())
    return [asked, ...options, solved, ''].join('\n')
  })
const line = fc.oneof({ arbitrary: question, weight: 3 }, { arbitrary: noise, weight: 1 })

test('whatever a bank is made of, each of its questions has a key, a wrong answer, and reasons', () => {
  let asked = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { items } = compiled(`# T\n\n${lines.join('\n')}`).value
      asked += items.length
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      for (const item of items) {
        const keys = item.options.filter(({ correct }) => correct).length
        expect(keys).toBeGreaterThan(0)
        expect(keys).toBeLessThan(item.options.length)
        expect(item.type).toBe(keys === 1 ? 'choice' : 'response')
        expect(new Set(item.options.map(({ id }) => id)).size).toBe(item.options.length)
        expect(item.stem).not.toBe('')
        expect(item.options.every(({ text, rationale }) => text !== '' && rationale !== '')).toBe(true)
        expect([item.origin, item.facts]).toEqual(['authored', []])
      }
    }),
    { numRuns: 1000, seed: 11 },
  )
  expect(asked).toBeGreaterThan(200)
})

test('a block between colons among the answers keeps its label and its title', () => {
  const { sections } = compiled(
    '# T\n\nWhy?\n\n- [x] One\n\n  ::: tip Look here\n  It is so.\n  :::\n- [ ] Two\n',
  ).value
  expect(shownIn({ title: '', sections, notes: [] })).toContain('Tip — Look here\nIt is so.')
})

describe('a key without the word “answer”', () => {
  test.each([
    ['- B - Correct', ['Config']],
    ['- B - Correct\n- A - Incorrect', ['Config']],
    ['- **Answer: B**', ['Config']],
    ['> **Answer: B**', ['Config']],
    ['✅ B', ['Config']],
    ['**B**', ['Config']],
    ['B, D', ['Config', 'GuardDuty']],
    ['B is correct because it has rules.', ['Config']],
    ['B is the right answer.\n\nA is wrong.', ['Config']],
    ['B and D are correct.', ['Config', 'GuardDuty']],
    ['Answer: B\n\n- B is correct because it has rules\n- A is wrong', ['Config']],
  ])('is read from %j below answers with letters', (key, keys) => {
    expect(keysIn(lettered(key))).toEqual([keys])
  })

  test.each(['A note', 'B is not correct.', 'B is correct in two cases of three.', 'E - Correct', 'Answer: A\n\n✅ B'])(
    'is not guessed from %j',
    (key) => {
      expect(keysIn(lettered(key))).toEqual([])
    },
  )

  test('does not run into the last answer of a paragraph', () => {
    expect(keysIn('Which one?\n\nA. Macie\nB. Config\nC. Inspector\nB - Correct\n')).toEqual([['Config']])
  })
})

test('a question about code is asked with its code, and is told from the same words about other code', () => {
  const text = ['1', '2']
    .map((code) => `What does it print?\n\n\`\`\`py\nprint(${code})\n\`\`\`\n\n- [ ] 1\n- [x] 2\n`)
    .join('\n')
  const { items } = compiled(`# T\n\n${text}`).value
  expect(items.map(({ exhibit }) => exhibit)).toEqual(['print(1)', 'print(2)'])
  expect(new Set(items.map(({ id }) => id)).size).toBe(2)
})

test('a statement that is to be judged is asked with true and false', () => {
  expect(keysIn('True or False: Macie reads S3.\nAnswer: True\n')).toEqual([['True']])
  expect(keysIn('True or False: Macie reads S3.\n\nAnswer: It depends\n')).toEqual([])
})
