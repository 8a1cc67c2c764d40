import { useMemo } from 'react'
import { entriesOf } from '../engines/search/search-entry.ts'
import { buildIndex } from '../engines/search/search-index.ts'
import type { SearchIndex } from '../engines/search/search-index.ts'
import type { Topic } from '../model/topic.ts'
import { useAllTopics } from './use-topics.ts'
import type { Loading } from './use-topics.ts'

let latest: { readonly topics: readonly Topic[]; readonly index: SearchIndex } | null = null

/** The index of all notes: built when search is first opened, and again when notes were edited. */
export function useSearchIndex(): Loading<SearchIndex> {
  const topics = useAllTopics()
  return useMemo(() => {
    if (topics.kind !== 'ready') return topics
    return { kind: 'ready', value: indexOf(topics.value) }
  }, [topics])
}

/** The palette and the page share one index. */
function indexOf(topics: readonly Topic[]): SearchIndex {
  const isSame =
    latest?.topics.length === topics.length && topics.every((topic, place) => topic === latest?.topics[place])
  if (latest !== null && isSame) return latest.index
  latest = { topics, index: buildIndex(topics.flatMap(entriesOf)) }
  return latest.index
}
