import type { Fact, MembershipFact, RelationFact, ScenarioFact, StepFact, TermFact } from '../../../src/model/fact.ts'
import { factIdOf, factId, objectiveId, sectionId, setId, slug, topicId } from '../../../src/model/ids.ts'
import type { Item, ItemType } from '../../../src/model/item.ts'

const TOPIC = topicId('aif-c01/domain-5')

interface TableWords {
  readonly section?: string
  readonly headings: readonly [string, ...string[]]
  readonly rows: readonly (readonly [string, ...string[]])[]
}

/** The facts of a table as the compiler writes them: each cell but the first, under its heading. */
export function relations({ section = 'Threats', headings, rows }: TableWords): readonly RelationFact[] {
  const [subjectLabel, ...attributes] = headings
  return rows.flatMap(([subject, ...values], line) =>
    values.map((value, column): RelationFact => {
      const attribute = attributes[column] ?? ''
      return {
        ...placed(section, 'relation', attribute, subject, headings.join(' '), line),
        kind: 'relation',
        subjectLabel,
        value,
        oneToOne:
          rows.filter((row) => same(row[column + 1], value)).length === 1 &&
          rows.filter((row) => same(row[0], subject)).length === 1,
      }
    }),
  )
}

export function terms(rows: readonly (readonly [string, string])[]): readonly TermFact[] {
  return rows.map(([term, meaning], line) => ({
    ...placed('Key Terms', 'term', 'means', term, 'terms', line),
    kind: 'term',
    value: meaning,
  }))
}

export function scenarios(rows: readonly (readonly [string, string])[]): readonly ScenarioFact[] {
  return rows.map(([scenario, answer], line) => ({
    ...placed('Scenarios', 'scenario', 'Answer', scenario, 'scenarios', line),
    kind: 'scenario',
    value: answer,
  }))
}

export function steps(name: string, subjects: readonly string[]): readonly StepFact[] {
  return subjects.map((subject, position) => ({
    ...placed('Lifecycle', 'step', name, subject, name, position),
    kind: 'step',
    value: `${position + 1} of ${subjects.length}`,
    position,
  }))
}

export function lists(columns: Readonly<Record<string, readonly string[]>>): readonly MembershipFact[] {
  return Object.entries(columns).flatMap(([list, entries]) =>
    entries.map((entry, line): MembershipFact => ({
      ...placed('Responsibility', 'membership', 'belongs to', entry, 'lists', line),
      kind: 'membership',
      value: list,
      lists: Object.keys(columns),
      cloze: [],
    })),
  )
}

function placed(section: string, kind: string, attribute: string, subject: string, set: string, line: number) {
  const anchor = sectionId(slug(section))
  const id = factId(TOPIC, anchor, kind, attribute, subject)
  return {
    id: factIdOf(`${id}@${line}`),
    topic: TOPIC,
    section: anchor,
    path: ['Security', section],
    subject,
    attribute,
    objective: objectiveId('5.1.1'),
    source: { file: 'domain-5.md', line: line + 1, column: 1 },
    set: setId(TOPIC, anchor, set),
    notes: [],
    withheld: null,
  } as const
}

const same = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

export function ofType<T extends ItemType>(items: readonly Item[], type: T): readonly Extract<Item, { type: T }>[] {
  return items.filter((item): item is Extract<Item, { type: T }> => item.type === type)
}

/** The texts of an item's options: the right ones, the wrong ones, each in alphabetical order. */
export function textsOf({ options }: Item): { readonly right: readonly string[]; readonly wrong: readonly string[] } {
  const texts = (correct: boolean) => options.filter((option) => option.correct === correct).map(({ text }) => text)
  return { right: texts(true).toSorted(), wrong: texts(false).toSorted() }
}

/** Facts as if a footnote disputed those of one subject. */
export function disputing<T extends Fact>(facts: readonly T[], subject: string): readonly T[] {
  return facts.map((fact) => (fact.subject === subject ? { ...fact, withheld: 'disputed' } : fact))
}
