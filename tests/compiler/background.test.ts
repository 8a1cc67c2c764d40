import { expect, test } from 'vitest'
import { inCourse, withBackground } from '../../src/compiler/background.ts'
import { compileCourse } from '../../src/compiler/compile-course.ts'

const table = (title: string, ...rows: readonly string[]): string =>
  `# ${title}\n\n| Key | Owner |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`

function backgrounds(rules: string, topics: Readonly<Record<string, string>>) {
  const files = Object.entries({ course: rules, ...topics }).map(([name, text]) => ({ path: `x/${name}.md`, text }))
  const { value, diagnostics } = compileCourse('x', files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const { topics: whole } = withBackground(value)
  expect(value.topics.map((topic) => inCourse(topic, value))).toEqual(whole)
  return whole.map(({ background }) => background)
}

const RULES =
  '# X\n\n## Names\n\n| Name | Also called |\n|---|---|\n| customer managed key | CMK |\n| web application firewall | WAF |\n'

test('a topic knows what the others say of its subjects, by whatever name', () => {
  const [one, other] = backgrounds(RULES, {
    one: table('One', 'CMK | You', 'Root key | AWS'),
    other: table('Other', 'Customer managed keys | The account', 'Session key | Nobody'),
  })
  expect(one?.truths).toEqual([{ subject: 'Customer managed keys', attribute: 'Owner', value: 'The account' }])
  expect(other?.truths).toEqual([{ subject: 'CMK', attribute: 'Owner', value: 'You' }])
})

test('what the course says to be also true is known where its subject stands', () => {
  const rules = '# X\n\n## Also true\n\n| Subject | Also true |\n|---|---|\n| Root key | the user; AWS Support |\n'
  const [one, other] = backgrounds(rules, { one: table('One', 'Root key | AWS'), other: table('Other', 'CMK | You') })
  expect(one?.truths).toEqual([
    { subject: 'Root key', attribute: '', value: 'the user' },
    { subject: 'Root key', attribute: '', value: 'AWS Support' },
  ])
  expect(other?.truths).toEqual([])
})

test('a topic is told the names that stand in it, and no others', () => {
  const [one] = backgrounds(RULES, { one: table('One', 'CMK | You') })
  expect(one?.names).toEqual([['customer managed key', 'CMK']])
})

test('a topic is told of what kind the things are that it names', () => {
  const rules =
    '# X\n\n## Kinds\n\n| Kind | Names |\n|---|---|\n| key | CMK; Root key |\n| person | You |\n| place | Moon |\n'
  const [one] = backgrounds(rules, { one: table('One', 'CMK | You') })
  expect(one?.kinds).toEqual([
    { kind: 'key', names: ['CMK'] },
    { kind: 'person', names: ['You'] },
  ])
})

test('course.md may hold words alone: then the notes are weighted by nothing', () => {
  const { value } = compileCourse('x', [{ path: 'x/course.md', text: RULES }])
  expect(value.blueprint).toBeNull()
  expect(value.vocabulary.names).toHaveLength(2)
})

test.each([
  ['## Names', '| CMK | — |', 'A row of “Names” needs a name, and beside it another for the same thing.'],
  ['## Names', '| CMK | key |\n| root | Key |', 'The name “Key” stands in the table twice.'],
  ['## Also true', '| CMK | |', 'A row of “Also true” needs a subject, and beside it what is true of it.'],
  ['## Kinds', '| attack | — |', 'A row of “Kinds” needs a kind, and beside it the names of things of that kind.'],
])('under “%s” the row “%s” is refused', (heading, rows, message) => {
  const text = `# X\n\n${heading}\n\n| A | B |\n|---|---|\n${rows}\n`
  const { diagnostics } = compileCourse('x', [{ path: 'x/course.md', text }])
  expect(diagnostics).toMatchObject([{ severity: 'error', rule: 'blueprint', message }])
})
