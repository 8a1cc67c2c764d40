import { useEffect, useState } from 'react'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { itemsOf, makeBanks } from './item-bank.ts'
import { useServices } from './services.ts'
import { useAllQuizTopics } from './use-quiz-topics.ts'

export interface Bank {
  readonly topics: readonly Topic[]
  readonly items: readonly Item[]
}

/** Every question of every course; null until they are made. */
export function useBank(): Bank | null {
  const topics = useAllQuizTopics()
  const all = topics.kind === 'ready' ? topics.value : null
  const [bank, setBank] = useState<Bank | null>(null)
  const isMade = useMadeBanks(all)
  useEffect(() => {
    if (isMade && all !== null) setBank({ topics: all, items: itemsOf(all) })
  }, [all, isMade])
  return bank?.topics === all ? bank : null
}

/** Whether the questions of some topics are made; makes them little by little. Null: there is nothing to make yet. */
export function useMadeBanks(topics: readonly Topic[] | null): boolean {
  const { steady } = useServices()
  const [made, setMade] = useState<readonly Topic[] | null>(null)
  useEffect(() => {
    if (topics === null) return undefined
    return makeBanks(topics, steady, () => setMade(topics))
  }, [topics])
  return topics !== null && made === topics
}
