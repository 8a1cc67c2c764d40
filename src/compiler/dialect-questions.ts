import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { keyAt } from './answer-key.ts'
import { BOX, choiceIn, letterOf } from './choices.ts'
import { linesOf, withoutStart } from './dialect-lines.ts'
import type { Taken } from './dialect-pairs.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'
import {
  isAnswerLine,
  isQuestionNumber,
  isSolutionTitle,
  isTrueOrFalse,
  partNamed,
  verdictIn,
} from './question-words.ts'

type List = MarkdownNode & { readonly kind: 'list' }

/** A question goes over no more blocks than these. */
const MOST_BLOCKS = 8
const ASKS = /[?？؟]["”)*]*$|\((?:choose|select|pick) [\w ]+\)\.?$/i
/** "A is wrong", "B. Macie – reads S3". */
const OF_OPTION = /^(?:options?\s)?\(?[A-H](?:[.):,]|\s?[-–—→]\s|\s(?:is|are)\b)/i

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
  const choice = choiceEnd(nodes, from, before)
  if (choice <= from) return null
  const end = solutionEnd(nodes, choice)
  const stem = before?.kind === 'heading' && asks(before) ? before.text : null
  return { node: { kind: 'question', children: nodes.slice(from, end), stem, line: node.line }, count: end - from }
}

/** Where the answers of the question that begins here end; no farther than its beginning where none does. */
function choiceEnd(nodes: readonly MarkdownNode[], from: number, before: MarkdownNode | undefined): number {
  const node = nodes[from]
  if (node?.kind === 'list') {
    if (offersAt(nodes, from) && (asks(before) || isSolved(nodes, from))) return from + 1
    return listEnd(nodes, from, node)
  }
  if (node?.kind === 'code' && before?.kind === 'heading' && asks(before) && offersAt(nodes, from + 1)) return from + 2
  if (node?.kind !== 'paragraph') return from
  if (offersAt(nodes, from)) return from + 1
  const isOpened = opens(node) || (before?.kind === 'heading' && opens(before))
  for (let at = from; at < from + (isOpened ? MOST_BLOCKS : 1); at += 1) {
    if (!isStem(nodes, at) || (solves(nodes, at) && !asks(nodes[at]))) break
    // Between a question and its answers the code may stand that it asks of.
    const answers = nodes[at + 1]?.kind === 'code' ? at + 2 : at + 1
    const isAsked = asks(nodes[at]) || isOpened || isSolved(nodes, answers)
    if (offersAt(nodes, answers) && isAsked) return answers + 1
  }
  return from
}

/** A list whose entries are questions; the answers of the last one may stand behind the list, not set in. */
function listEnd(nodes: readonly MarkdownNode[], from: number, list: List): number {
  const last = list.entries.at(-1)
  const isList = hasQuestions(list)
  if (list.ordered && last?.children.length === 1 && (isList || list.entries.length === 1)) {
    for (let at = from + 1; at < from + MOST_BLOCKS; at += 1) {
      const isAsked = asks(at === from + 1 ? last.children[0] : nodes[at - 1])
      if (offersAt(nodes, at) && isAsked) return at + 1
      if (nodes[at]?.kind !== 'paragraph' || solves(nodes, at) || opens(nodes[at])) break
    }
  }
  return isList ? from + 1 : from
}

