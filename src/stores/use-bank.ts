import { useEffect, useState } from 'react'
import type { Item } from '../model/item.ts'
import type { Topic } from '../model/topic.ts'
import { bankOf } from './item-bank.ts'
import { useAllQuizTopics } from './use-quiz-topics.ts'

export interface Bank {
  readonly topics: readonly Topic[]
  readonly items: readonly Item[]
}

/** Every question of every course; null until they are made. Each topic's are made by themselves: no key waits long. */
export function useBank(): Bank | null {
  const topics = useAllQuizTopics()
  const all = topics.kind === 'ready' ? topics.value : null
  const [bank, setBank] = useState<Bank | null>(null)
  useEffect(() => {
    if (all === null) return undefined
    const items: Item[] = []
    const waiting = [...all]
    const make = (): void => {
      const topic = waiting.shift()
      if (topic === undefined) return setBank({ topics: all, items })
      items.push(...bankOf(topic).values())
      next = setTimeout(make)
    }
    let next = setTimeout(make)
    return () => clearTimeout(next)
  }, [all])
  return bank?.topics === all ? bank : null
}
