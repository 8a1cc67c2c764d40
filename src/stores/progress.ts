import { STRONG } from '../engines/memory/stage.ts'
import type { Learned } from '../journal/fold.ts'
import type { Fact } from '../model/fact.ts'
import type { FactId, SectionId, TopicId } from '../model/ids.ts'
import type { ReviewedMemory } from '../model/memory.ts'
import type { StudyDay } from '../model/time.ts'

/** How far a set of facts is known. `strong`: recall holds for three weeks or more. */
export interface Standing {
  readonly seen: number
  readonly strong: number
  readonly due: number
}

export function standingOf(memories: Iterable<ReviewedMemory>, on: StudyDay): Standing {
  let [seen, strong, due] = [0, 0, 0]
  for (const memory of memories) {
    seen += 1
    if (memory.stability >= STRONG) strong += 1
    if (memory.dueOn <= on) due += 1
  }
  return { seen, strong, due }
}

/** The memories of a topic, or of one of its sections, told by the beginnings of their facts' ids. */
export function memoriesOf({ memories }: Learned, topic: TopicId, section?: SectionId): readonly ReviewedMemory[] {
  const start = section === undefined ? `${topic}#` : `${topic}#${section}/`
  return [...memories].flatMap(([fact, memory]) => (fact.startsWith(start) ? [memory] : []))
}

/** The memories of facts that the notes still hold. */
export function memoriesOfFacts(memories: ReadonlyMap<FactId, ReviewedMemory>, facts: readonly Fact[]) {
  return facts.flatMap(({ id }) => memories.get(id) ?? [])
}

/** What the daily limits still allow. */
export function leftToday({ days, settings }: Learned, on: StudyDay) {
  const { reviews, newFacts } = days.get(on) ?? { reviews: 0, newFacts: 0 }
  return {
    newFacts: Math.max(0, settings.newPerDay - newFacts),
    reviews: Math.max(0, settings.reviewsPerDay - (reviews - newFacts)),
  }
}
