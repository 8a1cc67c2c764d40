import { cardsOf } from '../engines/cards/cards-of-fact.ts'
import { groupBySet } from '../engines/cards/session.ts'
import { attack } from '../engines/items/attackers.ts'
import { itemsIn } from '../engines/items/generate-items.ts'
import { withAuthored } from '../model/authored-items.ts'
import type { Course } from '../model/course.ts'
import type { Item } from '../model/item.ts'
import { authoredTables, coverageTable } from './audit-authored.ts'
import { markdownTable } from './markdown-lines.ts'

/**
 * What a course holds, as Markdown tables: facts, cards and items of each topic, the objectives they touch, and how
 * often its questions of four options are answered rightly without any knowledge.
 */
export function auditOf(course: Course): readonly string[] {
  const { topics: alone, authored } = course
  const topics = withAuthored(alone, authored)
  const items = topics.flatMap(itemsIn)
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
  return [
    ...markdownTable(head, rows),
    '',
    ...coverageTable(course),
    ...authoredTables(course),
    ...attackTable('questions', items),
    '',
    ...attackTable(
      'authored questions',
      items.filter(({ origin }) => origin === 'authored'),
    ),
  ]
}

function attackTable(what: string, items: readonly Item[]): readonly string[] {
  const { items: count, results, limit } = attack(items)
  if (count === 0) return [`There are no ${what} of four options.`]
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return [
    `Of ${count} ${what} with four options, whoever knows nothing is right in (chance 25 %, limit ${percent(limit)}):`,
    '',
    ...markdownTable(
      ['Taking always …', 'Right'],
      results.map(({ name, right }) => [name, percent(right)]),
    ),
  ]
}
