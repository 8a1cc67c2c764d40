import { advance, startAttempt } from '../engines/exam/advance.ts'
import type { AttemptLog } from '../journal/attempt-log.ts'
import type { Attempt, AttemptAction, AttemptSettings } from '../model/attempt.ts'
import { topicId } from '../model/ids.ts'
import type { TopicId } from '../model/ids.ts'

interface Replayed {
  readonly actions: readonly AttemptAction[]
  readonly attempt: Attempt
}

/** What was replayed before, by the settings, which stay the same object while actions are added. */
const replayed = new WeakMap<AttemptSettings, Replayed>()

/** The attempt as the journal tells it. Only what was added since it was last asked for is replayed. */
export function replayAttempt({ id, items, settings, startedAt, actions }: AttemptLog): Attempt | null {
  const [first, ...rest] = items
  if (first === undefined) return null
  const before = replayed.get(settings)
  const isMore = before !== undefined && isBeginning(before.actions, actions)
  const from: Attempt = isMore ? before.attempt : startAttempt(id, [first, ...rest], settings, startedAt)
  const attempt = actions.slice(isMore ? before.actions.length : 0).reduce<Attempt>(advance, from)
  replayed.set(settings, { actions, attempt })
  return attempt
}

/** Actions are only ever added behind others, so the last one tells. */
function isBeginning(before: readonly AttemptAction[], actions: readonly AttemptAction[]): boolean {
  return before.length <= actions.length && before.at(-1) === actions[before.length - 1]
}

/** The topics that an attempt's items come from: an item's id begins with its topic. */
export function topicsOfAttempt({ items }: Pick<AttemptLog, 'items'>): readonly TopicId[] {
  return [...new Set(items.map((item) => topicId(item.slice(0, item.indexOf('#')))))]
}
