import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NO_VOCABULARY } from '../../src/model/background.ts'
import { compileRules } from '../../src/compiler/compile-rules.ts'
import { compileCourse } from '../../src/compiler/compile-course.ts'

const RULES = `# The exam

## Exam

| Setting | Value |
|---|---|
| Code | X-1 |
| Items | 65 |
| Scored items | 50 |
| Minutes | 90 |
| Pass mark | 700 |
| Scale | 100–1,000 |

## Domains

| No. | Domain | Weight |
|---|---|---|
| 1 | Basics | 60 % |
| 2 | Security | 40 % |

## Objectives

| No. | Objective | Examples |
|---|---|---|
| 1.1.1 | Define words | — |
| 2.1.1 | Secure things | IAM, KMS |
`

/** What is wrong with the rules after one edit: each remark with the text of its line. */
function remarksAfter(from: string, to: string): readonly string[] {
  const text = RULES.replace(from, to)
  const lines = text.split('\n')
  return compileRules({ path: 'x/course.md', text }).diagnostics.map(({ severity, rule, message, line }) => {
    return `${severity} ${rule} at “${lines[line - 1]}”: ${message}`
  })
}

test('the tables of course.md become the rules of the exam', () => {
  const { value, diagnostics } = compileRules({ path: 'x/course.md', text: RULES })
  expect(diagnostics).toEqual([])
  expect(value).toEqual({
    title: 'The exam',
    vocabulary: NO_VOCABULARY,
    about: [],
    blueprint: {
      code: 'X-1',
      items: 65,
      scoredItems: 50,
      minutes: 90,
      passMark: 700,
      scale: { from: 100, to: 1000 },
      domains: [
        { number: 1, title: 'Basics', weight: 0.6 },
        { number: 2, title: 'Security', weight: 0.4 },
      ],
      tasks: [],
      objectives: [
        { id: '1.1.1', title: 'Define words', examples: '' },
        { id: '2.1.1', title: 'Secure things', examples: 'IAM, KMS' },
      ],
    },
  })
})

test('the rules of the built-in course are sound', () => {
  const path = 'content/aif-c01/course.md'
  expect(compileRules({ path, text: readFileSync(path, 'utf8') }).diagnostics).toEqual([])
})

test.each([
  [
    '| 40 % |',
    '| 30 % |',
    'error blueprint at “| No. | Domain | Weight |”: The weights of the domains add up to 90 %, not to 100 %.',
  ],
  ['| Minutes | 90 |\n', '', 'error blueprint at “| Setting | Value |”: The table under “Exam” has no row “Minutes”.'],
  ['| Items | 65 |', '| Items | |', 'error blueprint at “| Items | |”: “” is no number for “Items”.'],
  [
    '| Minutes | 90 |',
    '| Minutes | ninety |',
    'error blueprint at “| Minutes | ninety |”: “ninety” is no number for “Minutes”.',
  ],
  ['| Minutes | 90 |', '| Minutes | 0 |', 'error blueprint at “| Minutes | 0 |”: “0” is no number for “Minutes”.'],
  [
    '| Scored items | 50 |',
    '| Scored items | 70 |',
    'error blueprint at “| Scored items | 70 |”: 70 scored items are more than the 65 items.',
  ],
  [
    '| Pass mark | 700 |',
    '| Pass mark | 70 |',
    'error blueprint at “| Pass mark | 70 |”: The pass mark 70 lies outside the scale.',
  ],
  [
    '100–1,000',
    'from 100',
    'error blueprint at “| Scale | from 100 |”: The table under “Exam” has no scale such as 100–1,000.',
  ],
  [
    '| 2 | Security',
    '| two | Security',
    'error blueprint at “| two | Security | 40 % |”: “two” is no number of a domain.',
  ],
  [
    '| 2.1.1 |',
    '| 2.1 |',
    'error blueprint at “| 2.1 | Secure things | IAM, KMS |”: “2.1” is no objective number such as 5.1.3.',
  ],
  [
    '| 2.1.1 |',
    '| 1.1.1 |',
    'error blueprint at “| 1.1.1 | Secure things | IAM, KMS |”: Objective 1.1.1 is listed twice: here and on line 25.',
  ],
  [
    '| 2.1.1 |',
    '| 3.1.1 |',
    'error blueprint at “| 3.1.1 | Secure things | IAM, KMS |”: Objective 3.1.1 belongs to no domain of the table under “Domains”.',
  ],
  [
    '| Code | X-1 |',
    '| Code | X | 1 |',
    'error ragged-row at “| Code | X | 1 |”: The row has 3 cells under 2 headings.',
  ],
])('a mistake in the rules is reported where it stands: %s → %s', (from, to, remark) => {
  expect(remarksAfter(from, to)).toContain(remark)
})

