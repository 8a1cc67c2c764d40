import { isAskable } from './fact.ts'
import type { AboutSection, Course, Objective, TaskStatement } from './course.ts'
import type { CourseId, ObjectiveId, SectionId, TopicId } from './ids.ts'
import type { Topic } from './topic.ts'

/** A section as the contents list it. */
export interface SectionEntry {
  readonly id: SectionId
  readonly level: number
  readonly number: string
  readonly title: string
  /** Facts of the section itself that can be asked. */
  readonly facts: number
}

interface TopicOutline {
  readonly id: TopicId
  readonly sections: readonly SectionEntry[]
}

/** A place in the notes that speaks of an objective. */
interface CoveringSection {
  readonly topic: TopicId
  readonly section: SectionId
  readonly title: string
}

/** What a course has for one objective of the exam. */
export interface Coverage extends Objective {
  /** Where the notes state facts for it; none where they do not cover it. */
  readonly sections: readonly CoveringSection[]
  /** Questions beside the notes. */
  readonly items: number
}

/** The contents of a course: fetched when they are shown, for the first view can do without them. */
export interface Outline {
  readonly id: CourseId
  readonly topics: readonly TopicOutline[]
  readonly tasks: readonly TaskStatement[]
  readonly objectives: readonly Coverage[]
  readonly about: readonly AboutSection[]
}

export function outlineOf({ id, blueprint, topics, authored, about }: Course): Outline {
  const places = placesByObjective(topics)
  const items = authored.flatMap((file) => file.items)
  return {
    id,
    topics: topics.map(topicOutline),
    tasks: blueprint?.tasks ?? [],
    objectives: (blueprint?.objectives ?? []).map((objective) => ({
      ...objective,
      sections: places.get(objective.id) ?? [],
      items: items.filter((item) => item.objective === objective.id).length,
    })),
    about,
  }
}

function topicOutline({ id, sections, facts }: Topic): TopicOutline {
  // Counted in one go: notes may have thousands of sections.
  const counts = new Map<SectionId, number>()
  for (const { section } of facts.filter(isAskable)) counts.set(section, (counts.get(section) ?? 0) + 1)
  return {
    id,
    sections: sections.map(({ id: section, level, number, title }) => ({
      id: section,
      level,
      number,
      title,
      facts: counts.get(section) ?? 0,
    })),
  }
}

function placesByObjective(topics: readonly Topic[]): ReadonlyMap<ObjectiveId, readonly CoveringSection[]> {
  const places = new Map<ObjectiveId, CoveringSection[]>()
  for (const { id: topic, sections, facts } of topics) {
    const titles = new Map(sections.map(({ id, title }) => [id, title]))
    for (const { objective, section } of facts) {
      if (objective === null) continue
      const known = places.get(objective) ?? []
      places.set(objective, known)
      if (known.some((place) => place.topic === topic && place.section === section)) continue
      known.push({ topic, section, title: titles.get(section) ?? '' })
    }
  }
  return places
}
