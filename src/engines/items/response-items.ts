import type { MembershipFact, RelationFact } from '../../model/fact.ts'
import { itemId } from '../../model/ids.ts'
import type { ItemId } from '../../model/ids.ts'
import type { Option, ResponseItem } from '../../model/item.ts'
import { hashOf } from '../../model/random.ts'
import { isAlsoRight, isTrueOf } from './also-right.ts'
import { listItems, meaningfulWords, sharedWords } from './answer-text.ts'
import { reallyIs, says } from './choice-items.ts'
import { areToldByAWord, isToldByClang } from './clang.ts'
import { columnOf, headingAbove } from './fact-base.ts'
import type { FactBase } from './fact-base.ts'
import { headingOf } from './heading.ts'
import { commonOf, option, settled } from './item-parts.ts'
import type { Reading } from './lexicon.ts'
import { byLot, lotOf } from './lots.ts'
import { askEntries, askSubjects } from './questions.ts'
import { capitalised, countWord, placed, sentence, under } from './wording.ts'

const DISTRACTORS = 3

/** "Which TWO belong to “AWS responsibility”?": entries of one of several parallel lists, against entries of the others. */
export function membershipItems(fact: MembershipFact, base: FactBase): readonly ResponseItem[] {
  if (fact.lists.length < 2) return []
  const entries = base.lists.get(fact.set)?.of(fact) ?? []
  const partners = byLot(fact, entries).filter(
    ({ id, value, subject }) => id !== fact.id && value === fact.value && !base.lexicon.overlap(subject, fact.subject),
  )
  const isElsewhere = ({ subject, value }: MembershipFact) =>
    value !== fact.value &&
    !entries.some((entry) => entry.value === fact.value && base.lexicon.overlap(entry.subject, subject))
  const elsewhere = byLot(fact, entries).filter(isElsewhere)
  const readSubject = ({ subject }: MembershipFact) => base.lexicon.read(subject)
  const found = fit(partners, ([partner]) =>
    fit(elsewhere, (some) => {
      const chosen = apart(base, some, ({ subject }) => subject)
      if (partner === undefined || chosen.length < DISTRACTORS) return null
      return areToldByAWord([fact, partner].map(readSubject), chosen.map(readSubject)) ? null : { partner, chosen }
    }),
  )
  if (found === null) return []
  const { partner, chosen } = found
  const others = fact.lists.filter((list) => list !== fact.value).map((list) => `“${list}”`)
  const stem = under(headingAbove(fact), `Which TWO belong to “${fact.value}”, not to ${others.join(' or ')}?`)
  const options = [fact, partner, ...chosen].map((entry) =>
    option(entry.subject, entry.value === fact.value, `It belongs to “${entry.value}”.`, entry),
  )
  return [responseItem(base, [fact, partner], itemId(fact.id, 'response'), stem, options)]
}

/** "Which TWO key controls belong to the stage “Data Collection”?": a cell that lists several things. */
export function listCellItems(fact: RelationFact, base: FactBase): readonly ResponseItem[] {
  const keys = entriesIn(fact)
  if (keys.length < 2 || keys.length > 3 || !areApart(keys, base)) return []
  const keyRoots = rootsOf(fact.value)
  const length = fact.value.length / keys.length
  const column = columnOf(base, fact).filter((other): other is RelationFact => other.kind === 'relation')
  const candidates = column
    // A row that shares an entry with this one is akin to it: its other entries may hold here as well.
    .filter((other) => other.id !== fact.id && !base.lexicon.overlap(other.value, fact.value))
    .flatMap((other) => entriesIn(other).map((text) => ({ text, fact: other })))
    // An entry that several rows share is general: it could be argued for any row.
    .filter(({ text, fact: own }) => column.every((other) => other === own || !base.lexicon.overlap(text, other.value)))
    // A sign without a word can't be compared with anything.
    .filter(({ text }) => meaningfulWords(text).length > 0)
    .filter(({ text }) => sharedWords(rootsOf(text), keyRoots) === 0 && !isTrueOf(fact, text, base))
    .map((candidate) => ({
      ...candidate,
      chance: (lotOf(fact, candidate.fact) + hashOf(candidate.text) / 2 ** 32) % 1,
    }))
    .toSorted((one, other) => strangeness(one) - strangeness(other))
  function strangeness({ text, chance }: { readonly text: string; readonly chance: number }): number {
    return Math.abs(Math.log(text.length / length)) + chance
  }
  const { subject } = base.read(fact)
  const wrong = fit(candidates, (some) => {
    const textOf = ({ text }: (typeof candidates)[number]) => text
    const chosen = apart(base, some, textOf, ({ fact: other }) => other.id)
    const isTold = isToldAmong(keys, chosen.map(textOf), subject, fact, base)
    return chosen.length < DISTRACTORS || isTold ? null : chosen
  })
  if (wrong === null) return []
  return [
    responseItem(base, [fact], itemId(fact.id, 'response'), under(headingAbove(fact), askEntries(fact, keys.length)), [
      ...keys.map((text) => option(capitalised(text), true, says(fact), fact)),
      ...wrong.map(({ text, fact: other }) => option(capitalised(text), false, isPartOf(other), other)),
    ]),
  ]
}

