import type { Memory, Stage } from '../../model/memory.ts'
import type { StudyDay } from '../../model/time.ts'

/** Days of stability from which a fact is called strong: Anki's mark of a mature card. */
export const STRONG = 21
/**
 * Days of stability below which a fact is still being learnt: recall falls below 90 % before another day can ask it.
 * A first wrong answer leaves 0.2 days, a first right one 2.
 */
const LEARNT = 1

/**
 * How far a fact is known on a day. new: never answered, or not right since it was last wrong · strong: held for weeks,
 * and not due · stable: anything between.
 */
export function stageOf(memory: Memory | undefined, on: StudyDay): Stage {
  if (memory === undefined || memory.kind === 'new') return 'new'
  if (memory.lastGrade === 'again' || memory.stability < LEARNT) return 'new'
  return memory.stability >= STRONG && memory.dueOn > on ? 'strong' : 'stable'
}
