import type { Fact } from './fact.ts'
import { factId, setIdOf } from './ids.ts'
import type { FactId, ObjectiveId, SectionId, TopicId } from './ids.ts'
import { unreachable } from './unreachable.ts'

/** What facts of any kind have, but for where they stand. */
interface FactRecord {
  readonly kind: Fact['kind']
  readonly subject: string
  readonly attribute: string
  readonly value: string
  readonly line: number
  /** The id of the set, behind that of the section. */
  readonly set: string
  readonly objective: ObjectiveId | null
  readonly notes: Fact['notes']
  readonly withheld: Fact['withheld']
  readonly subjectLabel: string
  readonly oneToOne: boolean
  readonly lists: readonly string[]
  readonly cloze: Extract<Fact, { readonly kind: 'concept' }>['cloze']
  readonly position: number
}

/** What the block around a fact says of it already. */
export type Known = Partial<FactRecord>

/** What neither its block nor the fact before it says. The id stands there where the words do not give it. */
export interface PackedFact extends Known {
  readonly id?: FactId
}

/** Where the facts of a section stand. */
interface FactPlace {
  readonly topic: TopicId
  readonly section: SectionId
  readonly path: readonly string[]
  readonly objective: ObjectiveId | null
  readonly file: string
}

const FIRST: FactRecord = {
  kind: 'relation',
  subject: '',
  attribute: '',
  value: '',
  line: 1,
  set: '',
  objective: null,
  notes: [],
  withheld: null,
  subjectLabel: '',
  oneToOne: false,
  lists: [],
  cloze: [],
  position: 0,
}

/** What holds for a fact unless it says otherwise: what its block knows, then what held for the one before. */
function expected(last: FactRecord, known: Known, { objective }: FactPlace): FactRecord {
  return { ...last, objective, notes: [], withheld: null, ...known }
}

/** Of two values of a field: words, numbers, or lists of them. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || one === null) return one === other
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Packs the facts of a section, in the order in which they stand in its blocks. */
export class FactPacker {
  readonly packed: PackedFact[] = []
  private last = FIRST
  private readonly place: FactPlace

  constructor(place: FactPlace) {
    this.place = place
  }

  add(fact: Fact, known: Known): void {
    const { place } = this
    const base = expected(this.last, known, place)
    const own = { ...base, ...fieldsOf(fact, place) }
    this.last = own
    const before = new Map<string, unknown>(Object.entries(base))
    const different = Object.entries(own).filter(([key, value]) => !isSame(value, before.get(key)))
    const isNamed = factId(place.topic, place.section, own.kind, own.attribute, own.subject) === fact.id
    this.packed.push({ ...Object.fromEntries(different), ...(!isNamed && { id: fact.id }) })
  }
}

/** Makes the facts of a section again, one after the other. */
export class FactUnpacker {
  readonly facts: Fact[] = []
  private last = FIRST
  private readonly packed: readonly PackedFact[]
  private readonly place: FactPlace

  constructor(packed: readonly PackedFact[], place: FactPlace) {
    this.packed = packed
    this.place = place
  }

  next(known: Known): FactId {
    const { place } = this
    const { id, ...own } = this.packed[this.facts.length] ?? {}
    this.last = { ...expected(this.last, known, place), ...own }
    const fact = factOf(this.last, place, id)
    this.facts.push(fact)
    return fact.id
  }
}

function fieldsOf(fact: Fact, { topic, section }: FactPlace): Known {
  const { kind, subject, attribute, value, objective, notes, withheld } = fact
  const set = fact.set.slice(`${topic}#${section}/`.length)
  const shared = { kind, subject, attribute, value, line: fact.source.line, set, objective, notes, withheld }
  switch (fact.kind) {
    case 'relation':
      return { ...shared, subjectLabel: fact.subjectLabel, oneToOne: fact.oneToOne }
    case 'membership':
      return { ...shared, lists: fact.lists, cloze: fact.cloze }
    case 'trap':
    case 'concept':
      return { ...shared, cloze: fact.cloze }
    case 'step':
      return { ...shared, position: fact.position }
    case 'term':
    case 'scenario':
      return shared
    default:
      return unreachable(fact)
  }
}

function factOf(record: FactRecord, place: FactPlace, named: FactId | undefined): Fact {
  const {
    kind,
    subject,
    attribute,
    value,
    objective,
    notes,
    withheld,
    subjectLabel,
    oneToOne,
    lists,
    cloze,
    position,
  } = record
  const { topic, section, path, file } = place
  const shared = {
    id: named ?? factId(topic, section, kind, attribute, subject),
    topic,
    section,
    path,
    subject,
    attribute,
    value,
    objective,
    // The column is for remarks about the file, which a page makes none of.
    source: { file, line: record.line, column: 1 },
    set: setIdOf(`${topic}#${section}/${record.set}`),
    notes,
    withheld,
  }
  switch (kind) {
    case 'relation':
      return { ...shared, kind, subjectLabel, oneToOne }
    case 'membership':
      return { ...shared, kind, lists, cloze }
    case 'trap':
    case 'concept':
      return { ...shared, kind, cloze }
    case 'step':
      return { ...shared, kind, position }
    case 'term':
    case 'scenario':
      return { ...shared, kind }
    default:
      return unreachable(kind)
  }
}
