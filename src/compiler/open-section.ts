import type { FactId } from '../model/ids.ts'
import type { Block, Section } from '../model/topic.ts'
import type { Place } from './fact-writer.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A section while its blocks are being read. */
export interface OpenSection extends Mutable<Omit<Section, 'blocks' | 'facts'>> {
  blocks: Block[]
  facts: FactId[]
}

/** One by one: a call with all the facts of a long table would not fit on the stack. */
export function keep(facts: readonly (readonly FactId[])[], section: OpenSection): void {
  for (const given of facts) section.facts.push(...given)
}

/** What is told of the section to what stands in it. */
export function placeOf({ id: section, path, title, objective }: OpenSection): Place {
  return { section, path, title, objective }
}
