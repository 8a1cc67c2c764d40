import { expect, test } from 'vitest'
import { commentsIn, directiveOf } from '../../src/compiler/directive.ts'
import { compiled, rulesOf } from './compiled.ts'

const TABLE = '| A | B |\n|---|---|\n| x | y |\n'

test.each([
  ['<!-- objective: 5.1.3 -->', { kind: 'objective', objective: '5.1.3' }],
  ['<!--objective:5.1.3-->', { kind: 'objective', objective: '5.1.3' }],
  ['<!-- Table: Ordered -->', { kind: 'table', table: 'ordered' }],
  ['<!-- no-quiz -->', { kind: 'no-quiz' }],
])('%s is for the compiler', (comment, directive) => {
  expect(directiveOf(comment)).toEqual(directive)
})

test.each([
  '<!-- table: matrix -->',
  '<!-- noquiz -->',
  '<!-- no quiz -->',
  '<!-- quiz: no -->',
  '<!-- table list -->',
  '<!-- tables: terms -->',
  '<!-- table=ordered -->',
  '<!-- objectives: 5.1.3 -->',
  '<!-- objective 5.1.3 -->',
])('%s is not understood, and said to be so', (comment) => {
  expect(directiveOf(comment)?.kind).toBe('unknown')
  expect(rulesOf(`# T\n\n${comment}\n\n${TABLE}`)).toEqual(['unknown-directive'])
})

test.each([
  '<!-- table of contents -->',
  '<!-- objective -->',
  '<!-- to do: more -->',
  '<!-- quiz: later -->',
  '<!-- table list follows -->',
  '<!---->',
  '<p>',
])('%s is none of the compiler’s business', (comment) => {
  expect(directiveOf(comment)).toBeNull()
})

test('comments on one line are each obeyed, and words beside them are not lost', () => {
  expect(commentsIn('<!-- a -->\n<!-- b --> words')).toEqual({
    comments: [
      { text: '<!-- a -->', below: 0 },
      { text: '<!-- b -->', below: 1 },
    ],
    unclosed: null,
    rest: 'words',
  })
})

test('a comment without an end is found on its own line', () => {
  expect(commentsIn('<!-- a\n-->\n<!-- b\n\nwords')).toMatchObject({ unclosed: 2, rest: '<!-- b\n\nwords' })
})

test('“no-quiz” holds for the next block alone', () => {
  const { value } = compiled(`# T\n\n<!-- no-quiz -->\n${TABLE}\n## U\n\n${TABLE}`)
  expect(value.facts.map(({ withheld }) => withheld)).toEqual(['author', null])
})

test('“no-quiz” holds for all that stands in the next block', () => {
  const { value } = compiled('# T\n\n<!-- no-quiz -->\n- **One:** first\n  - **Two:** second\n')
  expect(value.facts.map(({ subject, withheld }) => [subject, withheld])).toEqual([
    ['One', 'author'],
    ['Two', 'author'],
  ])
})

test('no comment reaches over a heading or the end of the file', () => {
  const { value } = compiled(`# T\n\n<!-- no-quiz -->\n<!-- table: lists -->\n\n## U\n\n${TABLE}`)
  expect(value.facts.map(({ kind, withheld }) => [kind, withheld])).toEqual([['relation', null]])
  expect(rulesOf('# T\n\n<!-- no-quiz -->\n<!-- table: lists -->\n')).toEqual(['unused-directive', 'unused-directive'])
})

test('of two comments about one table the later holds, and the earlier is reported', () => {
  const text = `# T\n\n<!-- table: relation -->\n<!-- table: lists -->\n${TABLE}`
  expect(compiled(text).value.facts.map(({ kind }) => kind)).toEqual(['membership', 'membership'])
  expect(compiled(text).diagnostics.map(({ rule, line }) => [rule, line])).toEqual([['unused-directive', 3]])
})

test('an objective holds from its line on, and for the sections below', () => {
  const { value } = compiled(
    `# T\n\n## A\n\n${TABLE}\n<!-- objective: 1.1.1 -->\n\n- **One:** first\n\n### B\n\n${TABLE}\n## C\n\n${TABLE}`,
  )
  expect(value.facts.map(({ objective }) => objective)).toEqual([null, '1.1.1', '1.1.1', null])
})
