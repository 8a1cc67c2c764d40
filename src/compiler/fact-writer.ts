import type { Fact, FactKind, Withheld } from '../model/fact.ts'
import { distinct, factId, factIdOf, setId, setIdOf } from '../model/ids.ts'
import type { FactId, NoteId, ObjectiveId, SectionId, SetId, TopicId } from '../model/ids.ts'
import type { Verdict } from '../model/topic.ts'
import type { SourceLines } from './source-lines.ts'

/** The section that is being read. */
export interface Place {
  readonly section: SectionId
  readonly path: readonly string[]
  readonly title: string
  readonly objective: ObjectiveId | null
}

/** Part of `T` for each member of the union apart. */
type Drafted<T> = T extends Fact ? Omit<T, 'id' | 'topic' | 'section' | 'path' | 'objective' | 'withheld'> : never

/** A fact as a block yields it, before it is named. */
export type FactDraft = Drafted<Fact>

/** Collects the facts of one topic; names them, and says when two ask the same. */
export class FactWriter {
  readonly facts: Fact[] = []
  /** The line that each id was given for. */
  private readonly taken = new Map<FactId, number>()
  private readonly copies = new Map<FactId, number>()
  private readonly sets = new Map<SetId, number>()
  private readonly names = new Map<string, string>()
  private readonly topic: TopicId
  private readonly verdicts: ReadonlyMap<NoteId, Verdict>
  private readonly lines: SourceLines

  constructor(topic: TopicId, verdicts: ReadonlyMap<NoteId, Verdict>, lines: SourceLines) {
    this.topic = topic
    this.verdicts = verdicts
    this.lines = lines
  }

  /** A name for a table or list; a second one with the same words in the same section gets a number. */
  set(place: Place, name: string): SetId {
    const id = setId(this.topic, place.section, name)
    const count = (this.sets.get(id) ?? 0) + 1
    this.sets.set(id, count)
    return count === 1 ? id : setIdOf(`${id}~${count}`)
  }

  /** @param noQuiz Whether the author keeps the fact from being asked. */
  write(place: Place, draft: FactDraft, noQuiz: boolean): FactId {
    const { topic } = this
    const { section, path, objective } = place
    const id = this.name(factId(topic, section, draft.kind, draft.attribute, draft.subject, this.nameOf), draft)
    this.facts.push({ ...draft, id, topic, section, path, objective, withheld: this.withheld(draft.notes, noQuiz) })
    return id
  }

  /** Facts of one row have their subject in common, and those of one column their attribute. */
  private readonly nameOf = (text: string): string => {
    const known = this.names.get(text)
    if (known !== undefined) return known
    const name = distinct(text)
    this.names.set(text, name)
    return name
  }

  private withheld(notes: readonly NoteId[], noQuiz: boolean): Withheld | null {
    if (notes.some((note) => this.verdicts.get(note) === 'disputed')) return 'disputed'
    return noQuiz ? 'author' : null
  }

  private name(id: FactId, { kind, subject, source }: FactDraft): FactId {
    const first = this.taken.get(id)
    if (first === undefined) {
      this.taken.set(id, source.line)
      return id
    }
    const copy = (this.copies.get(id) ?? 1) + 1
    this.copies.set(id, copy)
    const message = `“${subject}” is asked twice in this section: here and on line ${first}.`
    this.lines.report('warning', 'duplicate-fact', source, message, WAYS_OUT[kind])
    return factIdOf(`${id}~${copy}`)
  }
}

const OTHER_ROW = 'Give one of the two rows a first cell of its own, or let them stand under different headings.'
const OTHER_ENTRY = 'Reword one of the two entries, or let them stand under different headings.'

/** What tells two facts of a kind apart. */
const WAYS_OUT: Readonly<Record<FactKind, string>> = {
  relation: OTHER_ROW,
  term: OTHER_ROW,
  scenario: OTHER_ROW,
  step: OTHER_ROW,
  membership: OTHER_ENTRY,
  trap: OTHER_ENTRY,
  concept: 'Give each a title of its own, such as “**Exam tip — Title:**”, or let them stand under different headings.',
}
