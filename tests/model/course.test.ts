import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { cardsOf } from '../../src/engines/cards/cards-of-fact.ts'
import { groupBySet } from '../../src/engines/cards/session.ts'
import { manifestOf } from '../../src/model/course.ts'
import { outlineOf } from '../../src/model/outline.ts'
import { isAskable } from '../../src/model/fact.ts'

const NOTES = `# Services

Kinds of storage:

- blocks
- files
- **objects** in buckets

| Service | Kind |
|---|---|
| S3 | objects |
| EBS | blocks |

## Order

The order of a rollout:

1. Test
2. Canary
3. Everyone
`

const { value: course } = compileCourse('x', [{ path: 'x/a.md', text: NOTES }])

test('the contents count what can be asked, section by section', () => {
  expect(manifestOf(course).topics.map(({ facts }) => facts)).toEqual([6])
  expect(outlineOf(course).topics[0]?.sections.map(({ title, facts }) => [title, facts])).toEqual([
    ['Services', 3],
    ['Order', 3],
  ])
})

test('just the facts that can be asked have cards', () => {
  const facts = course.topics.flatMap((topic) => topic.facts)
  const sets = groupBySet(facts)
  for (const fact of facts) expect(cardsOf(fact, sets.get(fact.set) ?? []).length > 0).toBe(isAskable(fact))
})

const RULES = `# Exam X

## About

Made by nobody. <b>Free.</b>

### What is missing

- the sea

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
| 1 | Storage | 100 % |

## Task statements

| No. | Task |
|---|---|
| 1.1 | Keep things |

## Objectives

| No. | Objective | Examples |
|---|---|---|
| 1.1.1 | Know the stores | — |
| 1.1.2 | Know the rollout | — |
| 1.1.3 | Know the sea | — |
`

const withRules = compileCourse('x', [
  { path: 'x/course.md', text: RULES },
  {
    path: 'x/a.md',
    text: NOTES.replace('# Services', '# Services\n\n<!-- objective: 1.1.1 -->').replace(
      '## Order',
      '## Order\n\n<!-- objective: 1.1.2 -->',
    ),
  },
  {
    path: 'x/items/a.md',
    text: '<!-- objective: 1.1.2 -->\n\n## Which?\n\n- [x] A\n  - a\n- [ ] B\n  - b\n- [ ] C\n  - c\n- [ ] D\n  - d\n',
  },
])

test('each objective is told with the places that state facts for it, and the questions beside them', () => {
  const { objectives, tasks } = outlineOf(withRules.value)
  expect(tasks).toEqual([{ number: '1.1', title: 'Keep things' }])
  expect(objectives.map(({ id, sections, items }) => [id, sections.map(({ title }) => title), items])).toEqual([
    ['1.1.1', ['Services'], 0],
    ['1.1.2', ['Order'], 1],
    ['1.1.3', [], 0],
  ])
})

test('what a course says about itself is shown and never asked', () => {
  const { about } = outlineOf(withRules.value)
  expect(about.map(({ title, blocks }) => [title, blocks.map(({ kind }) => kind)])).toEqual([
    ['', ['prose']],
    ['What is missing', ['list']],
  ])
  expect(withRules.value.topics.flatMap(({ facts }) => facts).filter(({ value }) => /nobody|sea/.test(value))).toEqual(
    [],
  )
  expect(withRules.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})
