import type { Fact } from '../../model/fact.ts'
import type { FactId } from '../../model/ids.ts'
import type { Grade } from '../../model/memory.ts'

export interface Graded {
  readonly fact: FactId
  readonly grade: Grade
}

/** A session of cards under way: what is still to be asked, and what was graded. */
export interface SessionRun {
  readonly queue: readonly Fact[]
  readonly graded: readonly Graded[]
  /** The queues before each grade, so that a grade can be taken back. */
  readonly before: readonly (readonly Fact[])[]
}

/** How many other cards come between a forgotten one and its return. */
const RETURN_AFTER = 6

export function startRun(queue: readonly Fact[]): SessionRun {
  return { queue, graded: [], before: [] }
}

/** The session after a grade: a fact that was not recalled comes back a little later, until it is. */
export function gradeCurrent({ queue, graded, before }: SessionRun, grade: Grade): SessionRun {
  const [current, ...rest] = queue
  if (current === undefined) return { queue, graded, before }
  const next = grade === 'again' ? rest.toSpliced(RETURN_AFTER, 0, current) : rest
  return { queue: next, graded: [...graded, { fact: current.id, grade }], before: [...before, queue] }
}

/** The session before the last grade. */
export function undoLast({ queue, graded, before }: SessionRun): SessionRun {
  return { queue: before.at(-1) ?? queue, graded: graded.slice(0, -1), before: before.slice(0, -1) }
}
