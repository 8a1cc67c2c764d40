import type { Fact } from './fact.ts'
import { sectionId, slug } from './ids.ts'
import type { FactId, ObjectiveId, SectionId } from './ids.ts'
import { packBlock, unpackBlock } from './packed-blocks.ts'
import type { PackedBlock } from './packed-blocks.ts'
import { FactPacker, FactUnpacker } from './packed-facts.ts'
import type { Known, PackedFact } from './packed-facts.ts'
import { packText, unpackText } from './packed-text.ts'
import type { PackedText } from './packed-text.ts'
import type { Note, Section, Topic } from './topic.ts'

interface PackedSection {
  readonly level: number
  readonly title: string
  readonly line: number
  readonly blocks: readonly PackedBlock[]
  readonly facts: readonly PackedFact[]
  /** Where the title does not give it. */
  readonly id?: SectionId
  readonly number?: string
  readonly objective?: ObjectiveId | null
}

/** A topic as it is sent: what can be told from something else is left out, above all the words of facts that stand in a block. */
export interface PackedTopic extends Omit<Topic, 'sections' | 'facts' | 'notes'> {
  readonly sections: readonly PackedSection[]
  readonly notes: readonly (Omit<Note, 'text'> & { readonly text: PackedText })[]
}

/** Why a table was taken for its kind is not sent, nor the columns in which facts begin: both are for who writes notes. */
export function packTopic({ sections, facts, notes, ...topic }: Topic): PackedTopic {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return {
    ...topic,
    sections: sections.map((section) => packSection(section, topic, byId)),
    notes: notes.map((note) => ({ ...note, text: packText(note.text) })),
  }
}

/** The topic that was packed. */
export function unpackTopic({ sections: packed, notes, ...topic }: PackedTopic): Topic {
  const above: { level: number; title: string }[] = []
  const facts: Fact[] = []
  const sections = packed.map((section): Section => {
    while ((above.at(-1)?.level ?? 0) >= section.level) above.pop()
    above.push(section)
    const { level, title, line, number = '', objective = null, id = sectionId(slug(title)) } = section
    const path = above.map((each) => each.title)
    const place = { topic: topic.id, section: id, path, objective, file: topic.file }
    const unpacker = new FactUnpacker(section.facts, place)
    const blocks = section.blocks.map((block) => unpackBlock(block, title, unpacker))
    facts.push(...unpacker.facts)
    return { id, level, number, title, path, objective, blocks, facts: unpacker.facts.map((fact) => fact.id), line }
  })
  return { ...topic, sections, facts, notes: notes.map((note) => ({ ...note, text: unpackText(note.text) })) }
}

function packSection(
  section: Section,
  topic: Pick<Topic, 'id' | 'file'>,
  byId: ReadonlyMap<FactId, Fact>,
): PackedSection {
  const { id, level, number, title, path, objective, blocks, line } = section
  const packer = new FactPacker({ topic: topic.id, section: id, path, objective, file: topic.file })
  const add = (ids: readonly FactId[], known: Known): number => {
    for (const fact of ids) packer.add(factIn(byId, fact), known)
    return ids.length
  }
  return {
    level,
    title,
    line,
    blocks: blocks.map((block) => packBlock(block, title, add)),
    facts: packer.packed,
    ...(id !== slug(title) && { id }),
    ...(number !== '' && { number }),
    ...(objective !== null && { objective }),
  }
}

function factIn(facts: ReadonlyMap<FactId, Fact>, id: FactId): Fact {
  const fact = facts.get(id)
  if (fact === undefined) throw new Error(`Expected a fact ${id}`)
  return fact
}
