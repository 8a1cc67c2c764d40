import type { Instant, StudyDay } from './time.ts'

export type Grade = 'again' | 'hard' | 'good' | 'easy'
export const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'easy']

export interface NewMemory {
  readonly kind: 'new'
}

export interface ReviewedMemory {
  readonly kind: 'reviewed'
  /** Days until the chance of recall falls to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number
  readonly reviewedAt: Instant
  readonly reviewedOn: StudyDay
  readonly dueOn: StudyDay
  /** Answers that moved the schedule. */
  readonly reviews: number
  /** Times it was forgotten after having been known. */
  readonly lapses: number
  /** The grade that was last given, on whichever day. */
  readonly lastGrade: Grade
}

/** What the learner's memory of one fact is known to be. A new fact has no numbers, so none can be read from it. */
export type Memory = NewMemory | ReviewedMemory

/** How far a fact is known, as far as it matters for the way to ask it. */
export type Stage = 'new' | 'stable' | 'strong'

export const NEW: NewMemory = { kind: 'new' }
