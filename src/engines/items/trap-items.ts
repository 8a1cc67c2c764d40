import type { Fact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { Item } from '../../model/item.ts'
import { isTrueOf } from './also-right.ts'
import { meaningfulWords } from './answer-text.ts'
import { says } from './choice-items.ts'
import { standsOut } from './distractors.ts'
import { isPair } from './fact-base.ts'
import type { FactBase, PairFact } from './fact-base.ts'
import { lowered } from './heading.ts'
import { commonOf, option, settled } from './item-parts.ts'
import { byLot, lotOf, ownLot } from './lots.ts'
import { capitalised, sentence } from './wording.ts'

type TrapFact = Extract<Fact, { readonly kind: 'trap' }>

/** One of the two that are easily confused, and a sentence about it without its name. */
interface Side {
  readonly name: string
  readonly said: string
  readonly fact: TrapFact
}

type Sides = readonly [Side, Side]

/** What an entry such as “CloudTrail vs. CloudWatch” allows to ask, when it has a sentence about each of them. */
export function trapItems(fact: TrapFact, base: FactBase): readonly Item[] {
  const sides = sidesOf(fact)
  return sides === null ? [] : [...mirroredChoices(sides, base), ...matchingOfTraps(sides, base)]
}

function sidesOf(fact: TrapFact): Sides | null {
  const [, one = '', other = ''] = /^(.+?)\s+(?:vs\.?|versus)\s+(.+)$/i.exec(fact.subject) ?? []
  const sentences = fact.value.split(/(?<=[.!?;])\s+/)
  const sideOf = (name: string): readonly Side[] => {
    const said = sentences.map((text) => withoutName(text, name)).find((rest) => rest !== null)
    return said === undefined || said === null ? [] : [{ name, said, fact }]
  }
  const [first, second] = [...sideOf(one), ...sideOf(other)]
  return first === undefined || second === undefined ? null : [first, second]
}

/** What a sentence says of a name that it begins with: “A VPC endpoint keeps …” of “VPC endpoints”. */
function withoutName(text: string, name: string): string | null {
  const words = text.replace(/[.;]$/, '').split(' ')
  const start = /^(?:an?|the)$/i.test(words[0] ?? '') ? 1 : 0
  const end = start + name.split(' ').length
  const isHere = meaningfulWords(words.slice(start, end).join(' ')).join(' ') === meaningfulWords(name).join(' ')
  return isHere && words.length > end + 1 ? capitalised(words.slice(end).join(' ')) : null
}

/** “Which service does this describe?”, once for each side: the two questions differ in what is said alone. */
function mirroredChoices([first, second]: Sides, base: FactBase): readonly Item[] {
  const rows = rowsAbout(first.name, second.name, base)
  if (rows === null) return []
  return [
    { side: first, own: rows.first, twin: rows.second },
    { side: second, own: rows.second, twin: rows.first },
  ].flatMap(({ side, own, twin }, place): readonly Item[] => {
    const { fact, said } = side
    const [third, fourth] = rows.others.filter((row) => !isTrueOf(row, said, base))
    if (third === undefined || fourth === undefined) return []
    const label = own.kind === 'relation' ? lowered(own.subjectLabel) : 'term'
    const stem = `Which ${label} does this describe? “${said}”`
    const wrong = [twin, third, fourth]
    const beside = wrong.map((row) => base.read(row).subject)
    if (standsOut(base.read(own).subject, beside, [base.lexicon.contentWords(stem)])) return []
    const told = option(own.subject, true, sentence(`${capitalised(side.name)}: ${said}`), fact)
    return [
      {
        ...commonOf(fact, base),
        id: itemId(fact.id, place === 0 ? 'choice-first' : 'choice-second'),
        type: 'choice',
        stem,
        options: settled([told, ...wrong.map((row) => option(row.subject, false, says(row), row))]),
        facts: [fact.id],
      },
    ]
  })
}

interface Rows {
  readonly first: PairFact
  readonly second: PairFact
  /** Others of their kind, each subject once. */
  readonly others: readonly PairFact[]
}

/** A table that has a row about each of the two, and two rows more. */
function rowsAbout(one: string, other: string, { bySet, lexicon }: FactBase): Rows | null {
  for (const set of bySet.values()) {
    const rows = [...new Map(set.filter(isPair).map((row) => [lexicon.read(row.subject).name, row])).values()]
    const about = (name: string) => rows.find(({ subject }) => lexicon.read(subject).name === lexicon.read(name).name)
    const [first, second] = [about(one), about(other)]
    if (first === undefined || second === undefined || rows.length < 4) continue
    const isApart = ({ subject }: PairFact) => ![one, other].some((name) => lexicon.overlap(subject, name))
    return { first, second, others: byLot(first, rows.filter(isApart)) }
  }
  return null
}

/** Two entries of traps at a time: four names, and what is said of each. */
function matchingOfTraps(sides: Sides, base: FactBase): readonly Item[] {
  const [{ fact }] = sides
  const partners = (base.bySet.get(fact.set) ?? [])
    .filter((other): other is TrapFact => other.kind === 'trap' && other.id !== fact.id)
    .flatMap((other) => {
      const others = sidesOf(other)
      return others === null || !areApart([...sides, ...others], base) ? [] : [{ other, others }]
    })
    .toSorted((one, another) => lotOf(fact, one.other) - lotOf(fact, another.other))
  const [partner] = partners
  // Two entries that have only each other make one question, not two.
  if (partner === undefined || ownLot(fact) > ownLot(partner.other)) return []
  const four = [...sides, ...partner.others]
  const answers = four.map((side) =>
    option(side.said, true, sentence(`${capitalised(side.name)}: ${side.said}`), side.fact),
  )
  const prompts = four.map(({ name, fact: own }, index) => {
    const { id, text } = option(capitalised(name), true, '', own)
    return { id, text, answer: answers[index]?.id ?? id }
  })
  return [
    {
      ...commonOf(fact, base),
      id: itemId(fact.id, 'matching'),
      type: 'matching',
      stem: 'These are easily confused. Match each with what is said of it.',
      options: settled(answers),
      prompts: prompts.toSorted((one, another) => (one.id < another.id ? -1 : 1)),
      facts: [fact.id, partner.other.id],
    },
  ]
}

function areApart(sides: readonly Side[], { lexicon }: FactBase): boolean {
  return sides.every((side, index) =>
    sides
      .slice(index + 1)
      .every((other) => !lexicon.overlap(side.said, other.said) && !lexicon.overlap(side.name, other.name)),
  )
}
