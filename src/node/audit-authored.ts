import { Lexicon } from '../engines/items/lexicon.ts'
import { twinsIn } from '../engines/items/twins.ts'
import type { Course } from '../model/course.ts'
import { factIdOf } from '../model/ids.ts'
import { ITEM_TYPES } from '../model/item.ts'
import type { Item } from '../model/item.ts'
import { outlineOf } from '../model/outline.ts'
import { markdownTable } from './markdown-lines.ts'

/** What the notes and the questions beside them have for each objective of the exam. */
export function coverageTable(course: Course): readonly string[] {
  const { objectives } = outlineOf(course)
  if (objectives.length === 0) return []
  const facts = course.topics.flatMap((topic) => topic.facts)
  const covered = objectives.filter(({ sections }) => sections.length > 0)
  return [
    `Objectives with facts: ${covered.length} of ${objectives.length}.`,
    '',
    ...markdownTable(
      ['Objective', 'Sections', 'Facts', 'Authored'],
      objectives.map(({ id, sections, items }) => {
        return [id, sections.length, facts.filter(({ objective }) => objective === id).length, items]
      }),
    ),
    '',
  ]
}

const TYPES_AND_LEVELS = ['Choice', 'Response', 'Ordering', 'Matching', 'Easy', 'Medium', 'Hard'] as const
const HEADINGS = ['Authored', 'Items', ...TYPES_AND_LEVELS, 'With references', 'About facts']

/** How many authored questions there are, by domain and type; what they refer to; and what is wrong among them. */
export function authoredTables(course: Course): readonly string[] {
  const items = course.authored.flatMap((file) => file.items)
  if (items.length === 0) return []
  const domains = [...new Set(items.map(({ domain }) => domain))].toSorted((one, other) => (one ?? 0) - (other ?? 0))
  const row = (name: string, own: readonly Item[]) => [
    name,
    own.length,
    ...ITEM_TYPES.map((type) => own.filter((item) => item.type === type).length),
    ...(['easy', 'medium', 'hard'] as const).map(
      (level) => own.filter(({ difficulty }) => difficulty === level).length,
    ),
    own.filter(({ references }) => references.length > 0).length,
    own.filter(({ facts }) => facts.length > 0).length,
  ]
  return [
    ...markdownTable(HEADINGS, [
      ...domains.map((domain) =>
        row(
          domain === null ? 'No domain' : `Domain ${domain}`,
          items.filter((item) => item.domain === domain),
        ),
      ),
      row('All', items),
    ]),
    '',
    referenceLine(items),
    '',
    ...conflictLines(course, items),
    '',
  ]
}

function referenceLine(items: readonly Item[]): string {
  const references = items.flatMap((item) => item.references)
  const pages = new Set(references.map(({ address }) => address.replace(/#.*$/, '')))
  const days = references.flatMap(({ checked }) => checked ?? []).toSorted()
  const unchecked = references.length - days.length
  const span = days.length === 0 ? 'none with a day of its check' : `checked from ${days[0]} to ${days.at(-1)}`
  return `References: ${references.length} to ${pages.size} pages, ${span}, ${unchecked} without a day.`
}

/** Questions that ask the same, options that could be taken for each other, and options that rest on disputed facts. */
function conflictLines({ topics, vocabulary }: Course, items: readonly Item[]): readonly string[] {
  const lexicon = new Lexicon(vocabulary.names)
  const withheld = new Set(
    topics.flatMap(({ facts }) => facts.flatMap((fact) => (fact.withheld === 'disputed' ? [fact.id] : []))),
  )
  const twins = twinsIn(items).map(({ one, other }) => `asks the same: ${one.id} and ${other.id}`)
  const others = items.flatMap((item) => {
    const overlapping = item.type === 'ordering' ? [] : overlapsIn(item, lexicon)
    const disputed = item.options.filter(({ source }) => withheld.has(factIdOf(`${source.topic}#${source.anchor}`)))
    return [
      ...overlapping.map((pair) => `options alike: ${item.id}: ${pair}`),
      ...disputed.map(({ text }) => `disputed: ${item.id}: ${text}`),
    ]
  })
  const found = [...twins, ...others]
  return [`Conflicts: ${found.length}.`, ...found.map((line) => `- ${line}`)]
}

function overlapsIn({ options }: Item, lexicon: Lexicon): readonly string[] {
  return options.flatMap((one, at) =>
    options
      .slice(at + 1)
      .filter((other) => one.correct !== other.correct && lexicon.overlap(one.text, other.text))
      .map((other) => `“${one.text}” and “${other.text}”`),
  )
}
