import { studyDayOf } from '../model/time.ts'
import type { Instant, StudyDay } from '../model/time.ts'

/** Where the app gets the time from. */
export interface Clock {
  readonly now: () => Instant
  /** Minutes that local time is ahead of UTC at an instant. */
  readonly offset: (at: Instant) => number
}

export function today({ now, offset }: Clock): StudyDay {
  const at = now()
  return studyDayOf(at, offset(at))
}
