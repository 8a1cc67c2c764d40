import { advance, startAttempt } from '../engines/exam/advance.ts'
import type { AttemptLog } from '../journal/attempt-log.ts'
import type { Attempt } from '../model/attempt.ts'
import { topicId } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'

/** The attempt as the journal tells it. */
export function replayAttempt({ id, items, settings, startedAt, actions }: AttemptLog): Attempt | null {
  const [first, ...rest] = items
  if (first === undefined) return null
  const start: Attempt = startAttempt(id, [first, ...rest], settings, startedAt)
  return actions.reduce<Attempt>(advance, start)
}

/** The topics that an attempt's items come from: an item's id begins with its topic. */
export function topicsOfAttempt({ items }: Pick<AttemptLog, 'items'>): readonly TopicId[] {
  return [...new Set(items.map((item) => topicId(item.slice(0, item.indexOf('#')))))]
}
