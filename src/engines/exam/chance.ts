/** A range of a share, both from 0 to 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Right answers with which the exam may be passed, of that many scored items. */
export interface CutBand {
  readonly from: number
  readonly to: number
  readonly of: number
}

/** The normal distribution's two-sided 95 % quantile. */
const Z = 1.959964

/**
 * Where the true share of right answers lies with 95 % confidence (Wilson's score interval, JASA 22, 1927): unlike the
 * plain ± it never leaves 0 to 1, and says something after few answers too. Nothing is known of a count of 0.
 */
export function interval(correct: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 }
  const share = correct / count
  const spread = (Z * Z) / count
  const middle = share + spread / 2
  const half = Z * Math.sqrt((share * (1 - share)) / count + spread / (4 * count))
  return {
    low: Math.max(0, (middle - half) / (1 + spread)),
    high: Math.min(1, (middle + half) / (1 + spread)),
  }
}

/**
 * The chance, 0 to 1, to have at least `cut` right of `of` new items, after `correct` of `count` were right. Every true
 * share is held equally likely before the first answer, so the posterior is Beta(1 + correct, 1 + wrong) and the right
 * ones of new items are beta-binomial (Gelman et al., Bayesian Data Analysis, 2.4). It takes the new items to be like
 * those answered.
 */
export function chanceToPass(correct: number, count: number, cut: number, of = 50): number {
  const right = 1 + correct
  const wrong = 1 + count - correct
  // Each count's chance follows from the one before; as logarithms, for after many answers the first is below any number.
  const logs = [0]
  let last = 0
  for (let hits = 0; hits < of; hits += 1) {
    last += Math.log(((of - hits) / (hits + 1)) * ((right + hits) / (wrong + of - hits - 1)))
    logs.push(last)
  }
  const highest = logs.reduce((most, log) => Math.max(most, log), 0)
  let above = 0
  let below = 0
  for (const [hits, log] of logs.entries()) {
    if (hits >= cut) above += Math.exp(log - highest)
    else below += Math.exp(log - highest)
  }
  return above / (above + below)
}

/** 66 % to 72 % right: around 70 %, which the pass mark of 700 does not mean, but lies near. */
const BAND = { from: 33, to: 36, of: 50 }

/**
 * The band in which the cut is taken to lie: 33 to 36 of 50, and the same share of any other number of scored items,
 * rounded up. An estimate of ours: AWS publishes a pass mark on its scale (700 of 1,000) and no raw cut, which changes
 * with the difficulty of a form.
 */
export function cutBand(scoredItems: number): CutBand {
  return {
    from: Math.ceil((BAND.from * scoredItems) / BAND.of),
    to: Math.ceil((BAND.to * scoredItems) / BAND.of),
    of: scoredItems,
  }
}
