import { useMemo } from 'react'
import type { Attempt } from '../model/attempt.ts'
import { attemptId } from '../model/ids.ts'
import type { ItemId } from '../model/ids.ts'
import type { Item } from '../model/item.ts'
import { replayAttempt, topicsOfAttempt } from './replay-attempt.ts'
import { itemsNamed } from './item-bank.ts'
import { useCourses, useJournal } from './services.ts'
import { useQuizTopics } from './use-quiz-topics.ts'
import type { Loading } from './use-topics.ts'

export interface OpenAttempt {
  readonly attempt: Attempt
  readonly items: ReadonlyMap<ItemId, Item>
}

/** An attempt with its items; null when the journal knows none of that name. */
export function useAttempt(name: string): Loading<OpenAttempt | null> {
  const log = useJournal(({ learned }) => learned.attempts.get(attemptId(name)))
  const manifests = useCourses((state) => state.manifests)
  const wanted = useMemo(() => {
    const known = new Set(manifests.flatMap(({ topics }) => topics.map(({ id }) => id)))
    return log === undefined ? [] : topicsOfAttempt(log).filter((id) => known.has(id))
  }, [log?.items, manifests])
  const isRestoring = useCourses((state) => state.isRestoring)
  const topics = useQuizTopics(wanted)
  const items = useMemo(
    () => itemsNamed(log?.items ?? [], topics.kind === 'ready' ? topics.value : []),
    [log?.items, topics],
  )
  return useMemo(() => {
    if (log === undefined) return { kind: 'ready', value: null }
    // Without the topics that are still on their way, answers would be graded as wrong.
    if (isRestoring && topicsOfAttempt(log).length > wanted.length) return { kind: 'loading' }
    if (topics.kind !== 'ready') return topics
    const attempt = replayAttempt(log)
    return { kind: 'ready', value: attempt === null ? null : { attempt, items } }
  }, [log, topics, items, isRestoring, wanted])
}
