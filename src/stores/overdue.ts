import { isExpired, spentAt } from '../engines/exam/passing-time.ts'
import type { AttemptLog } from '../journal/attempt-log.ts'
import { limitOf } from '../model/attempt.ts'
import type { AttemptId, ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import { instant } from '../model/time.ts'
import { withAuthored } from '../model/authored-items.ts'
import { handIn } from './attempts.ts'
import type { Clock } from './clock.ts'
import { topicIds, topicsWithItems } from './course-store.ts'
import type { CourseStore } from './course-store.ts'
import { itemsNamed } from './item-bank.ts'
import type { JournalStore } from './journal-store.ts'
import { replayAttempt, topicsOfAttempt } from './replay-attempt.ts'
import type { AskedItems } from './services.ts'

interface Surroundings {
  readonly journal: JournalStore
  readonly courses: CourseStore
  readonly asked: Pick<AskedItems, 'get'>
  readonly clock: Clock
  /** Whether a page has it open; that one ends it, and knows when the clock was only set. */
  readonly isHeld: (attempt: AttemptId) => Promise<boolean>
}

/** The page that shows an attempt hands it in itself; only when none has done so for this long (ms), nobody is there. */
const GRACE = 5_000

/**
 * Hands in every attempt whose time is up and that no page has open, as it stands. One whose items cannot be had now is
 * left for the next time.
 */
export async function handInOverdue(around: Surroundings): Promise<void> {
  const { journal, clock } = around
  for (const { id, isHandedIn } of journal.getState().learned.attempts.values()) {
    if (isHandedIn) continue
    const log = overdue(id, around)
    const items = log === null ? null : await itemsOfAttempt(log, around)
    if (items === null || (await around.isHeld(id))) continue
    // Meanwhile another page may have ended it, or its clock may have been put right.
    const now = overdue(id, around)
    const attempt = now === null ? null : replayAttempt(now)
    if (attempt?.phase !== 'running') continue
    const limit = limitOf(attempt.settings, attempt.items.length) ?? spentAt(attempt, clock.now())
    handIn(attempt, items, 'time', journal, limit)
  }
}

function overdue(id: AttemptId, { journal, clock }: Surroundings): AttemptLog | null {
  const log = journal.getState().learned.attempts.get(id)
  const attempt = log === undefined ? null : replayAttempt(log)
  if (log === undefined || attempt?.phase !== 'running') return null
  return isExpired(attempt, spentAt(attempt, instant(clock.now() - GRACE))) ? log : null
}

async function itemsOfAttempt(
  log: AttemptLog,
  { courses, asked }: Surroundings,
): Promise<ReadonlyMap<ItemId, Item> | null> {
  const kept = new Map((await asked.get(log.id))?.map((item) => [item.id, item]))
  if (log.items.every((item) => kept.has(item))) return kept
  const { manifests, load, loadItems, isRestoring } = courses.getState()
  const [known, beside] = [new Set(topicIds(manifests)), new Set(topicsWithItems(manifests))]
  const wanted = topicsOfAttempt(log)
  if (isRestoring && wanted.some((topic) => !known.has(topic))) return null
  const topics = await Promise.all(
    wanted
      .filter((topic) => known.has(topic))
      .map(async (id) => {
        const [topic, items] = await Promise.all([load(id), beside.has(id) ? loadItems(id) : []])
        return topic === null || items === null ? null : withAuthored([topic], [{ topic: id, items }])
      }),
  )
  if (topics.includes(null)) return null
  const found = itemsNamed(
    log.items,
    topics.flatMap((each) => each ?? []),
  )
  return new Map([...found, ...kept])
}
