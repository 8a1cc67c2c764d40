/** Shares are compared to a billionth, so that 0.1 + 0.2 ties with 0.3. */
const UNIT = 1e9

/**
 * Whole shares of a count by weight (largest remainder, Hamilton's method): each gets the whole part of its exact
 * share, and what is then left goes to the largest remainders, of equal ones to the first. None gets more than it has
 * room for; what it has no room for goes to the others, again by weight. Without a weight there is a share only of what
 * the weights leave over, and those have equal ones.
 *
 * @param weights Of any sum: 20, 24, 28 are the same as 0.2, 0.24, 0.28.
 * @param room The most that each can take; as many as the weights.
 * @returns As many as the weights; their sum is the count, or all the room if that is less.
 */
export function apportion(count: number, weights: readonly number[], room: readonly number[]): readonly number[] {
  const shares = weights.map(() => 0)
  let left = count
  while (left > 0) {
    const open = openOf(weights, room, shares)
    if (open.length === 0) break
    for (const { index, share, free } of hamilton(left, open)) {
      const given = Math.min(share, free)
      shares[index] = (shares[index] ?? 0) + given
      left -= given
    }
  }
  return shares
}

interface Open {
  readonly index: number
  readonly weight: number
  /** Above what it has already. */
  readonly free: number
}

function openOf(weights: readonly number[], room: readonly number[], shares: readonly number[]): readonly Open[] {
  const open = weights
    .map((weight, index) => ({ index, weight, free: (room[index] ?? 0) - (shares[index] ?? 0) }))
    .filter(({ free }) => free > 0)
  const weighted = open.filter(({ weight }) => weight > 0)
  return weighted.length > 0 ? weighted : open.map((one) => ({ ...one, weight: 1 }))
}

function hamilton(count: number, open: readonly Open[]): readonly (Open & { readonly share: number })[] {
  const sum = open.reduce((total, { weight }) => total + weight, 0)
  const exact = open.map((one) => {
    const units = Math.round(((count * one.weight) / sum) * UNIT)
    return { ...one, share: Math.floor(units / UNIT), remainder: units % UNIT }
  })
  const over = count - exact.reduce((total, { share }) => total + share, 0)
  return exact
    .toSorted((one, other) => other.remainder - one.remainder)
    .map((one, rank) => (rank < over ? { ...one, share: one.share + 1 } : one))
}
