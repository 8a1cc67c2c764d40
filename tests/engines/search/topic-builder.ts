import { NO_BACKGROUND } from '../../../src/model/background.ts'
import type { Fact, FactKind } from '../../../src/model/fact.ts'
import { courseId, factId, sectionId, setId, slug, topicId } from '../../../src/model/ids.ts'
import type { Block, Section, Topic } from '../../../src/model/topic.ts'

const TOPIC = topicId('aif-c01/domain-5')
const TITLE = 'Security, Compliance, and Governance'

interface FactWords {
  readonly kind: FactKind
  readonly subject: string
  readonly attribute: string
  readonly value: string
  /** The table or list it stands in; facts without one stand in a table of the section. */
  readonly set?: string
}

interface SectionWords {
  readonly title: string
  readonly number?: string
  /** Headings between the topic's title and this one. */
  readonly below?: readonly string[]
  readonly facts?: readonly FactWords[]
  readonly blocks?: readonly Block[]
}

/** A topic that holds what the test says; all else is plain. */
export function topicWith(...sections: readonly SectionWords[]): Topic {
  return {
    id: TOPIC,
    course: courseId('aif-c01'),
    title: TITLE,
    file: 'aif-c01/domain-5.md',
    sections: sections.map(sectionFrom),
    facts: sections.flatMap((section) => (section.facts ?? []).map((words) => factFrom(section, words))),
    items: [],
    notes: [],
    background: NO_BACKGROUND,
  }
}

function sectionFrom(words: SectionWords): Section {
  const { title, number = '', blocks = [], facts = [] } = words
  return {
    id: sectionId(slug(title)),
    level: 2 + (words.below?.length ?? 0),
    number,
    title,
    path: pathOf(words),
    objective: null,
    blocks,
    facts: facts.map((fact) => factFrom(words, fact).id),
    line: 1,
  }
}

function pathOf({ title, below = [] }: SectionWords): readonly string[] {
  return [TITLE, ...below, title]
}

function factFrom(section: SectionWords, { kind, subject, attribute, value, set = 'table' }: FactWords): Fact {
  const id = sectionId(slug(section.title))
  const shared = {
    id: factId(TOPIC, id, kind, attribute, subject),
    topic: TOPIC,
    section: id,
    path: pathOf(section),
    subject,
    attribute,
    value,
    objective: null,
    source: { file: 'aif-c01/domain-5.md', line: 1, column: 1 },
    set: setId(TOPIC, id, set),
    notes: [],
    background: NO_BACKGROUND,
    withheld: null,
  }
  switch (kind) {
    case 'relation':
      return { ...shared, kind, subjectLabel: 'Service', oneToOne: true }
    case 'membership':
      return { ...shared, kind, lists: [value], cloze: [] }
    case 'step':
      return { ...shared, kind, position: 0 }
    case 'trap':
    case 'concept':
      return { ...shared, kind, cloze: [] }
    default:
      return { ...shared, kind }
  }
}
