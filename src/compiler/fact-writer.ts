import type { Fact, Source, Withheld } from '../model/fact.ts'
import { factId, factIdOf, setId } from '../model/ids.ts'
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
type Drafted<T> = T extends Fact
  ? Omit<T, 'id' | 'topic' | 'section' | 'path' | 'objective' | 'withheld'> & { readonly noQuiz: boolean }
  : never

/** A fact as a block yields it, before it is named. */
export type FactDraft = Drafted<Fact>

/** Collects the facts of one topic; names them, and says when two ask the same. */
export class FactWriter {
  readonly facts: Fact[] = []
  private readonly taken = new Set<string>()
  private readonly sets = new Map<string, number>()
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
    return count === 1 ? id : setId(this.topic, place.section, `${name} ${count}`)
  }

  write(place: Place, draft: FactDraft): FactId {
    const { noQuiz, ...said } = draft
    const { section, path, objective } = place
    const id = this.name(factId(this.topic, section, said.kind, said.attribute, said.subject), said.source)
    this.facts.push({ ...said, id, topic: this.topic, section, path, objective, withheld: this.withheld(draft) })
    return id
  }

  private withheld({ notes, noQuiz }: FactDraft): Withheld | null {
    if (notes.some((note) => this.verdicts.get(note) === 'disputed')) return 'disputed'
    return noQuiz ? 'author' : null
  }

  private name(id: FactId, source: Source): FactId {
    let free: string = id
    for (let copy = 2; this.taken.has(free); copy += 1) free = `${id}~${copy}`
    this.taken.add(free)
    if (free === id) return id
    this.lines.report(
      'warning',
      'duplicate-fact',
      source,
      'Another fact of this section asks the same.',
      'Give one of the two rows a different first cell, or stand them under different headings.',
    )
    return factIdOf(free)
  }
}
