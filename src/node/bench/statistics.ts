/** The middle of some figures, and how far the middle half of them reaches. */
export interface Summary {
  readonly median: number
  readonly from: number
  readonly to: number
}

export function summaryOf(figures: readonly number[]): Summary {
  return { median: quantile(figures, 0.5), from: quantile(figures, 0.25), to: quantile(figures, 0.75) }
}

/** Between two figures it is interpolated. Of no figures it is 0. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
