import { useMemo } from 'react'
import { entriesOf } from '../engines/search/search-entry.ts'
import { buildIndex } from '../engines/search/search-index.ts'
import type { SearchIndex } from '../engines/search/search-index.ts'
import type { Background } from '../model/background.ts'
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

/** Topics of one course are told the same names. */
function distinct(names: Background['names']): Background['names'] {
  return [...new Map(names.map((group) => [group.join(';'), group])).values()]
}

/** The palette and the page share one index. */
function indexOf(topics: readonly Topic[]): SearchIndex {
  const isSame =
    latest?.topics.length === topics.length && topics.every((topic, place) => topic === latest?.topics[place])
  if (latest !== null && isSame) return latest.index
  const names = topics.flatMap(({ background }) => background.names)
  latest = { topics, index: buildIndex(topics.flatMap(entriesOf), distinct(names)) }
  return latest.index
}
