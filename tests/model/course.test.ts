import { expect, test } from 'vitest'
import { compileCourse } from '../../src/compiler/compile-course.ts'
import { cardsOf } from '../../src/engines/cards/cards-of-fact.ts'
import { groupBySet } from '../../src/engines/cards/session.ts'
import { manifestOf } from '../../src/model/course.ts'
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
  const [topic] = manifestOf(course).topics
  expect(topic?.facts).toBe(6)
  expect(topic?.sections.map(({ title, facts }) => [title, facts])).toEqual([
    ['Services', 3],
    ['Order', 3],
  ])
})

test('just the facts that can be asked have cards', () => {
  const facts = course.topics.flatMap((topic) => topic.facts)
  const sets = groupBySet(facts)
  for (const fact of facts) expect(cardsOf(fact, sets.get(fact.set) ?? []).length > 0).toBe(isAskable(fact))
})