test('a weight that is no number is reported, not taken for whatever makes 100 %', () => {
  expect(remarksAfter('| 40 % |', '| a lot |')).toEqual([
    'error blueprint at “| 2 | Security | a lot |”: “a lot” is no weight such as 14 %.',
    'error blueprint at “| No. | Domain | Weight |”: The weights of the domains add up to 60 %, not to 100 %.',
  ])
})

test('rules without their tables are told of each once', () => {
  const { diagnostics } = compileRules({ path: 'x/course.md', text: '# Title' })
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'There is no table under a heading “Exam”.',
    'There is no table under a heading “Domains”.',
  ])
})

test('a folder becomes a course: course.md its rules, every other file a topic named by its file', () => {
  const { value } = compileCourse('x', [
    { path: 'content/x/course.md', text: RULES },
    { path: 'content/x/domain-1.md', text: '# First' },
    { path: 'content/x/Domain-2.MD', text: '# Second' },
  ])
  expect(value.title).toBe('The exam')
  expect(value.topics.map(({ id, course, title }) => ({ id, course, title }))).toEqual([
    { id: 'x/domain-1', course: 'x', title: 'First' },
    { id: 'x/Domain-2', course: 'x', title: 'Second' },
  ])
})

test('a file whose name could not stand in an address is named by its words, and two of one name are numbered', () => {
  const paths = ['Week 1: Networks.md', 'a/notes.md', 'b/notes.md', '第一章.md', '???.md']
  const { value } = compileCourse(
    'x',
    paths.map((path) => ({ path, text: '# T' })),
  )
  expect(value.topics.map(({ id }) => id)).toEqual([
    'x/week-1-networks',
    'x/notes',
    'x/notes-2',
    'x/第一章',
    'x/notes-3',
  ])
})

test('an objective that the rules do not list is an error in the notes', () => {
  const notes = { path: 'x/a.md', text: '# A\n\n<!-- objective: 7.7.7 -->\n' }
  const withRules = compileCourse('x', [{ path: 'x/course.md', text: RULES }, notes])
  expect(withRules.diagnostics.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
    { rule: 'unknown-objective', file: 'x/a.md', line: 3 },
  ])
})

test('notes without rules are a course of their own, and any objective is taken', () => {
  const { value, diagnostics } = compileCourse('x', [{ path: 'a.md', text: '# A\n\n<!-- objective: 7.7.7 -->\n' }])
  expect(diagnostics).toEqual([])
  expect(value.blueprint).toBeNull()
  expect(value.title).toBe('x')
  expect(value.topics[0]?.sections[0]?.objective).toBe('7.7.7')
})

test('a note that is called course.md is read as notes, and a remark says so', () => {
  const note = {
    path: 'x/course.md',
    text: '# Baking\n\n| Term | Meaning |\n|---|---|\n| Proof | Rest of the dough |\n',
  }
  const { value, diagnostics } = compileCourse('x', [note, { path: 'x/b.md', text: '# B\n' }])
  expect(value.topics.map(({ id, facts }) => [id, facts.length])).toEqual([
    ['x/course', 1],
    ['x/b', 0],
  ])
  expect([value.title, value.blueprint]).toEqual(['x', null])
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['info course-as-notes'])
})

test('the digits that an export puts behind a name stand in no id and no title, unless two files need them', () => {
  const [one, other] = ['0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'ffffffffffffffffffffffffffffffff']
  const named = (...names: readonly string[]) =>
    compileCourse(
      'x',
      names.map((name) => ({ path: `x/${name}.md`, text: '- a\n' })),
    ).value.topics.map(({ id, title }) => `${id}: ${title}`)
  expect(named(`Key management ${one}`, `Roles ${other}`)).toEqual([
    'x/key-management: Key management',
    'x/Roles: Roles',
  ])
  expect(named(`Roles ${one}`, `Roles ${other}`)).toEqual([
    `x/roles-${one}: Roles ${one}`,
    `x/roles-${other}: Roles ${other}`,
  ])
  expect(named('Roles', `roles ${other}`)).toEqual(['x/Roles: Roles', `x/roles-${other}: Roles ${other}`])
})
