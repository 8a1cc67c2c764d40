import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf, withoutStart } from './dialect-lines.ts'
import type { Taken } from './dialect-pairs.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'

type List = MarkdownNode & { readonly kind: 'list' }

const OPTION = /^\(?([A-Ha-h])[.):]\s*\S/
const BOX = /^\[([ xX])\]\s+/
const ASKS = /\?["”)*]*$|\((?:choose|select|pick) [\w ]+\)\.?$|^q(?:uestion)?\s?\d+\b/i
const SOLVES =
  /^(?:the )?(?:correct )?(?:answers?|ans|solutions?|explanation|rationale|show answer|reveal|click)\b.{0,40}?(?::|$)|^(?:correct )?(?:answers?|ans)\s*[:=(]/i

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
  const [node, next] = [nodes[from], nodes[from + 1]]
  if (node === undefined) return null
  let count = 0
  if (node.kind === 'list') {
    if (hasQuestions(node) || (isChoice(node) && (asks(before) || isAnswered(nodes, from + 1)))) count = 1
  } else if (node.kind === 'paragraph') {
    const letters = linesOf(node).flatMap(({ words }) => OPTION.exec(words)?.[1] ?? [])
    if (areInOrder(letters)) count = 1
    else if (asks(node) && next?.kind === 'list' && isChoice(next)) count = 2
    else if (asks(node) && next?.kind === 'paragraph' && areInOrder(lettersOf(next))) count = 2
  }
  if (count === 0) return null
  while (solves(nodes[from + count])) count += isTitleOnly(nodes[from + count]) ? 2 : 1
  count = Math.min(count, nodes.length - from)
  const children = nodes.slice(from, from + count)
  return { node: { kind: 'question', children, line: node.line }, count }
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
function isChoice({ entries }: List): boolean {
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
      areInOrder(lettersOf(first)) || (second?.kind === 'paragraph' && asks(first) && areInOrder(lettersOf(second)))
    )
  })
}

function lettersOf(paragraph: MarkdownNode & { readonly kind: 'paragraph' }): readonly string[] {
  return linesOf(paragraph).flatMap(({ words }) => OPTION.exec(words)?.[1] ?? [])
}

function areInOrder(letters: readonly string[]): boolean {
  return letters.length >= 2 && letters.every((letter, index) => letter.toUpperCase() === 'ABCDEFGH'[index])
}

function asks(node: MarkdownNode | undefined): boolean {
  return (node?.kind === 'paragraph' || node?.kind === 'heading') && ASKS.test(plainText(node.text))
}

function isAnswered(nodes: readonly MarkdownNode[], index: number): boolean {
  return solves(nodes[index])
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
