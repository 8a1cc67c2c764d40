import type { Fact, FactKind } from '../../model/fact.ts'
import type { FactId, SectionId, TopicId } from '../../model/ids.ts'
import type { Section, Topic } from '../../model/topic.ts'
import { grouped } from './grouped.ts'
import { proseOf } from './prose.ts'

export type EntryKind = 'term' | 'scenario' | 'row' | 'section' | 'tip' | 'trap' | 'step' | 'member'

/** Something that a search can find: a row of a table, a callout, an entry of a list, a section. */
export interface SearchEntry {
  readonly id: string
  readonly kind: EntryKind
  readonly topic: TopicId
  readonly section: SectionId
  /** The first fact of the row; null for a section. */
  readonly fact: FactId | null
  /** All facts of the row. */
  readonly facts: readonly FactId[]
  readonly title: string
  readonly text: string
  /** The headings above, the nearest ones. */
  readonly context: string
}

const KINDS: Readonly<Record<FactKind, EntryKind>> = {
  relation: 'row',
  term: 'term',
  scenario: 'scenario',
  trap: 'trap',
  concept: 'tip',
  membership: 'member',
  step: 'step',
}

/** How many headings say where an entry stands. */
const HEADINGS = 2

/** What can be found in a topic, in the order of its notes; a section stands before what is in it. */
export function entriesOf(topic: Topic): readonly SearchEntry[] {
  const bySection = grouped(topic.facts, ({ section }) => section)
  return topic.sections.flatMap((section) => [
    sectionEntry(topic.id, section),
    ...factEntries(bySection.get(section.id) ?? []),
  ])
}

function sectionEntry(topic: TopicId, section: Section): SearchEntry {
  const { id, number, title, path, blocks } = section
  return {
    id: `${topic}#${id}`,
    kind: 'section',
    topic,
    section: id,
    fact: null,
    facts: [],
    title: number === '' ? title : `${number} ${title}`,
    text: proseOf(blocks),
    context: contextOf(path.slice(0, -1)),
  }
}

/** One entry a row: the facts of one subject in one table are found, and shown, together. */
function factEntries(facts: readonly Fact[]): readonly SearchEntry[] {
  const rows = grouped(facts, (fact) => (isCell(fact) ? JSON.stringify([fact.set, fact.kind, fact.subject]) : fact.id))
  return [...rows.values()].flatMap((row) => {
    const [first] = row
    if (first === undefined) return []
    const { id, kind, topic, section, subject, path } = first
    return [
      {
        id,
        kind: KINDS[kind],
        topic,
        section,
        fact: id,
        facts: row.map((fact) => fact.id),
        title: subject,
        text: textOf(first, row),
        context: contextOf(path),
      },
    ]
  })
}

function isCell({ kind }: Fact): boolean {
  return kind === 'relation' || kind === 'term' || kind === 'scenario'
}

function textOf(first: Fact, row: readonly Fact[]): string {
  const isLabelled = first.kind === 'relation' || first.kind === 'step' || (first.kind === 'scenario' && row.length > 1)
  return row.map(({ attribute, value }) => (isLabelled ? `${attribute}: ${value}` : value)).join(' · ')
}

function contextOf(headings: readonly string[]): string {
  return headings.slice(-HEADINGS).join(' › ')
}
