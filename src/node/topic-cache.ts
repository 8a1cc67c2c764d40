import { withRenames } from '../compiler/identity/check-ledger.ts'
import { readLedger } from '../compiler/identity/ledger.ts'
import type { Ledger } from '../compiler/identity/ledger.ts'
import { compileTopic } from '../compiler/compile-topic.ts'
import type { TopicCompiler } from '../compiler/compile-topic.ts'
import type { Compiled } from '../model/diagnostic.ts'
import type { ObjectiveId } from '../model/ids.ts'
import type { Topic } from '../model/topic.ts'
import type { LedgerCheck } from './read-notes.ts'

interface Remembered {
  readonly text: string
  readonly id: string
  readonly objectives: string | null
  readonly topic: Compiled<Topic>
}

/**
 * Compiles topics, and gives back the one of last time where nothing that plays a part in it has changed: its file's
 * path and text, its id, and the objectives of the blueprint. One topic is kept for each path.
 */
export function rememberingCompiler(): TopicCompiler {
  const topics = new Map<string, Remembered>()
  return (source, options) => {
    const { path, text } = source
    const { id } = options
    const objectives = listed(options.objectives)
    const last = topics.get(path)
    if (last?.text === text && last.id === id && last.objectives === objectives) return last.topic
    const topic = compileTopic(source, options)
    topics.set(path, { text, id, objectives, topic })
    return topic
  }
}

/**
 * Gives a course the renames of its ledger, which is read again only when it changed. Renames that nobody accepted yet
 * are not looked for: to know every fact of a course again takes longer than to compile the file that was edited.
 */
export function rememberingLedger(): LedgerCheck {
  const ledgers = new Map<string, { readonly text: string; readonly ledger: Ledger }>()
  return (compiled, { path, text }) => {
    const last = ledgers.get(path)
    const ledger = last?.text === text ? last.ledger : readLedger(text)
    ledgers.set(path, { text, ledger })
    return withRenames(compiled, ledger, path)
  }
}

/** No objectives at all are not the same as an empty list of them: then none is checked. */
function listed(objectives: ReadonlySet<ObjectiveId> | null): string | null {
  return objectives === null ? null : JSON.stringify([...objectives])
}
