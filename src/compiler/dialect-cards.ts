import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { answerIn } from './dialect-asked.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import { pairRow, pairTable, TERM_HEADINGS } from './dialect-pairs.ts'
import type { Taken } from './dialect-pairs.ts'
import { LABEL } from './dialect-titled.ts'
import type { MarkdownNode, MarkdownRow } from './markdown-tree.ts'
import { cardSides, isTerm } from './titled-entry.ts'

/** `front::back` without spaces. In `key:: value` a program for notes keeps its own settings. */
const TIGHT = /^([^:`]*[^:`\s])::(?=[^:\s])(.*)$/su
/** What stands before `::` in code. */
const NAMESPACE = /(?:^|\s)(?:std|boost|crate|self|super|core|AWS)$/
const ASKS = /[?？؟]$/
const LONGEST_BACK = 700

/** A card as a program for notes writes it. */
interface Card {
  readonly front: readonly Inline[]
  readonly back: readonly Inline[]
  readonly line: number
  /** Whether only its like beside it says that it is a card: `std::vector holds items` is none. */
  readonly isTight: boolean
  /** Whether a line `?` stands between its sides. */
  readonly isLong: boolean
}

/**
 * Cards of note-taking programs: `term :: meaning` and `term ::: meaning` on a line each, or a front and a back with a
 * line `?` between them. They are terms, or questions where the front asks.
 */
export function cardsAt(nodes: readonly MarkdownNode[], from: number): Taken | null {
  return cardsFrom(nodes, from, true) ?? cardsFrom(nodes, from, false)
}

function cardsFrom(nodes: readonly MarkdownNode[], from: number, mayBeTight: boolean): Taken | null {
  const cards: Card[] = []
  /** Where one comes again, the words before the colons are a name space: so no run is read again and again. */
  const fronts = new Set<string>()
  let asks: boolean | null = null
  let count = 0
  for (; from + count < nodes.length; count += 1) {
    const own = cardsIn(nodes[from + count])
    const [first] = own ?? []
    if (own === null || first === undefined) break
    const asksHere = isQuestion(first)
    if (own.some((card) => isTightTerm(card) && (!mayBeTight || fronts.has(nameOf(card))))) break
    if (own.some((card) => isQuestion(card) !== asksHere) || (asks !== null && asks !== asksHere)) break
    asks = asksHere
    for (const card of own) {
      cards.push(card)
      fronts.add(nameOf(card))
    }
  }
  const rows = cards.map(({ front, back, line }): MarkdownRow => pairRow(front, back, line))
  if (rows.length === 0 || !areCards(cards)) return null
  return { node: asks === true ? pairTable(rows) : pairTable(rows, TERM_HEADINGS), count }
}

/**
 * The entries of a list that are all cards, and not terms alone: questions with answers. Terms are read as the titles of
 * their entries. Null for any other list.
 */
export function cardsInList(node: MarkdownNode): MarkdownNode | null {
  if (node.kind !== 'list') return null
  let asks = false
  const rows = node.entries.map(({ children: [first, ...rest], line }): MarkdownRow | null => {
    const [card, ...others] = cardsIn(first) ?? []
    if (card === undefined || others.length > 0) return null
    asks ||= isQuestion(card) || card.isLong
    const back: MarkdownNode = { kind: 'paragraph', text: card.back, line, lastLine: line }
    const answer = answerIn([back, ...rest], LONGEST_BACK)
    return answer === null ? null : pairRow(card.front, answer, line)
  })
  return asks && rows.every((row) => row !== null) ? pairTable(rows) : null
}

/** Tight ones are cards where they ask, or where each of several has a front of its own. */
function areCards(cards: readonly Card[]): boolean {
  const tight = cards.filter(isTightTerm)
  const fronts = new Set(tight.map(nameOf))
  return tight.length === 0 || (tight.length >= 2 && fronts.size === tight.length)
}

function nameOf({ front }: Card): string {
  return plainText(front).toLowerCase()
}

function isTightTerm(card: Card): boolean {
  return card.isTight && !isQuestion(card)
}

function isQuestion({ front }: Card): boolean {
  const words = plainText(front)
  return ASKS.test(words) || !isTerm(words)
}

/** The cards of a paragraph that holds nothing else. */
function cardsIn(node: MarkdownNode | undefined): readonly Card[] | null {
  if (node?.kind !== 'paragraph') return null
  const lines = linesOf(node)
  const between = lines.findIndex(({ words }) => /^\?{1,2}$/.test(words))
  if (between > 0 && between < lines.length - 1) {
    const [front, back] = [joined(lines.slice(0, between)), joined(lines.slice(between + 1))]
    const isShort =
      plainText(back).length <= LONGEST_BACK &&
      lines.every(({ words }, at) => at === between || !/^\?{1,2}$/.test(words))
    return isShort ? [{ front, back, line: node.line, isTight: false, isLong: true }] : null
  }
  const cards = lines.map(cardIn)
  return cards.every((card) => card !== null) ? cards : null
}

function cardIn({ text, line }: TextLine): Card | null {
  const sides = cardSides(text)
  const [first, ...others] = text
  const [, front = '', back = ''] = sides === null && first?.kind === 'text' ? (TIGHT.exec(first.text) ?? []) : []
  const card: Card | null =
    sides !== null
      ? { ...sides, line, isTight: false, isLong: false }
      : front === ''
        ? null
        : {
            front: [{ kind: 'text', text: front }],
            back: [{ kind: 'text', text: back }, ...others],
            line,
            isTight: true,
            isLong: false,
          }
  const isCard =
    card !== null &&
    !(card.isTight && NAMESPACE.test(plainText(card.front))) &&
    !LABEL.test(plainText(card.front)) &&
    !plainText(card.back).includes('::')
  return isCard ? card : null
}

function joined(lines: readonly TextLine[]): readonly Inline[] {
  return lines.flatMap(({ text }, index): readonly Inline[] =>
    index === 0 ? text : [{ kind: 'text', text: ' ' }, ...text],
  )
}
