import type { TopicId } from './ids.ts'
import type { Item } from './item.ts'
import type { Topic } from './topic.ts'

/** The questions beside a topic. */
export interface TopicItems {
  readonly topic: TopicId
  readonly items: readonly Item[]
}

/** The questions of a file beside the notes: `items/domain-5.md` belongs to the topic `domain-5`. */
export interface AuthoredItems extends TopicItems {
  readonly file: string
  /** The line on which each of them begins. */
  readonly lines: readonly number[]
}

/** The topics, each with the questions that stand beside it. */
export function withAuthored(topics: readonly Topic[], authored: readonly TopicItems[]): readonly Topic[] {
  return topics.map((topic) => {
    const beside = authored.filter((file) => file.topic === topic.id).flatMap(({ items }) => items)
    return beside.length === 0 ? topic : { ...topic, items: [...topic.items, ...beside] }
  })
}
