import type { Grade, Memory, ReviewedMemory } from '../../model/memory.ts'
import { studyDay } from '../../model/time.ts'
import type { Instant, StudyDay } from '../../model/time.ts'
import { firstState, intervalFor, nextState, recallAfter } from './fsrs.ts'
import type { Rating } from './fsrs.ts'

const RATING: Readonly<Record<Grade, Rating>> = { again: 1, hard: 2, good: 3, easy: 4 }

/**
 * Returns the memory after one answer that counts.
 *
 * Pure: same memory, grade and day, same result.
 *
 * @param on The study day of the answer. A day before the last review (the clock was set back) counts as that day.
 * @param credit How far the answer proves knowledge, 0 to 1. With less than 1 only that share of the gain in
 *   stability is given, so that a right guess cannot push a fact far away.
 */
export function review(memory: Memory, grade: Grade, at: Instant, on: StudyDay, credit = 1): ReviewedMemory {
  const isNew = memory.kind === 'new'
  const today = isNew ? on : studyDay(Math.max(on, memory.reviewedOn))
  const elapsed = isNew ? 0 : today - memory.reviewedOn
  const next = isNew ? firstState(RATING[grade]) : nextState(memory, elapsed, RATING[grade])
  const floor = isNew ? firstState(RATING.again).stability : memory.stability
  const stability = next.stability > floor ? floor + credit * (next.stability - floor) : next.stability
  return {
    kind: 'reviewed',
    stability,
    difficulty: next.difficulty,
    reviewedAt: at,
    reviewedOn: today,
    dueOn: studyDay(today + intervalFor(stability)),
    reviews: isNew ? 1 : memory.reviews + 1,
    lapses: isNew ? 0 : memory.lapses + (grade === 'again' ? 1 : 0),
    lastGrade: grade,
  }
}

/** What each grade would lead to, for the labels of the four buttons. */
export function preview(memory: Memory, at: Instant, on: StudyDay): Readonly<Record<Grade, ReviewedMemory>> {
  return {
    again: review(memory, 'again', at, on),
    hard: review(memory, 'hard', at, on),
    good: review(memory, 'good', at, on),
    easy: review(memory, 'easy', at, on),
  }
}

/** The chance, 0 to 1, that the fact would be recalled on a day. 0 for a new one. */
export function retrievability(memory: Memory, on: StudyDay): number {
  if (memory.kind === 'new') return 0
  return recallAfter(Math.max(0, on - memory.reviewedOn), memory.stability)
}
