import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../engines/cards/session.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import type { Course } from '../model/course.ts'

/** What a course holds, as a Markdown table: facts, cards and items of each topic, and the objectives they touch. */
export function auditOf({ topics, blueprint }: Course): readonly string[] {
  const rows = topics.map((topic) => {
    const sets = groupBySet(topic.facts)
    const cards = topic.facts.flatMap((fact) => cardsOf(fact, sets.get(fact.set) ?? []))
    const items = itemsIn(topic)
    const asked = new Set(items.flatMap(({ facts }) => facts))
    const open = topic.facts.filter(({ withheld }) => withheld === null)
    const objectives = new Set(topic.facts.flatMap(({ objective }) => objective ?? []))
    const types = ['choice', 'response', 'ordering', 'matching'].map(
      (type) => items.filter((item) => item.type === type).length,
    )
    const withheld = topic.facts.length - open.length
    return [
      topic.id,
      topic.facts.length,
      withheld,
      cards.length,
      items.length,
      topic.items.length,
      ...types,
      asked.size,
      objectives.size,
    ]
  })
  const head = [
    'Topic',
    'Facts',
    'Withheld',
    'Cards',
    'Items',
    'Authored',
    'Choice',
    'Response',
    'Ordering',
    'Matching',
    'Facts asked',
    'Objectives',
  ]
  const covered = new Set(topics.flatMap(({ facts }) => facts.flatMap(({ objective }) => objective ?? [])))
  const total = blueprint?.objectives.length ?? 0
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `Objectives with facts: ${covered.size} of ${total}.`,
  ]
}
