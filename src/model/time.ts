/** Milliseconds since the epoch. The core never asks what time it is; callers pass it in. */
export type Instant = number & { readonly __unit: 'ms' }

/** A day of study as a number that rises by one each day. It starts at 4 in the morning, local time. */
export type StudyDay = number & { readonly __unit: 'study-day' }

export const instant = (ms: number): Instant => ms as Instant
export const studyDay = (day: number): StudyDay => day as StudyDay

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Reviews after midnight belong to the evening before (the convention of Anki: 4 a.m.). */
const DAY_STARTS_AT = 4 * HOUR

/**
 * The study day of an instant.
 *
 * @param offset Minutes that local time is ahead of UTC, at that instant and place.
 */
export function studyDayOf(at: Instant, offset: number): StudyDay {
  return studyDay(Math.floor((at + offset * 60_000 - DAY_STARTS_AT) / DAY))
}
