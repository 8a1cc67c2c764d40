import { expect, test } from 'vitest'
import { commonEnding } from '../../src/compiler/classify-table.ts'
import type { TableKind } from '../../src/model/topic.ts'
import { compiled } from './compiled.ts'

/** What a table with these headings and rows is taken for. */
function kindOf(headings: string, ...rows: readonly string[]): TableKind | undefined {
  const dashes = headings.replace(/[^|]+/g, '---')
  const [block] = compiled(`# T\n\n${[headings, dashes, ...rows].join('\n')}\n`).value.sections[0]?.blocks ?? []
  return block?.kind === 'table' ? block.table : undefined
}

test.each<readonly [string, TableKind]>([
  ['| Term | Definition |', 'terms'],
  ['| Key terms | One-line definition |', 'terms'],
  ['| Acronym | Stands for |', 'terms'],
  ['| Term | Origin |', 'relation'],
  ['| Term | Definition | Example |', 'relation'],
  ['| Scenario | Correct answer |', 'scenarios'],
  ['| If the question says | Choose |', 'scenarios'],
  ['| Scenario | Risk |', 'relation'],
  ['| Question | Answer |', 'scenarios'],
  ['| When you see | Think |', 'scenarios'],
  ['| Feature | A | B |', 'relation'],
  ['| AWS responsibility | Customer responsibility |', 'lists'],
  ['| Traditional concern | New concern | AI concern |', 'lists'],
  ['| Concern | AI concern |', 'relation'],
  ['| Service | Use |', 'relation'],
  ['| | Use |', 'relation'],
])('a table headed %s is one of %s', (headings, kind) => {
  const row = headings.replace(/[^|]+/g, ' x ')
  expect(kindOf(headings, row)).toBe(kind)
})

test('a table below “A vs. B” sets A against B, and one of other things does not', () => {
  const below = (headings: string) => {
    const text = `# T\n\n## A key vs. a role\n\n${headings}\n|---|---|---|\n| x | y | z |\n`
    const block = compiled(text).value.sections.at(-1)?.blocks[0]
    return block?.kind === 'table' ? block.table : undefined
  }
  expect(below('| Feature | Key | Role |')).toBe('contrast')
  expect(below('| Cost | Key | Role |')).toBe('contrast')
  expect(below('| Aspect | Old | New |')).toBe('contrast')
  expect(below('| Service | Cost | Region |')).toBe('relation')
})

test('two columns without headings are terms once the first one holds short words', () => {
  expect(kindOf('| | |', '| Key | opens |', '| Lock | shuts |')).toBe('terms')
  expect(kindOf('| | |', '| Key | opens |', '| Key | shuts |')).toBe('relation')
})

test('stages are in order once there are three of them', () => {
  expect(kindOf('| Stage | Risk |', '| a | x |', '| b | y |')).toBe('relation')
  expect(kindOf('| Stage | Risk |', '| a | x |', '| b | y |', '| c | z |')).toBe('ordered')
})

test('numbers are an order only when they count the rows', () => {
  expect(kindOf('| # | Step |', '| 1 | x |', '| 2 | y |', '| 3 | z |')).toBe('ordered')
  expect(kindOf('| No. | Step |', '| 1. | x |', '| 2. | y |', '| 3. | z |')).toBe('ordered')
  expect(kindOf('| No. | Domain |', '| 1 | x |', '| 2 | y |', '| 5 | z |')).toBe('relation')
})

test.each([
  [['AWS responsibility', 'Customer responsibility'], 'responsibility'],
  [['Old Key Owner', 'New key owner'], 'key owner'],
  [['Responsibility', 'Customer responsibility'], ''],
  [['Cost', 'Use'], ''],
  [['Cost'], ''],
])('the headings %j share the ending “%s”', (headings, ending) => {
  expect(commonEnding(headings)).toBe(ending)
})
