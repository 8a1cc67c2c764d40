import type { Diagnostic } from '../../model/diagnostic.ts'
import { isAskable } from '../../model/fact.ts'
import type { Fact } from '../../model/fact.ts'
import type { FactId, SetId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import type { Topic } from '../../model/topic.ts'

/** A question of four options needs as many answers. */
const ROWS = 4
const NAMED = 3

/**
 * Says of each table and list of a topic why some or all of what it says is in no question. What is asked by no kind of
 * question (a tip, an entry of a lone list) and what is withheld is passed over: the notes say so themselves.
 *
 * @param items All questions of the topic.
 */
export function whyNot({ facts }: Pick<Topic, 'facts'>, items: readonly Item[]): readonly Diagnostic[] {
  const asked = new Set<FactId>(items.flatMap((item) => item.facts))
  const sets = new Map<SetId, Fact[]>()
  for (const fact of facts.filter(isQuizzable)) {
    const set = sets.get(fact.set)
    if (set === undefined) sets.set(fact.set, [fact])
    else set.push(fact)
  }
  return [...sets.values()].flatMap((set) => {
    const left = set.filter(({ id }) => !asked.has(id))
    const [first] = left
    return first === undefined ? [] : [remark(first, left, set)]
  })
}

function isQuizzable(fact: Fact): boolean {
  if (fact.withheld !== null || fact.kind === 'concept' || fact.kind === 'trap' || !isAskable(fact)) return false
  return fact.kind !== 'membership' || fact.lists.length > 1
}

function remark({ source, attribute }: Fact, left: readonly Fact[], set: readonly Fact[]): Diagnostic {
  const names = [...new Set(left.map(({ subject }) => `“${subject}”`))]
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  const all = left.length === set.length
  const what = all
    ? `Nothing of this table or list is in a question`
    : `${names.slice(0, NAMED).join(', ')}${more} ${names.length === 1 ? 'is' : 'are'} asked in no question`
  return {
    severity: 'info',
    rule: 'no-question',
    message: `${what}: ${reasonFor(
      left,
      set.filter((fact) => fact.attribute === attribute),
    )}`,
    hint: 'Their cards stay. More rows, or answers that differ more, make a question possible.',
    file: source.file,
    line: source.line,
    column: source.column,
  }
}

function reasonFor(left: readonly Fact[], column: readonly Fact[]): string {
  const answers = new Set(column.map(({ value }) => value.toLowerCase()))
  if (column.length < ROWS) return `${column.length} of a kind are too few to tell the right one from three others.`
  if (answers.size === 1) return 'all answers are the same.'
  return left.every(({ value }) => column.some((other) => !left.includes(other) && other.value === value))
    ? 'their answers are those of other rows too.'
    : 'another answer could be right as well, or the right one could be told by its length or its words.'
}
