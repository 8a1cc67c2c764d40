import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { isCalloutParagraph } from './callout.ts'
import { choiceIn } from './choices.ts'
import { linesOf, withoutStart } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import { pairRow, pairTable } from './dialect-pairs.ts'
import type { Taken } from './dialect-pairs.ts'
import type { MarkdownNode, MarkdownRow } from './markdown-tree.ts'
import { ANSWER } from './question-words.ts'

const ASKS = /[?？؟]["”)*]*$/
/** What is longer is read, not recalled. */
const LONGEST_QUESTION = 250
const LONGEST_ANSWER = 700
const LONGEST_UNNAMED = 400
/** An answer below a heading is a paragraph, or a label with a list. */
const MOST_BELOW = 2

interface Pair {
  readonly question: readonly Inline[]
  readonly answer: readonly Inline[]
  readonly line: number
  readonly count: number
}

/**
 * Questions with what stands below them as their answer: the summary of `<details>` and its content; a bold question and
 * the lines below it; a heading that asks and one paragraph below it, or "Answer: …".
 *
 * @param before The block above.
 */
export function askedAt(nodes: readonly MarkdownNode[], from: number, before: MarkdownNode | undefined): Taken | null {
  const rows: MarkdownRow[] = []
  let count = 0
  for (;;) {
    const at = from + count
    const pair = summaryAt(nodes, at) ?? boldAt(nodes, at) ?? (count === 0 ? headedAt(nodes, at, before) : null)
    if (pair === null) break
    rows.push(pairRow(pair.question, pair.answer, pair.line))
    count += pair.count
  }
  return rows.length === 0 ? null : { node: pairTable(rows), count }
}

/** The entries of a list that all ask, with their answers below them. Null for any other list. */
export function askedInList(node: MarkdownNode): MarkdownNode | null {
  if (node.kind !== 'list' || node.entries.length < 2) return null
  const rows = node.entries.map(({ children: [first, ...rest], line }) => {
    if (first?.kind !== 'paragraph') return null
    const [lead, ...more] = linesOf(first)
    if (lead === undefined || !isQuestion(lead.words)) return null
    const inline = more.length > 0 ? joined(more) : null
    const answer = inline === null ? answerIn(rest, LONGEST_ANSWER) : rest.length === 0 ? inline : null
    return answer === null ? null : pairRow(lead.text, answer, line)
  })
  return rows.every((row) => row !== null) ? pairTable(rows) : null
}

/** `> [!question] What is it?` with its answer on the lines below. */
export function askedInQuote(node: MarkdownNode): MarkdownNode | null {
  if (node.kind !== 'quote') return null
  const [first, ...rest] = node.children
  if (first?.kind !== 'paragraph') return null
  const [lead, ...more] = linesOf(first)
  const [mark = ''] = /^\[!(?:question|faq|help)\][+-]?\s*/i.exec(lead?.words ?? '') ?? []
  if (lead === undefined || mark === '' || !isQuestion(lead.words.slice(mark.length))) return null
  const answer =
    more.length > 0 && rest.length === 0 ? joined(more) : more.length === 0 ? answerIn(rest, LONGEST_ANSWER) : null
  return answer === null ? null : pairTable([pairRow(withoutStart(lead.text, mark.length), answer, lead.line)])
}

/** The summary of `<details>` that asks, and all that stands in them. */
function summaryAt(nodes: readonly MarkdownNode[], from: number): Pair | null {
  const first = nodes[from]
  if (first?.kind !== 'paragraph' || first.details === undefined || !isQuestion(plainText(first.text))) return null
  let end = from + 1
  while (end < nodes.length && nodes[end]?.details === first.details) end += 1
  const answer = answerIn(nodes.slice(from + 1, end), LONGEST_ANSWER)
  return answer === null ? null : { question: first.text, answer, line: first.line, count: end - from }
}

/** A question that is bold as a whole, with its answer on the lines below it or in the next paragraph. */
function boldAt(nodes: readonly MarkdownNode[], from: number): Pair | null {
  const first = nodes[from]
  if (first?.kind !== 'paragraph' || first.details !== undefined) return null
  const [lead, ...more] = linesOf(first)
  if (
    lead === undefined ||
    !isQuestion(lead.words) ||
    !lead.text.every((inline) => inline.kind === 'strong' || plainText([inline]) === '')
  )
    return null
  const { text: question, line } = lead
  if (more.length > 0) return isAnswer(more) ? { question, answer: joined(more), line, count: 1 } : null
  const next = nodes[from + 1]
  const isAlone =
    next?.kind === 'paragraph' && !isCalloutParagraph(next.text) && !/^\*|[:：]$/.test(plainText(next.text))
  if (!isAlone || boldAt(nodes, from + 1) !== null || nodes[from + 2]?.kind === 'list') return null
  const answer = answerIn([next], LONGEST_UNNAMED)
  return answer === null ? null : { question, answer, line, count: 2 }
}

/** A heading that asks, with "Answer: …" or a single paragraph below it. */
function headedAt(nodes: readonly MarkdownNode[], from: number, heading: MarkdownNode | undefined): Pair | null {
  if (heading?.kind !== 'heading') return null
  const words = plainText(heading.text)
  const first = nodes[from]
  if (!isQuestion(words) || first?.kind !== 'paragraph' || isCalloutParagraph(first.text)) return null
  const question = withoutStart(heading.text, /^(?:q\s?)?\d{1,3}[.):]\s*/i.exec(words)?.[0].length ?? 0)
  let end = from
  while (end < nodes.length && end - from <= MOST_BELOW && nodes[end]?.kind !== 'heading') end += 1
  const below = nodes.slice(from, end)
  const mark = ANSWER.exec(plainText(first.text))?.[0] ?? ''
  const isNamed = /[:：]\s*$/.test(mark)
  if (below.length > (isNamed ? MOST_BELOW : 1)) return null
  const answer = answerIn(below, isNamed ? LONGEST_ANSWER : LONGEST_UNNAMED)
  return answer === null ? null : { question, answer, line: heading.line, count: below.length }
}

