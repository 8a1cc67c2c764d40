import type { ClozePart, Fact, FactKind, StepFact } from '../../../src/model/fact.ts'
import { factId, sectionId, setId, slug, topicId } from '../../../src/model/ids.ts'

const TOPIC = topicId('aif-c01/domain-5')
const SECTION = sectionId('keys')

interface FactWords {
  readonly subject: string
  readonly attribute?: string
  readonly value?: string
  readonly oneToOne?: boolean
  readonly lists?: readonly string[]
  readonly cloze?: readonly ClozePart[]
  readonly position?: number
}

/** A fact that holds what the test says; all else is plain. */
export function fact(kind: FactKind, words: FactWords): Fact {
  const {
    subject,
    attribute = 'Use',
    value = 'Value',
    oneToOne = true,
    lists = [value],
    cloze = [],
    position = 0,
  } = words
  const shared = {
    id: factId(TOPIC, SECTION, kind, attribute, subject),
    topic: TOPIC,
    section: SECTION,
    path: ['Security', 'Keys'],
    subject,
    attribute,
    value,
    objective: null,
    source: { file: 'domain-5.md', line: 1, column: 1 },
    set: setId(TOPIC, SECTION, slug(attribute)),
    notes: [],
    withheld: null,
  }
  switch (kind) {
    case 'relation':
      return { ...shared, kind, subjectLabel: 'Key Type', oneToOne }
    case 'membership':
      return { ...shared, kind, lists, cloze }
    case 'step':
      return { ...shared, kind, position }
    case 'trap':
    case 'concept':
      return { ...shared, kind, cloze }
    case 'term':
    case 'scenario':
      return { ...shared, kind }
  }
}

export function step(subject: string, position: number): StepFact {
  const made = fact('step', { subject, attribute: 'Order of the rollout', position })
  if (made.kind !== 'step') throw new Error('Expected a step')
  return made
}

/** Terms named A, B, C …: the shortest way to facts that have cards. */
export const termsNamed = (names: string): readonly Fact[] => Array.from(names, (subject) => fact('term', { subject }))
