/** Two things that may be one, and how much speaks for it. */
export interface Candidate<T> {
  readonly old: T
  readonly now: T
  /** 0 to 1. */
  readonly score: number
}

export interface Choice<T> {
  readonly chosen: readonly Candidate<T>[]
  /** Those with more than one way to go, or that share the way with another. */
  readonly open: readonly Candidate<T>[]
}

/** How much better the best must be than the second best: less is a guess. */
const MARGIN = 0.15

/** Gives each its best partner, where both have no other that is nearly as good. Whoever has a partner is no rival. */
export function clearBest<T>(candidates: readonly Candidate<T>[]): Choice<T> {
  const chosen: Candidate<T>[] = []
  let left = candidates
  for (;;) {
    const [olds, nows] = [bestTwo(left, ({ old }) => old), bestTwo(left, ({ now }) => now)]
    const isClear = (candidate: Candidate<T>) =>
      [olds.get(candidate.old), nows.get(candidate.now)].every((best) => {
        const rival = best?.find((other) => other !== candidate)
        return rival === undefined || candidate.score >= rival.score + MARGIN
      })
    const clear = left.filter(isClear)
    if (clear.length === 0) return { chosen, open: left }
    chosen.push(...clear)
    const [doneOlds, doneNows] = [new Set(clear.map(({ old }) => old)), new Set(clear.map(({ now }) => now))]
    left = left.filter(({ old, now }) => !doneOlds.has(old) && !doneNows.has(now))
  }
}

/** The two best candidates of each. */
function bestTwo<T>(
  candidates: readonly Candidate<T>[],
  sideOf: (candidate: Candidate<T>) => T,
): ReadonlyMap<T, readonly Candidate<T>[]> {
  const best = new Map<T, readonly Candidate<T>[]>()
  for (const candidate of candidates) {
    const side = sideOf(candidate)
    const two = [...(best.get(side) ?? []), candidate].toSorted((one, other) => other.score - one.score)
    best.set(side, two.slice(0, 2))
  }
  return best
}
