import type { Fact } from '../../model/fact.ts'
import { plainId, variantId } from '../../model/ids.ts'
import type { FactId, ItemId } from '../../model/ids.ts'
import type { ChoiceItem, Item, Option, TypedItem } from '../../model/item.ts'
import type { Stage } from '../../model/memory.ts'
import { unreachable } from '../../model/unreachable.ts'
import { answerOf, askedOf } from './also-right.ts'
import { likeness } from './answer-text.ts'
import { isToldByClang } from './clang.ts'
import { standsOut } from './distractors.ts'
import { headingRoots, isPair } from './fact-base.ts'
import type { Reading } from './lexicon.ts'
import { alike, looksOf } from './looks.ts'
import { nameKeyOf } from './name-book.ts'
import type { NameBook } from './name-book.ts'

/** The items of a topic, with what it takes to ask them in another shape. */
export interface ItemBank {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly facts: ReadonlyMap<FactId, Fact>
  /** Gathered when it is first asked for: an exam needs none of it. */
  readonly names: () => NameBook
}

const THREE = 'three'
const TYPED = 'typed'

/**
 * The item in the shape that suits how far its fact is known. new: with three options, since each wrong option that is
 * read leaves a trace, and weak learners are hurt by more · stable: as in the exam · strong: its name is to be typed,
 * where that is fair. Only a choice that is made from a fact has other shapes.
 */
export function shapedFor(item: Item, stage: Stage, bank: ItemBank): Item {
  if (item.type !== 'choice' || item.origin === 'authored') return item
  switch (stage) {
    case 'new':
      return withThree(item, bank) ?? item
    case 'stable':
      return item
    case 'strong':
      return typedOf(item, bank) ?? item
    default:
      return unreachable(stage)
  }
}

/** The item of that id, in the shape that the id tells; null when the notes no longer give it. */
export function itemNamed(id: ItemId, bank: ItemBank): Item | null {
  const item = bank.items.get(id)
  if (item !== undefined) return item
  const plain = bank.items.get(plainId(id))
  if (plain?.type !== 'choice') return null
  return [withThree(plain, bank), typedOf(plain, bank)].find((variant) => variant?.id === id) ?? null
}

/** The key and the two wrong options most like it; null when the key would stand out among them. */
function withThree(item: ChoiceItem, { facts, names }: ItemBank): ChoiceItem | null {
  const [key, fact] = [item.options.find(({ correct }) => correct), factOf(item, facts)]
  if (key === undefined || fact === undefined || !isPair(fact) || item.options.length !== 4) return null
  const { lexicon } = names().base
  const told = lexicon.read(key.text)
  const direction = key.text === fact.value ? 'forward' : 'reverse'
  const closeness = ({ text }: Option) =>
    likeness(lexicon.read(text).words, told.words) +
    alike(looksOf(key.text), looksOf(text)) -
    0.5 * Math.abs(Math.log(text.length / key.text.length))
  const wrong = item.options.filter(({ correct }) => !correct)
  const asked = askedOf(fact, direction)
  const [reading, common] = [lexicon.read(asked), headingRoots(fact)]
  const questions = [asked, item.stem].map((question) => lexicon.contentWords(question))
  const isTold = (others: readonly Reading[]) =>
    standsOut(told, others, questions) || isToldByClang(reading, told, others, common)
  // A question that can be put in no better way is no worse with three options.
  const isToldAnyway = isTold(wrong.map(({ text }) => lexicon.read(text)))
  for (const left of wrong.toSorted((one, other) => closeness(one) - closeness(other))) {
    const others = wrong.filter((option) => option !== left).map(({ text }) => lexicon.read(text))
    if (isToldAnyway ? standsOut(told, others, []) : isTold(others)) continue
    const options = item.options.filter((option) => option !== left)
    return { ...item, id: variantId(item.id, THREE), options }
  }
  return null
}

/** The fact's name to be typed, by a question that asks for it; null where there is none, or typing it is unfair. */
function typedOf(drawn: ChoiceItem, bank: ItemBank): TypedItem | null {
  const fact = factOf(drawn, bank.facts)
  if (fact === undefined || !isPair(fact)) return null
  for (const item of [drawn, ...bank.items.values()]) {
    if (item.type !== 'choice' || item.origin === 'authored' || item.facts[0] !== fact.id) continue
    const key = item.options.find(({ correct }) => correct)
    if (key === undefined || key.text !== answerOf(fact, 'reverse')) continue
    const name = nameKeyOf(fact, item.stem, bank.names())
    if (name !== null) return { ...item, ...name, id: variantId(item.id, TYPED), type: 'typed', options: [key] }
  }
  return null
}

function factOf({ facts: [id] }: Item, facts: ItemBank['facts']): Fact | undefined {
  return id === undefined ? undefined : facts.get(id)
}
