import { useEffect, useState } from 'react'
import type { FactId, TopicId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import { bankOf, makeBanks } from './item-bank.ts'
import { useCourses, useServices } from './services.ts'

const NONE: ReadonlySet<FactId> = new Set()
const known = new WeakMap<Topic, ReadonlySet<FactId>>()
/** Milliseconds after which the questions are made: what is on the screen comes first. */
const LATER = 50

/** The facts of a topic that a question can be made of; none until the topic is loaded and its questions are made. */
export function useQuizzable(id: TopicId): ReadonlySet<FactId> {
  const topic = useCourses(({ topics }) => topics.get(id))
  const { steady } = useServices()
  const [facts, setFacts] = useState(NONE)
  useEffect(() => {
    if (topic === undefined) return undefined
    let end = (): void => undefined
    const later = setTimeout(() => {
      end = makeBanks([topic], steady, () => setFacts(quizzableOf(topic)))
    }, LATER)
    return () => {
      clearTimeout(later)
      end()
    }
  }, [topic])
  return (topic === undefined ? undefined : known.get(topic)) ?? facts
}

function quizzableOf(topic: Topic): ReadonlySet<FactId> {
  const made = known.get(topic) ?? new Set([...bankOf(topic).values()].flatMap((item) => item.facts))
  known.set(topic, made)
  return made
}
