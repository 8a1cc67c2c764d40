import type { Unfinished } from '../../stores/use-unfinished.ts'
import { dateText } from './date-text.ts'

/** An attempt that can be gone on with: when, how far, how long still. */
export function unfinishedText({ startedAt, answered, count, left }: Omit<Unfinished, 'id'>): string {
  const time = left === null ? 'no limit' : left === 0 ? 'time is up' : `${Math.ceil(left / 60_000)} min left`
  return `${dateText(startedAt)}: ${answered} of ${count} answered, ${time}`
}
