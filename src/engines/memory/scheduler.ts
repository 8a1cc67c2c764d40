import { fsrs, Rating } from 'ts-fsrs'
import type { Grade as FsrsGrade } from 'ts-fsrs'
import type { Grade, Memory, ReviewedMemory } from '../../model/memory.ts'
import { studyDay } from '../../model/time.ts'
import type { Instant, StudyDay } from '../../model/time.ts'

/**
 * FSRS-6 with its default weights, days as the unit, no fuzz: two replays of a journal must agree.
 * Only this file knows ts-fsrs. It uses the arithmetic alone (`next_state`), not its cards, dates or rollback.
 */
const algorithm = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 })

const RATING: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

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
  const before = isNew ? null : { stability: memory.stability, difficulty: memory.difficulty }
  const next = algorithm.next_state(before, elapsed, RATING[grade])
  const floor = isNew ? algorithm.next_state(null, 0, Rating.Again).stability : memory.stability
  const stability = next.stability > floor ? floor + credit * (next.stability - floor) : next.stability
  return {
    kind: 'reviewed',
    stability,
    difficulty: next.difficulty,
    reviewedAt: at,
    reviewedOn: today,
    dueOn: studyDay(today + algorithm.next_interval(stability, elapsed)),
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
  return algorithm.forgetting_curve(Math.max(0, on - memory.reviewedOn), memory.stability)
}
