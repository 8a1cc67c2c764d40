import type { AuthoredItems } from './authored-items.ts'
import type { Vocabulary } from './background.ts'
import { isAskable } from './fact.ts'
import type { CourseId, ObjectiveId, TopicId } from './ids.ts'
import type { Rename } from './renames.ts'
import type { Block, Topic } from './topic.ts'

export interface Domain {
  readonly number: number
  readonly title: string
  /** Share of the scored items, 0 to 1. */
  readonly weight: number
}

export interface TaskStatement {
  readonly number: string
  readonly title: string
}

export interface Objective {
  readonly id: ObjectiveId
  readonly title: string
  readonly examples: string
}

/** The exam's rules. */
export interface Blueprint {
  readonly code: string
  readonly items: number
  readonly scoredItems: number
  readonly minutes: number
  /** On the scale below. */
  readonly passMark: number
  readonly scale: { readonly from: number; readonly to: number }
  readonly domains: readonly Domain[]
  readonly tasks: readonly TaskStatement[]
  readonly objectives: readonly Objective[]
}

/** A part of what a course says about itself. */
export interface AboutSection {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Everything for one exam. */
export interface Course {
  readonly id: CourseId
  readonly title: string
  /** Null for notes that came without one: then nothing is weighted. */
  readonly blueprint: Blueprint | null
  readonly vocabulary: Vocabulary
  readonly topics: readonly Topic[]
  /** Questions that stand beside the notes. */
  readonly authored: readonly AuthoredItems[]
  /** Accepted renames: what was learnt under the old id counts for the new one. */
  readonly renames: readonly Rename[]
  /** What the course says about itself: what it covers, and how far it can be relied on. */
  readonly about: readonly AboutSection[]
}

export interface TopicEntry {
  readonly id: TopicId
  readonly title: string
  /** Facts that can be asked. */
  readonly facts: number
  /** The domains that its facts belong to. */
  readonly domains: readonly number[]
  /** Questions beside the notes: they are fetched apart. */
  readonly items: number
}

/** What the page knows about a course before any topic is loaded. */
export interface Manifest {
  readonly id: CourseId
  readonly title: string
  readonly blueprint: Omit<Blueprint, 'objectives' | 'tasks'> | null
  readonly topics: readonly TopicEntry[]
  readonly renames: readonly Rename[]
}

/** The part of a course that is needed at start: its topics, without their contents. */
export function manifestOf({ id, title, blueprint, topics, authored, renames }: Course): Manifest {
  return {
    id,
    title,
    renames,
    blueprint: blueprint === null ? null : rulesOf(blueprint),
    topics: topics.map((topic) => {
      const beside = authored.filter((file) => file.topic === topic.id)
      return { ...entryOf(topic), items: beside.reduce((sum, { items }) => sum + items.length, 0) }
    }),
  }
}

function entryOf({ id, title, facts }: Topic): Omit<TopicEntry, 'items'> {
  const askable = facts.filter(isAskable)
  return {
    id,
    title,
    facts: askable.length,
    domains: [...new Set(askable.flatMap(({ objective }) => domainOf(objective) ?? []))].toSorted(
      (one, other) => one - other,
    ),
  }
}

function rulesOf({ code, items, scoredItems, minutes, passMark, scale, domains }: Blueprint): Manifest['blueprint'] {
  return { code, items, scoredItems, minutes, passMark, scale, domains }
}

/** The domain that an objective belongs to: `5` for "5.1.3". Null without an objective. */
export function domainOf(objective: ObjectiveId | null): number | null {
  return objective === null ? null : Number.parseInt(objective, 10)
}
