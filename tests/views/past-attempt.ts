import { generateItems } from '../../src/engines/items/generate-items.ts'
import type { EventBody, StartSettings } from '../../src/journal/event.ts'
import type { Outcome } from '../../src/model/attempt.ts'
import type { Blueprint } from '../../src/model/course.ts'
import { attemptId, factIdOf, itemIdOf } from '../../src/model/ids.ts'
import type { ItemId } from '../../src/model/ids.ts'
import type { Topic } from '../../src/model/topic.ts'

/** An exam of two domains, of 50 questions that count. */
export const BLUEPRINT: Blueprint = {
  code: 'AIF-C01',
  items: 65,
  scoredItems: 50,
  minutes: 90,
  passMark: 700,
  scale: { from: 100, to: 1000 },
  domains: [
    { number: 1, title: 'Basics', weight: 0.86 },
    { number: 5, title: 'Security', weight: 0.14 },
  ],
  tasks: [],
  objectives: [],
}

export type Past = EventBody & { readonly daysAgo: number }

interface Told extends Partial<Omit<Outcome, 'item'>> {
  readonly item?: ItemId
}

interface PastAttempt {
  readonly name?: string
  readonly daysAgo?: number
  readonly settings?: Partial<StartSettings>
  /** What was done before it was handed in. */
  readonly done?: (items: readonly ItemId[]) => readonly EventBody[]
  /** Milliseconds that it took. */
  readonly spent?: number
  readonly isRunning?: boolean
}

/** A finished attempt: each outcome is of the topic's next item unless it names another. */
export function pastAttempt(topic: Topic, told: readonly Told[], past: PastAttempt = {}): readonly Past[] {
  const { name = 'past', daysAgo = 1, settings = {}, done = () => [], spent = 60_000, isRunning = false } = past
  const attempt = attemptId(name)
  const own = generateItems(topic.facts)
  const outcomes = told.map((outcome, index): Outcome => {
    const made = own[index]
    const item = outcome.item ?? made?.id ?? itemIdOf(`${topic.id}#gone/${index}`)
    return {
      facts: made?.facts ?? [factIdOf(`${topic.id}#gone/${index}`)],
      correct: true,
      guess: 0.25,
      ...outcome,
      item,
    }
  })
  const items = outcomes.map(({ item }) => item)
  const start: EventBody = {
    kind: 'attempt-started',
    attempt,
    items,
    settings: { mode: 'exam', minutes: null, seed: 1, ...settings },
  }
  const end: EventBody = { kind: 'handed-in', attempt, why: 'learner', outcomes, spent }
  return [start, ...done(items), ...(isRunning ? [] : [end])].map((body) => ({ ...body, daysAgo }))
}