function isQuestion(words: string): boolean {
  return ASKS.test(words) && words.length <= LONGEST_QUESTION
}

/** The words of an answer that is made of paragraphs and flat lists. Null for any other, or a long one. */
export function answerIn(nodes: readonly MarkdownNode[], longest: number): readonly Inline[] | null {
  const lines: Inline[][] = []
  for (const node of nodes) {
    if (choiceIn(node) !== null && (node.kind !== 'list' || !node.ordered)) return null
    if (node.kind === 'paragraph') lines.push([...node.text])
    else if (node.kind !== 'list' || node.entries.some(({ children }) => children.length !== 1)) return null
    else
      for (const { children } of node.entries)
        for (const child of children) if (child.kind === 'paragraph') lines.push([...child.text])
  }
  const [first = [], ...others] = lines
  const mark = ANSWER.exec(plainText(first))?.[0] ?? ''
  const lead = /[:：]\s*$/.test(mark) ? withoutStart(first, mark.length) : first
  const isList = nodes.some(({ kind }) => kind === 'list')
  const parts = [lead, ...others].filter((part) => plainText(part) !== '')
  const text = parts.flatMap((part, index): readonly Inline[] =>
    index === 0
      ? part
      : [
          { kind: 'text', text: isList && !/[.!?:：;,]$/.test(plainText(parts[index - 1] ?? [])) ? '; ' : ' ' },
          ...part,
        ],
  )
  const { length } = plainText(text)
  return length === 0 || length > longest ? null : text
}

function isAnswer(lines: readonly TextLine[]): boolean {
  return lines.every(({ words }) => !ASKS.test(words) && !/^\(?[A-H][.):]\s/i.test(words))
}

function joined(lines: readonly TextLine[]): readonly Inline[] {
  const [first] = lines
  const mark = ANSWER.exec(first?.words ?? '')?.[0] ?? ''
  const start = /[:：]\s*$/.test(mark) ? mark.length : 0
  return lines.flatMap(({ text }, index): readonly Inline[] =>
    index === 0 ? withoutStart(text, start) : [{ kind: 'text', text: ' ' }, ...text],
  )
}
