import { useEffect, useMemo, useState } from 'react'
import type { AttemptLog } from '../journal/attempt-log.ts'
import type { Attempt } from '../model/attempt.ts'
import { attemptId } from '../model/ids.ts'
import type { AttemptId, ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import { itemsNamed } from './item-bank.ts'
import { replayAttempt, topicsOfAttempt } from './replay-attempt.ts'
import { useCourses, useJournal, useServices } from './services.ts'
import { useQuizTopics } from './use-quiz-topics.ts'
import type { Loading } from './use-topics.ts'

export interface OpenAttempt {
  readonly attempt: Attempt
  readonly log: AttemptLog
  readonly items: ReadonlyMap<ItemId, Item>
}

/**
 * An attempt with its items as they were asked; as the notes have them now, where that was not kept. Null when the
 * journal knows none of that name.
 */
export function useAttempt(name: string): Loading<OpenAttempt | null> {
  const id = attemptId(name)
  const log = useJournal(({ learned }) => learned.attempts.get(id))
  const asked = useAsked(id)
  const manifests = useCourses((state) => state.manifests)
  const isWhole = useMemo(() => log === undefined || log.items.every((item) => asked?.has(item)), [log?.items, asked])
  const wanted = useMemo(() => {
    if (log === undefined || isWhole || asked === undefined) return []
    const known = new Set(manifests.flatMap(({ topics }) => topics.map(({ id: topic }) => topic)))
    return topicsOfAttempt(log).filter((topic) => known.has(topic))
  }, [log?.items, manifests, isWhole, asked])
  const isRestoring = useCourses((state) => state.isRestoring)
  const topics = useQuizTopics(wanted)
  const items = useMemo(
    () => new Map([...itemsNamed(log?.items ?? [], topics.kind === 'ready' ? topics.value : []), ...(asked ?? [])]),
    [log?.items, topics, asked],
  )
  return useMemo(() => {
    if (log === undefined) return { kind: 'ready', value: null }
    if (asked === undefined) return { kind: 'loading' }
    // Without the topics that are still on their way, answers would be graded as wrong.
    if (!isWhole && isRestoring && topicsOfAttempt(log).length > wanted.length) return { kind: 'loading' }
    if (topics.kind !== 'ready') return topics
    const attempt = replayAttempt(log)
    return { kind: 'ready', value: attempt === null ? null : { attempt, log, items } }
  }, [log, topics, items, isRestoring, wanted, asked, isWhole])
}

/** The items of an attempt as they were asked; null where they were not kept, undefined until that is known. */
function useAsked(attempt: AttemptId): ReadonlyMap<ItemId, Item> | null | undefined {
  const { asked } = useServices()
  const [read, setRead] = useState<{ readonly attempt: AttemptId; readonly items: readonly Item[] | null } | null>(null)
  const known = asked.peek(attempt)
  const items = known === undefined && read?.attempt === attempt ? read.items : known
  useEffect(() => {
    if (known === undefined) void asked.get(attempt).then((found) => setRead({ attempt, items: found }))
  }, [asked, attempt])
  return useMemo(() => items && new Map(items.map((item) => [item.id, item])), [items])
}
