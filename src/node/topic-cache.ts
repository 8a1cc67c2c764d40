import { withRenames } from '../compiler/identity/check-ledger.ts'
import { readLedger } from '../compiler/identity/ledger.ts'
import type { Ledger } from '../compiler/identity/ledger.ts'
import type { Compilers } from '../compiler/compile-course.ts'
import { compileItems } from '../compiler/compile-items.ts'
import type { ItemsCompiler, ItemsOptions } from '../compiler/compile-items.ts'
import { compileTopic } from '../compiler/compile-topic.ts'
import type { TopicCompiler } from '../compiler/compile-topic.ts'
import type { AuthoredItems } from '../model/authored-items.ts'
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

/** Compiles the files of courses, and gives back what it made of one last time where nothing that it rests on changed. */
export function rememberingCompiler(): Compilers {
  return { topic: rememberingTopics(), items: rememberingItems() }
}

/**
 * Compiles topics, and gives back the one of last time where nothing that plays a part in it has changed: its file's
 * path and text, its id, and the objectives of the blueprint. One topic is kept for each path.
 */
function rememberingTopics(): TopicCompiler {
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

/** Questions rest on their file, and on the topics of the course: explanations link to places in them. */
function rememberingItems(): ItemsCompiler {
  const known = new Map<string, RememberedItems>()
  return (source, options) => {
    const { path, text } = source
    const { topic, topics } = options
    const objectives = listed(options.objectives)
    const last = known.get(path)
    const isSame =
      last?.text === text &&
      last.objectives === objectives &&
      last.topic === topic &&
      last.topics.length === topics.length &&
      last.topics.every((each, index) => each === topics[index])
    if (isSame) return last.items
    const items = compileItems(source, options)
    known.set(path, { text, objectives, topic, topics, items })
    return items
  }
}

interface RememberedItems extends Pick<ItemsOptions, 'topic' | 'topics'> {
  readonly text: string
  readonly objectives: string | null
  readonly items: Compiled<AuthoredItems>
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
