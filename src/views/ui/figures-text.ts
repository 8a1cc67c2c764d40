import type { Interval } from '../../engines/exam/chance.ts'
import type { Confidence } from '../../model/attempt.ts'

/** Keeps a number and its unit on one line. */
const GLUE = '\u{a0}'

/** A share of 0 to 1. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)}${GLUE}%`
}

/** A chance: nothing that was estimated is certain. */
function chanceText(chance: number): string {
  return percentText(Math.min(0.99, Math.max(0.01, chance)))
}

/** A chance that lies between two. */
export function rangeText(low: number, high: number): string {
  if (high < 0.01) return `under ${percentText(0.01)}`
  if (low > 0.99) return `over ${percentText(0.99)}`
  const [from, to] = [chanceText(low), chanceText(high)]
  return from === to ? `about ${from}` : `between ${from} and ${to}`
}

/** How many were right, and what that says about all that could be asked. */
export function likelyText(right: number, count: number, { low, high }: Interval): string {
  return `${right} of ${count}, likely between ${percentText(low)} and ${percentText(high)}`
}

/** Minutes and seconds; hours only where there are any. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)]
  const parts = [hours > 0 ? `${hours}${GLUE}h` : '', minutes > 0 ? `${minutes}${GLUE}min` : '']
  const rest = seconds % 60
  if (rest > 0 || hours + minutes === 0) parts.push(`${rest}${GLUE}s`)
  return parts.filter((part) => part !== '').join(GLUE)
}

const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  sure: 'Sure',
  unsure: 'Unsure',
  guess: 'A guess',
}

export function confidenceName(confidence: Confidence | null): string {
  return confidence === null ? 'Not said' : CONFIDENCE_NAMES[confidence]
}

/** A number of things: “1 fact”, “3 facts”. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
