import type { Fact } from '../model/fact.ts'
import type { Item } from '../model/item.ts'
import type { Block, Note, Section, Topic } from '../model/topic.ts'

/**
 * A piece of a topic on its way from the worker to the page: the topic without what may be long, then that. The page
 * unpacks each message in one go, so a topic of a megabyte would hold it up.
 */
export type TopicPart =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'sections'; readonly values: readonly Section[] }
  | { readonly kind: 'facts'; readonly values: readonly Fact[] }
  | { readonly kind: 'items'; readonly values: readonly Item[] }
  | { readonly kind: 'notes'; readonly values: readonly Note[] }

/** What a part may weigh, in rows, entries, facts and the like: some hundred kilobytes. */
const MOST = 400

/** The parts of a topic, in the order in which they are joined. */
export function partsOf(topic: Topic): readonly TopicPart[] {
  const { sections, facts, items, notes } = topic
  return [
    { kind: 'topic', topic: { ...topic, sections: [], facts: [], items: [], notes: [] } },
    ...batches(sections, weightOf).map((values) => ({ kind: 'sections' as const, values })),
    ...batches(facts).map((values) => ({ kind: 'facts' as const, values })),
    ...batches(items).map((values) => ({ kind: 'items' as const, values })),
    ...batches(notes).map((values) => ({ kind: 'notes' as const, values })),
  ]
}

/** Puts topics together again, from parts that come in order. */
export class TopicJoiner {
  private readonly heads: Topic[] = []
  private readonly lists: { sections: Section[]; facts: Fact[]; items: Item[]; notes: Note[] }[] = []

  take(part: TopicPart): void {
    if (part.kind === 'topic') {
      this.heads.push(part.topic)
      this.lists.push({ sections: [], facts: [], items: [], notes: [] })
      return
    }
    const lists = this.lists.at(-1)
    if (lists === undefined) throw new Error(`Expected a topic before its ${part.kind}`)
    switch (part.kind) {
      case 'sections':
        lists.sections.push(...part.values)
        break
      case 'facts':
        lists.facts.push(...part.values)
        break
      case 'items':
        lists.items.push(...part.values)
        break
      case 'notes':
        lists.notes.push(...part.values)
        break
    }
  }

  topics(): readonly Topic[] {
    return this.heads.map((head, index) => ({ ...head, ...this.lists[index] }))
  }
}

function weightOf({ blocks }: Section): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block), 1)
}

function sizeOf(block: Block): number {
  if (block.kind === 'table') return block.rows.length
  return block.kind === 'list' ? block.entries.length : 1
}

function batches<T>(values: readonly T[], weigh: (value: T) => number = () => 1): readonly (readonly T[])[] {
  const all: T[][] = []
  let weight = MOST
  for (const value of values) {
    weight += weigh(value)
    const last = all.at(-1)
    if (last === undefined || weight > MOST) {
      all.push([value])
      weight = weigh(value)
    } else last.push(value)
  }
  return all
}
