import type { Background } from '../../model/background.ts'
import type { Fact, RelationFact, TermFact } from '../../model/fact.ts'
import type { Topic } from '../../model/topic.ts'
import { listItems } from './answer-text.ts'
import { alikeOf, columnOf, factBaseOf, isPair } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { isSaidBy } from './lexicon.ts'
import { namesIn, spelling } from './name-words.ts'
import type { NameKey } from './typed-answer.ts'

/** What a topic knows of names: enough to ask for one, and to tell it from the others. */
export interface NameBook {
  readonly base: FactBase
  readonly groups: Background['names']
  /** Everything that has a name in these notes. */
  readonly known: readonly string[]
}

export function nameBookOf({ facts, background }: Pick<Topic, 'facts' | 'background'>): NameBook {
  const known = [
    ...facts.map(({ subject }) => subject),
    ...facts.filter(isPair).map(({ value }) => value),
    ...background.truths.map(({ subject }) => subject),
    ...background.names.flat(),
  ]
  return { base: factBaseOf(facts, background), groups: background.names, known: [...new Set(known)].filter(isName) }
}

/** The most words that one can be asked to write letter by letter. */
const LONGEST = 5
/** A word that no name has: what holds it is said in words of one's own, and could be said in others. */
const PHRASE =
  /(?:^|\s)(?:as|by|for|from|if|is|not|per|to|when|with|your|vs\.?)(?=\s|$)|[,;:?!=<>→≠]\s|\s[/|+–—→]\s|[.?!…]$/i

function isName(text: string): boolean {
  return (
    /\p{L}/u.test(text) && !PHRASE.test(text) && text.split(/\s+/).length <= LONGEST && listItems(text).length === 1
  )
}

/**
 * What counts as the name of a fact's subject; null where typing it would be unfair: the subject is no name, the
 * question says it, or the same could be said of something else.
 *
 * @param question What the learner sees.
 */
export function nameKeyOf(fact: Fact, question: string, { base, groups, known }: NameBook): NameKey | null {
  const { lexicon } = base
  const { subject } = fact
  if (!isNameable(fact) || !isName(subject)) return null
  const isAmbiguous = alikeOf(base, fact).some(
    (other) => spelling(other.subject) !== spelling(subject) && lexicon.overlap(other.value, fact.value),
  )
  if (isAmbiguous) return null
  const thing = (name: string): string => lexicon.read(name).name
  const aliases = groups
    .filter((group) => group.some((name) => thing(name) === thing(subject)))
    .flatMap((group) => group.filter((name) => name !== subject))
  const names = [subject, ...aliases].flatMap(namesIn)
  if (names.some((name) => isSaidBy(lexicon.read(name), lexicon.read(question)))) return null
  // Rows of one table are different things, however alike their names.
  const rows = new Set(columnOf(base, fact).map((row) => row.subject))
  const own = new Set(names.map(thing))
  const others = known.filter((name) => name !== subject && (rows.has(name) || !own.has(thing(name))))
  return { accepted: [subject, ...aliases], others }
}

/** Whether a fact's subject follows from its value. */
function isNameable(fact: Fact): fact is TermFact | RelationFact {
  return fact.kind === 'term' || (fact.kind === 'relation' && fact.oneToOne)
}
