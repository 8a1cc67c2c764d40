import type { Summary } from './statistics.ts'

/** A median with the middle half of the figures in brackets. */
export function withSpread({ median, from, to }: Summary): string {
  return `${rounded(median)} (${rounded(from)}–${rounded(to)})`
}

/** Three figures that count: 1240, 12.4, 1.24. */
export function rounded(figure: number): string {
  if (figure >= 100) return figure.toFixed(0)
  return figure >= 10 ? figure.toFixed(1) : figure.toFixed(2)
}

/** How many times as large; empty where there is nothing to compare with. */
export function times(figure: number, base: number): string {
  return figure > 0 && base > 0 ? (figure / base).toFixed(2) : ''
}