/** "Which TWO services have this category?": a value that several rows share. */
export function sharedValueItems(fact: RelationFact, base: FactBase): readonly ResponseItem[] {
  const column = columnOf(base, fact).filter((other): other is RelationFact => other.kind === 'relation')
  // As it is written: “≤ 5” and “≥ 5” differ by a sign alone.
  const isSame = (other: RelationFact) => other.value.toLowerCase() === fact.value.toLowerCase()
  const partner = byLot(fact, column).find(
    (other) => other.id !== fact.id && isSame(other) && !base.lexicon.overlap(other.subject, fact.subject),
  )
  // Two rows that have only each other make one question, not two.
  if (partner === undefined || partner.id < fact.id) return []
  const question = askSubjects(fact, 2)
  if (question === null) return []
  const safe = byLot(fact, column).filter(
    (other) => !isAlsoRight(fact, other, 'reverse', base) && !base.lexicon.overlap(other.subject, partner.subject),
  )
  const right = [fact.subject, partner.subject]
  const wrong = fit(safe, (some) => {
    const chosen = apart(base, some, ({ subject }) => subject)
    const texts = chosen.map(({ subject }) => subject)
    const isTold = isToldAmong(right, texts, base.read(fact).value, fact, base)
    return chosen.length < DISTRACTORS || isTold ? null : chosen
  })
  if (wrong === null) return []
  const options = [fact, partner, ...wrong].map((row) =>
    option(row.subject, isSame(row), isSame(row) ? says(row) : reallyIs(row, 'reverse'), row),
  )
  return [
    responseItem(
      base,
      [fact, partner],
      itemId(fact.id, 'response-subjects'),
      under(headingAbove(fact), question),
      options,
    ),
  ]
}

function responseItem(
  base: FactBase,
  facts: readonly [RelationFact | MembershipFact, ...(RelationFact | MembershipFact)[]],
  id: ItemId,
  question: string,
  options: readonly Option[],
): ResponseItem {
  const pick = options.filter(({ correct }) => correct).length
  return {
    ...commonOf(facts[0], base),
    id,
    type: 'response',
    stem: `${question} (Select ${countWord(pick)}.)`,
    options: settled(options),
    pick,
    facts: facts.map((fact) => fact.id),
  }
}

/** Whether words give away which answers are right: those that they share, or one that sounds like what is asked. */
function isToldAmong(
  right: readonly string[],
  wrong: readonly string[],
  asked: Reading,
  fact: RelationFact,
  base: FactBase,
): boolean {
  const read = (text: string) => base.lexicon.read(text)
  const [keys, others] = [right.map(read), wrong.map(read)]
  const { common } = base.read(fact)
  return areToldByAWord(keys, others) || keys.some((key) => isToldByClang(asked, key, others, common))
}

/** What a cell lists. A heading in the singular names one thing, so commas there divide none: “California, USA”. */
function entriesIn({ attribute, value }: RelationFact): readonly string[] {
  const heading = headingOf(attribute)
  const isSingle = heading.kind === 'noun' && !heading.plural
  return isSingle && !value.includes(';') ? [value] : listItems(value)
}

function isPartOf(fact: RelationFact): string {
  return entriesIn(fact).length > 1 ? sentence(`It belongs elsewhere. ${says(fact)}`) : sentence(placed(fact))
}

/** So many times another beginning is tried. */
const TRIES = 12

/** What is made of the candidates, the best first; where that is unfit, of those behind the best, and so on. */
function fit<T, Made>(candidates: readonly T[], make: (some: readonly T[]) => Made | null): Made | null {
  for (let first = 0; first < Math.min(TRIES, candidates.length); first += 1) {
    const made = make([...candidates.slice(first), ...candidates.slice(0, first)])
    if (made !== null) return made
  }
  return null
}

/**
 * The first three whose texts don't overlap, at most two of them from one row: what a single other row lists may
 * well hold of this one too.
 */
function apart<T>(
  { lexicon }: FactBase,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  rowOf: (candidate: T) => string = textOf,
): readonly T[] {
  const chosen: T[] = []
  for (const candidate of candidates) {
    if (chosen.length === DISTRACTORS) break
    const isCrowded = chosen.filter((other) => rowOf(other) === rowOf(candidate)).length === DISTRACTORS - 1
    if (!isCrowded && chosen.every((other) => !lexicon.overlap(textOf(other), textOf(candidate))))
      chosen.push(candidate)
  }
  return chosen
}

/** The beginnings of words: “encrypt” and “encryption” are about the same. */
function rootsOf(text: string): ReadonlySet<string> {
  return new Set(meaningfulWords(text).map((word) => word.slice(0, 6)))
}

function areApart(texts: readonly string[], base: FactBase): boolean {
  return texts.every((text, index) => texts.slice(index + 1).every((other) => !base.lexicon.overlap(text, other)))
}
