import { createContext, useContext } from 'react'
import type { FactId, NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/topic.ts'

/** What the blocks of a topic need to know about the topic. */
export interface Reader {
  readonly notes: ReadonlyMap<NoteId, Note>
  /** The number under which a footnote is shown. */
  readonly numberOf: (note: NoteId) => number
  /** Facts that a question can be made of. */
  readonly quizzable: ReadonlySet<FactId>
}

export const ReaderContext = createContext<Reader>({ notes: new Map(), numberOf: () => 0, quizzable: new Set() })

export function useReader(): Reader {
  return useContext(ReaderContext)
}
