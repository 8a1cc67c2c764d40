import type { Manifest, SectionEntry, TopicEntry } from './course.ts'
import { sectionId, slug } from './ids.ts'
import type { SectionId } from './ids.ts'

/** A section's id is told only where its title does not give it. */
type FoldedSection = readonly [title: string, number: string, level: number, facts: number, id?: SectionId]

interface FoldedTopic extends Omit<TopicEntry, 'sections'> {
  readonly sections: readonly FoldedSection[]
}

/** A manifest as every visit fetches it, before anything is shown. */
export interface FoldedManifest extends Omit<Manifest, 'topics'> {
  readonly topics: readonly FoldedTopic[]
}

/** Says the same in fewer bytes. */
export function foldManifest(manifest: Manifest): FoldedManifest {
  return { ...manifest, topics: manifest.topics.map(foldTopic) }
}

/** The manifest that was folded. */
export function unfoldManifest(folded: FoldedManifest): Manifest {
  return { ...folded, topics: folded.topics.map(unfoldTopic) }
}

function foldTopic({ sections, ...topic }: TopicEntry): FoldedTopic {
  return { ...topic, sections: sections.map(foldSection) }
}

function unfoldTopic({ sections, ...topic }: FoldedTopic): TopicEntry {
  return { ...topic, sections: sections.map(unfoldSection) }
}

function foldSection({ id, level, number, title, facts }: SectionEntry): FoldedSection {
  return slug(title) === id ? [title, number, level, facts] : [title, number, level, facts, id]
}

function unfoldSection([title, number, level, facts, id = sectionId(slug(title))]: FoldedSection): SectionEntry {
  return { id, level, number, title, facts }
}
