import type { MembershipFact, RelationFact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { ResponseItem } from '../../model/item.ts'
import { hashOf } from '../../model/random.ts'
import { folded, listItems, overlap } from './answer-text.ts'
import { says } from './choice-items.ts'
import { columnOf } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { countWord, lowered } from './wording.ts'

const DISTRACTORS = 3

/** "Which TWO belong to “AWS responsibility”?": entries of one of several parallel lists, against entries of the others. */
export function membershipItems(list: readonly MembershipFact[], base: FactBase): readonly ResponseItem[] {
  const [first] = list
  if (first === undefined || first.lists.length < 2) return []
  const others = (base.bySet.get(first.set) ?? []).filter(
    (fact): fact is MembershipFact => fact.kind === 'membership' && fact.value !== first.value,
  )
  return pairs(list).flatMap(([one, other]): readonly ResponseItem[] => {
    const wrong = others
      .filter((fact) => !overlap(fact.subject, one.subject) && !overlap(fact.subject, other.subject))
      .toSorted((a, b) => hashOf(`${one.id} ${a.id}`) - hashOf(`${one.id} ${b.id}`))
      .slice(0, DISTRACTORS)
    if (wrong.length < DISTRACTORS) return []
    const options = [one, other, ...wrong].map((fact) =>
      option(fact.subject, fact.value === one.value, `It belongs to “${fact.value}”.`, fact),
    )
    return [
      {
        ...commonOf(one),
        id: itemId(one.id, 'response'),
        type: 'response',
        stem: `Which TWO belong to “${one.value}”? (Select TWO.)`,
        options: settled(options),
        pick: 2,
        facts: [one.id, other.id],
      },
    ]
  })
}

/** "Which TWO are key controls of the stage “Data Collection”?": a cell that lists several things. */
export function listCellItems(fact: RelationFact, base: FactBase): readonly ResponseItem[] {
  const keys = listItems(fact.value)
  if (keys.length < 2 || keys.length > 3) return []
  const taken = new Set(keys.map(folded))
  const wrong: { readonly text: string; readonly fact: RelationFact }[] = []
  const peers = columnOf(base, fact)
    .filter((other): other is RelationFact => other.kind === 'relation' && other.id !== fact.id)
    .toSorted((a, b) => hashOf(`${fact.id} ${a.id}`) - hashOf(`${fact.id} ${b.id}`))
  for (const other of peers) {
    const text = listItems(other.value).find((entry) => isSafe(entry, [...keys, ...wrong.map((chosen) => chosen.text)]))
    if (text === undefined || taken.has(folded(text)) || wrong.length === DISTRACTORS) continue
    taken.add(folded(text))
    wrong.push({ text, fact: other })
  }
  if (wrong.length < DISTRACTORS) return []
  const label = lowered(fact.subjectLabel)
  const count = countWord(keys.length)
  return [
    {
      ...commonOf(fact),
      id: itemId(fact.id, 'response'),
      type: 'response',
      stem: `Which ${count} stand under “${lowered(fact.attribute)}” for the ${label} “${fact.subject}”? (Select ${count}.)`,
      options: settled([
        ...keys.map((text) => option(capitalised(text), true, `${says(fact)}.`, fact)),
        ...wrong.map(({ text, fact: other }) =>
          option(capitalised(text), false, `That stands for another ${label}: “${other.subject}”.`, other),
        ),
      ]),
      pick: keys.length,
      facts: [fact.id],
    },
  ]
}

/** Entries of a cell begin in either case; as options they must not differ by it. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isSafe(entry: string, others: readonly string[]): boolean {
  return others.every((other) => !overlap(entry, other))
}

/** Neighbours two by two; the last of an odd number is asked with the one before it. */
function pairs<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  const result: (readonly [T, T])[] = []
  for (let index = 0; index < values.length - 1; index += 2) {
    const [one, other] = values.slice(index, index + 2)
    if (one !== undefined && other !== undefined) result.push([one, other])
  }
  const [before, last] = values.slice(-2)
  if (values.length % 2 === 1 && before !== undefined && last !== undefined) result.push([last, before])
  return result
}