/** Whether one may choose from a block. Bold words alone offer nothing; numbers do where the answer is one. */
function offersAt(nodes: readonly MarkdownNode[], index: number): boolean {
  const node = nodes[index]
  const choice = choiceIn(node)
  if (choice === null || (node?.kind === 'list' && node.isOffered === true)) return choice !== null
  if (choice.marks === 'bold') return false
  if (choice.marks !== null || choice.counting === 'letters') return true
  const next = nodes[index + 1]
  return (
    solves(nodes, index + 1) && next?.kind === 'paragraph' && /^[\p{L} ]{3,30}[:：]\s*\(?\d/u.test(plainText(next.text))
  )
}

/** Whether a block may be a part of a question's words. */
function isStem(nodes: readonly MarkdownNode[], index: number): boolean {
  const node = nodes[index]
  if (node?.kind === 'list') return !offersAt(nodes, index)
  return (node?.kind === 'paragraph' && !offersAt(nodes, index)) || node?.kind === 'quote' || node?.kind === 'code'
}

/** Where the solution ends that begins here. */
function solutionEnd(nodes: readonly MarkdownNode[], from: number): number {
  let at = from
  while (at < nodes.length) {
    if (solves(nodes, at) && !opensQuestion(nodes, at)) at += solutionLength(nodes, at)
    else if (at > from && speaksOfOptions(nodes[at])) at += 1
    else if (judges(nodes, at, from - 1)) at += 1
    else break
  }
  return Math.min(at, nodes.length)
}

function opensQuestion(nodes: readonly MarkdownNode[], at: number): boolean {
  return asks(nodes[at]) && offersAt(nodes, at + 1)
}

/** Whether an answer stands below the options, or on the last lines of their paragraph. */
function isSolved(nodes: readonly MarkdownNode[], index: number): boolean {
  return solves(nodes, index + 1) || judges(nodes, index + 1, index) || (choiceIn(nodes[index])?.behind.length ?? 0) > 0
}

/**
 * Whether a block below answers names the right ones: "✅ B", "- B - Correct", "- Answer: B", "> Answer: B".
 *
 * @param choice Where the answers stand.
 */
function judges(nodes: readonly MarkdownNode[], index: number, choice: number): boolean {
  const node = nodes[index]
  const isLettered = choiceIn(nodes[choice])?.counting === 'letters'
  const isKey = (words: string) => isAnswerLine(words) || (isLettered && verdictIn(words) !== null)
  switch (node?.kind) {
    case 'paragraph':
      return isKey(linesOf(node)[0]?.words ?? '') && keyAt(nodes, index) === null
    case 'quote': {
      const [first] = node.children
      return first?.kind === 'paragraph' && isKey(plainText(first.text))
    }
    case 'list': {
      const words = node.entries.map(wordsOf)
      return (
        words.some(isKey) && words.every((each) => letterOf(each) === null && (isKey(each) || OF_OPTION.test(each)))
      )
    }
    default:
      return false
  }
}

/** How many blocks a piece of the solution takes: its title with what it stands over, or the whole of a `<details>`. */
function solutionLength(nodes: readonly MarkdownNode[], from: number): number {
  const first = nodes[from]
  if (first?.details !== undefined) {
    const { details } = first
    let end = from + 1
    while (nodes[end]?.details === details && !opensQuestion(nodes, end)) end += 1
    return end - from
  }
  if (first?.kind !== 'paragraph') return 1
  const next = nodes[from + 1]
  const words = plainText(first.text)
  const announces = /[:：]$/.test(words) && next?.kind === 'list' && !offersAt(nodes, from + 1)
  const isTitle = isSolutionTitle(words) && next?.kind === 'paragraph'
  return announces || isTitle ? 2 : 1
}

/** A list of why each answer is right or wrong: "A is wrong", "**B. Macie** – reads S3". */
function speaksOfOptions(node: MarkdownNode | undefined): boolean {
  if (node?.kind !== 'list') return false
  const about = node.entries.filter((entry) => OF_OPTION.test(wordsOf(entry)))
  return about.length * 2 > node.entries.length
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

/** Whether the entries of a list are questions with what one may choose from below them. */
function hasQuestions({ entries }: List): boolean {
  const isQuestion = ({ children }: MarkdownEntry) => {
    const end = choiceEnd(children, 0, undefined)
    return end > 1 || (end === 1 && children[0]?.kind === 'paragraph')
  }
  return entries.some(isQuestion) || haveBoldKeys(entries)
}

/** Whether each entry asks and has answers of which one is bold: one such list alone may be an answer in itself. */
function haveBoldKeys(entries: readonly MarkdownEntry[]): boolean {
  const keys = entries.filter(({ children: [first, second, ...others] }) => {
    const choice = choiceIn(second)
    const bold = choice?.options.filter(({ isMarked }) => isMarked).length ?? 0
    return asks(first) && choice?.marks === 'bold' && bold === 1 && choice.options.length >= 3 && others.length === 0
  })
  return keys.length >= 2 && keys.length === entries.length
}

/** "Question 5", or what follows a line between two paragraphs: all belongs to the question, as far as its answers. */
function opens(node: MarkdownNode | undefined): boolean {
  if (node?.kind !== 'paragraph' && node?.kind !== 'heading') return false
  const words = plainText(node.text)
  if (isQuestionNumber(words) || (node.kind === 'heading' && partNamed(words) === 'question')) return true
  return node.kind === 'paragraph' && (node.isAfterRule === true || hasBoldNumber(node))
}

/** `**12.** A company …`, `**12. A company** …` */
function hasBoldNumber({ text: [first] }: MarkdownParagraph): boolean {
  return first?.kind === 'strong' && /^\d{1,4}[.)]/.test(plainText([first]))
}

function asks(node: MarkdownNode | undefined): boolean {
  if (node?.kind !== 'paragraph' && node?.kind !== 'heading') return false
  const words = plainText(node.text)
  return ASKS.test(words) || isQuestionNumber(words) || isTrueOrFalse(words)
}

function solves(nodes: readonly MarkdownNode[], index: number): boolean {
  const node = nodes[index]
  if (node?.kind !== 'paragraph') return false
  const words = plainText(node.text)
  const isSolution = isAnswerLine(words) || (node.details !== undefined && partNamed(words) === 'solution')
  return isSolution && keyAt(nodes, index) === null
}

function wordsOf({ children }: MarkdownEntry): string {
  const [first] = children
  return first?.kind === 'paragraph' ? plainText(first.text) : ''
}
