import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf, withoutStart } from './dialect-lines.ts'
import type { Taken } from './dialect-pairs.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'

type List = MarkdownNode & { readonly kind: 'list' }

/** `A) `, `(b) `, `C. `, and the first letter of what follows. */
export const OPTION = /^\(?([A-Ha-h])[.):]\s*\S/
/** The box of an option, ticked or not. */
export const BOX = /^\[([ xX])\]\s+/
/** A question goes over no more paragraphs than these. */
const MOST_PARAGRAPHS = 6
const ASKS = /\?["”)*]*$|\((?:choose|select|pick) [\w ]+\)\.?$|^q(?:uestion)?\s?\d+\b/i
/** The beginning of an answer or of its explanation. */
export const SOLVES =
  /^(?:the )?(?:correct )?(?:answers?|ans|solutions?|explanation|rationale|show answer|reveal|click)\b.{0,40}?(?::|$)|^(?:correct )?(?:answers?|ans)\s*[:=(]|^(?:references?|sources?|see also|why)\b[^:?]{0,20}:/i

/**
 * A question with answers to choose from: boxes `- [x]`, or options `A)`, with its answer below. It is an item that
 * somebody wrote, no statement to take apart.
 *
 * @param before The block above: the question may be a heading.
 */
export function questionAt(
  nodes: readonly MarkdownNode[],
  from: number,
  before: MarkdownNode | undefined,
): Taken | null {
  const node = nodes[from]
  if (node === undefined) return null
  let count = choiceEnd(nodes, from, before) - from
  if (count <= 0) return null
  while (solves(nodes[from + count]) && !opensQuestion(nodes, from + count))
    count += solutionLength(nodes, from + count)
  count = Math.min(count, nodes.length - from)
  const children = nodes.slice(from, from + count)
  const stem = before?.kind === 'heading' && asks(before) ? before.text : null
  return { node: { kind: 'question', children, stem, line: node.line }, count }
}

/** Where the answers of the question that begins here end; no farther than its beginning where none does. */
function choiceEnd(nodes: readonly MarkdownNode[], from: number, before: MarkdownNode | undefined): number {
  const node = nodes[from]
  if (node?.kind === 'list') {
    if (isChoice(node)) return asks(before) || solves(nodes[from + 1]) ? from + 1 : from
    // "1. Which one?" with its answers not set in: they stand behind the list.
    const last = node.entries.at(-1)
    const isBare = node.ordered && last?.children.length === 1 && asks(last.children[0]) && isChoiceAt(nodes, from + 1)
    if (hasQuestions(node)) return isBare ? from + 2 : from + 1
    return isBare && node.entries.length === 1 ? from + 2 : from
  }
  if (node?.kind !== 'paragraph') return from
  if (areInOrder(optionLetters(node))) return from + 1
  const isNumbered = isNumber(node) || (before?.kind === 'heading' && isNumber(before))
  for (let at = from; at < from + (isNumbered ? MOST_PARAGRAPHS : 1); at += 1) {
    const last = nodes[at]
    if (last?.kind !== 'paragraph' || areInOrder(optionLetters(last)) || (solves(last) && !asks(last))) break
    const isAsked = asks(last) || isNumbered || isSolved(nodes, at + 1)
    if (isChoiceAt(nodes, at + 1) && isAsked) return at + 2
  }
  return from
}

function isChoiceAt(nodes: readonly MarkdownNode[], index: number): boolean {
  const node = nodes[index]
  if (node?.kind === 'list') return isChoice(node)
  return node?.kind === 'paragraph' && areInOrder(optionLetters(node))
}

function opensQuestion(nodes: readonly MarkdownNode[], at: number): boolean {
  return asks(nodes[at]) && isChoiceAt(nodes, at + 1)
}

/** Whether an answer stands below the options, or on the last lines of their paragraph. */
function isSolved(nodes: readonly MarkdownNode[], index: number): boolean {
  const node = nodes[index]
  if (solves(nodes[index + 1])) return true
  return node?.kind === 'paragraph' && linesOf(node).some(({ words }) => SOLVES.test(words.slice(0, 200)))
}

/** How many blocks a piece of the solution takes: its title with what it stands over, or the whole of a `<details>`. */
function solutionLength(nodes: readonly MarkdownNode[], from: number): number {
  const first = nodes[from]
  if (first?.kind === 'paragraph' && first.details !== undefined) {
    const { details } = first
    let end = from + 1
    while (isWithin(details, nodes, end)) end += 1
    return end - from
  }
  return isTitleOnly(first) && nodes[from + 1]?.kind === 'paragraph' ? 2 : 1
}

/** Whether a paragraph is a part of the `<details>`. Where these have no end, the next question ends them. */
function isWithin(details: number, nodes: readonly MarkdownNode[], at: number): boolean {
  const node = nodes[at]
  return node?.kind === 'paragraph' && node.details === details && !opensQuestion(nodes, at)
}

/** "Question 5" or "Q5: …": what follows belongs to the question, as far as its answers. */
function isNumber({ text }: { readonly text: readonly Inline[] }): boolean {
  return /^q(?:uestion)?\s?\d+\b/i.test(plainText(text))
}

/** Boxes of a list of things to do, as signs before the words. */
export function withBoxes(list: List): List {
  if (!list.entries.some((entry) => BOX.test(wordsOf(entry)))) return list
  const entries = list.entries.map((entry): MarkdownEntry => {
    const [first, ...rest] = entry.children
    const [mark = '', box = ''] = BOX.exec(wordsOf(entry)) ?? []
    if (first?.kind !== 'paragraph' || mark === '') return entry
    const sign: Inline = { kind: 'text', text: box === ' ' ? '☐ ' : '☑ ' }
    return { ...entry, children: [{ ...first, text: [sign, ...withoutStart(first.text, mark.length)] }, ...rest] }
  })
  return { ...list, entries }
}

/** Whether the entries of a list are what one may choose from. */
export function isChoice({ entries }: List): boolean {
  if (entries.length < 2) return false
  return (
    entries.every((entry) => BOX.test(wordsOf(entry))) ||
    areInOrder(entries.flatMap((entry) => OPTION.exec(wordsOf(entry))?.[1] ?? []))
  )
}

/** Whether an entry of a list is a question with what one may choose from below it. */
function hasQuestions({ entries }: List): boolean {
  return entries.some(({ children }) => {
    const [first, second] = children
    if (first?.kind !== 'paragraph') return false
    if (second?.kind === 'list' && isChoice(second) && asks(first)) return true
    return (
      areInOrder(optionLetters(first)) ||
      (second?.kind === 'paragraph' && asks(first) && areInOrder(optionLetters(second)))
    )
  })
}

export function optionLetters(paragraph: MarkdownNode & { readonly kind: 'paragraph' }): readonly string[] {
  return linesOf(paragraph).flatMap(({ words }) => OPTION.exec(words)?.[1] ?? [])
}

export function areInOrder(letters: readonly string[]): boolean {
  return letters.length >= 2 && letters.every((letter, index) => letter.toUpperCase() === 'ABCDEFGH'[index])
}

function asks(node: MarkdownNode | undefined): boolean {
  return (node?.kind === 'paragraph' || node?.kind === 'heading') && ASKS.test(plainText(node.text))
}

function solves(node: MarkdownNode | undefined): boolean {
  return node?.kind === 'paragraph' && SOLVES.test(plainText(node.text).slice(0, 200))
}

/** "Answer" alone: what it is stands in the next paragraph. */
function isTitleOnly(node: MarkdownNode | undefined): boolean {
  return node?.kind === 'paragraph' && /^[\p{L} ]+:?$/u.test(plainText(node.text))
}

function wordsOf({ children }: MarkdownEntry): string {
  const [first] = children
  return first?.kind === 'paragraph' ? plainText(first.text) : ''
}
