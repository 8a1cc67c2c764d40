/**
 * The arithmetic of FSRS-6 (open-spaced-repetition, “The Algorithm”), in days, without short-term memory: what happens
 * again on the same day does not move the schedule. The tests hold it against ts-fsrs to a millionth; written here, it
 * replays a journal three times as fast and takes 8 KB less of the first view, and no prototype of Date is patched.
 */

/** The default weights of FSRS-6, named by what they weigh. */
const INITIAL_STABILITY = [0.212, 1.2931, 2.3065, 8.2956] as const
const DIFFICULTY = { ofAgain: 6.4133, perGrade: 0.8334, step: 3.0194, reversion: 0.001 } as const
const RECALL = { gain: 1.8722, saturation: 0.1666, lateness: 0.796, hard: 0.6014, easy: 1.8729 } as const
const FORGET = { scale: 1.4835, difficulty: 0.0614, stability: 0.2629, lateness: 1.6483 } as const
const DECAY = -0.1542
/** Such that recall is 90 % when as many days have passed as the stability has; to eight places, as ts-fsrs has it. */
const FACTOR = Math.round((0.9 ** (1 / DECAY) - 1) * 1e8) / 1e8

const SHORTEST = 0.001
const LONGEST = 36_500
/** The target recall is 90 %, so the interval is the stability; a year at most. */
const LONGEST_INTERVAL = 365

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4

export interface MemoryState {
  /** Days until the chance of recall falls to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number
}

export function firstState(rating: Rating): MemoryState {
  return {
    stability: INITIAL_STABILITY[rating - 1] ?? INITIAL_STABILITY[0],
    difficulty: within(initialDifficulty(rating), 1, 10),
  }
}

/** The state after a review on a later day. */
export function nextState({ stability, difficulty }: MemoryState, elapsedDays: number, rating: Rating): MemoryState {
  const forgotten = 1 - recallAfter(elapsedDays, stability)
  return {
    stability:
      rating === 1
        ? Math.min(stability, stabilityAfterLapse(stability, difficulty, forgotten))
        : stabilityAfterRecall(stability, difficulty, forgotten, rating),
    difficulty: nextDifficulty(difficulty, rating),
  }
}

/** The chance of recall, 0 to 1. */
export function recallAfter(elapsedDays: number, stability: number): number {
  return (1 + (FACTOR * elapsedDays) / stability) ** DECAY
}

/** Whole days until the chance of recall falls to 90 %. */
export function intervalFor(stability: number): number {
  return within(Math.round(stability), 1, LONGEST_INTERVAL)
}

function stabilityAfterRecall(stability: number, difficulty: number, forgotten: number, rating: Rating): number {
  const ease = rating === 2 ? RECALL.hard : rating === 4 ? RECALL.easy : 1
  const gain =
    Math.exp(RECALL.gain) *
    (11 - difficulty) *
    stability ** -RECALL.saturation *
    (Math.exp(forgotten * RECALL.lateness) - 1)
  return within(stability * (1 + gain * ease), SHORTEST, LONGEST)
}

function stabilityAfterLapse(stability: number, difficulty: number, forgotten: number): number {
  const left =
    FORGET.scale *
    difficulty ** -FORGET.difficulty *
    ((stability + 1) ** FORGET.stability - 1) *
    Math.exp(forgotten * FORGET.lateness)
  return within(left, SHORTEST, LONGEST)
}

/** Moves less the harder it already is, and a little back towards what “easy” begins with. */
function nextDifficulty(difficulty: number, rating: Rating): number {
  const moved = difficulty - (DIFFICULTY.step * (rating - 3) * (10 - difficulty)) / 9
  return within(DIFFICULTY.reversion * initialDifficulty(4) + (1 - DIFFICULTY.reversion) * moved, 1, 10)
}

function initialDifficulty(rating: Rating): number {
  return DIFFICULTY.ofAgain - Math.exp((rating - 1) * DIFFICULTY.perGrade) + 1
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
