import type { Confidence } from '../../model/attempt.ts'
import { NEW } from '../../model/memory.ts'
import type { Grade, Memory, ReviewedMemory } from '../../model/memory.ts'
import { studyDay } from '../../model/time.ts'
import type { Instant, StudyDay } from '../../model/time.ts'
import { retrievability, review } from './scheduler.ts'

/** Something the learner did that says whether a fact is known. */
export type Evidence =
  | { readonly kind: 'graded'; readonly grade: Grade }
  | {
      readonly kind: 'answered'
      readonly correct: boolean
      /** The chance of a right answer by guessing, 0 to 1. */
      readonly guess: number
      /** How sure the learner was, where they said so. */
      readonly confidence?: Confidence
    }

/** What is assumed of a fact that was never asked: as likely known as not. */
const PRIOR = 0.5

/**
 * Returns the memory of a fact after one piece of evidence.
 *
 * Only the first of a study day moves the schedule; later ones are practice (repeats on one day tell little about
 * tomorrow, and piling them up pushes the due date out). A wrong answer after a right one on the same day is noted
 * as the last grade, no more.
 */
export function learn(memory: Memory | undefined, evidence: Evidence, at: Instant, on: StudyDay): ReviewedMemory {
  const before = memory ?? NEW
  const grade = evidence.kind === 'graded' ? evidence.grade : evidence.correct ? 'good' : 'again'
  if (before.kind === 'reviewed' && before.reviewedOn >= on) return { ...before, lastGrade: grade }
  if (evidence.kind === 'answered' && evidence.correct && evidence.confidence === 'guess') {
    // Right by luck, by the learner's own word: no proof of anything, so it is asked again tomorrow.
    return { ...review(before, grade, at, on, 0), dueOn: studyDay(on + 1) }
  }
  const credit = evidence.kind === 'answered' && evidence.correct ? knewIt(before, evidence.guess, on) : 1
  return review(before, grade, at, on, credit)
}

/** The chance that a right answer came from knowledge: R / (R + (1 − R) · g), by Bayes' rule. */
function knewIt(memory: Memory, guess: number, on: StudyDay): number {
  const recall = memory.kind === 'new' ? PRIOR : retrievability(memory, on)
  return recall / (recall + (1 - recall) * guess)
}
