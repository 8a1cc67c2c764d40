import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf, withoutStart } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph, MarkdownRow } from './markdown-tree.ts'

const QUESTION = /^(?:Q|Question)\s?\d{0,3}\s?[:.)]\s*/i
const ANSWER = /^(?:A|Ans|Answer)\s?\d{0,3}\s?[:.)]\s*/i
const MEANING = /^:\s+/
const HEADINGS = ['Question', 'Answer'] as const
export const TERM_HEADINGS = ['Term', 'Meaning'] as const

/** A block made of some paragraphs, and how many it took. */
export interface Taken {
  readonly node: MarkdownNode
  readonly count: number
}

/** Questions with their answers, `Q: …` and `A: …`, in one paragraph or in paragraphs of their own: a table of two columns. */
export function pairsAt(nodes: readonly MarkdownNode[], from: number): Taken | null {
  const rows: MarkdownRow[] = []
  let count = 0
  for (;;) {
    const lines = linesAt(nodes, from + count)
    const [first] = lines
    if (first === undefined || !QUESTION.test(first.words) || haveOptions(lines)) break
    const own = pairsIn(lines)
    const answer = own === null ? linesAt(nodes, from + count + 1) : []
    if (own !== null) for (const row of own) rows.push(row)
    else if (isAnswer(answer)) rows.push(rowOf(lines, answer))
    else break
    count += own === null ? 2 : 1
  }
  if (rows.length === 0) return null
  return { node: pairTable(rows), count }
}

/** Questions with their answers, or terms with their meanings, as a table. */
export function pairTable(rows: readonly MarkdownRow[], headings: readonly string[] = HEADINGS): MarkdownNode {
  const header = headings.map((text): readonly Inline[] => [{ kind: 'text', text }])
  return { kind: 'table', header, headings, align: [null, null], rows, line: rows[0]?.line ?? 1 }
}

/** Pairs that stood in blocks of their own, one right below the other, as one table. */
export function withPairsJoined(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const result: MarkdownNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const isMade = node.kind === 'table' && (node.headings === HEADINGS || node.headings === TERM_HEADINGS)
    if (isMade && last?.kind === 'table' && last.headings === node.headings) {
      result[result.length - 1] = { ...last, rows: [...last.rows, ...node.rows] }
    } else result.push(node)
  }
  return result
}

export function pairRow(question: readonly Inline[], answer: readonly Inline[], line: number): MarkdownRow {
  const cells = [question, answer]
  return { cells, words: cells.map(plainText), line, written: 2, fit: 'made' }
}

function linesAt(nodes: readonly MarkdownNode[], index: number): readonly TextLine[] {
  const node = nodes[index]
  return node?.kind === 'paragraph' ? linesOf(node) : []
}

/** The pairs of a paragraph that holds nothing else. Null when a question in it has no answer. */
function pairsIn(lines: readonly TextLine[]): readonly MarkdownRow[] | null {
  const starts = lines.flatMap(({ words }, index) => (QUESTION.test(words) ? [index] : []))
  const rows = starts.map((start, nth) => {
    const part = lines.slice(start, starts[nth + 1])
    const answer = part.findIndex(({ words }) => ANSWER.test(words))
    return answer < 0 ? null : rowOf(part.slice(0, answer), part.slice(answer))
  })
  return rows.every((row) => row !== null) ? rows : null
}

function isAnswer(lines: readonly TextLine[]): boolean {
  return ANSWER.test(lines[0]?.words ?? '') && !lines.some(({ words }) => QUESTION.test(words)) && !haveOptions(lines)
}

/** Whether answers to choose from stand among the lines. */
function haveOptions(lines: readonly TextLine[]): boolean {
  return lines.some(({ words }) => /^\(?[B-D][.):]\s/.test(words))
}

function rowOf(question: readonly TextLine[], answer: readonly TextLine[]): MarkdownRow {
  return pairRow(textOf(question, QUESTION), textOf(answer, ANSWER), question[0]?.line ?? 1)
}

function textOf(lines: readonly TextLine[], mark: RegExp): readonly Inline[] {
  return lines.flatMap(({ text, words }, index): readonly Inline[] => {
    if (index > 0) return [{ kind: 'text', text: ' ' }, ...text]
    return withoutStart(text, mark.exec(words)?.[0].length ?? 0)
  })
}

/** Terms with their meanings on the line below, `: meaning`: a list of titled entries. */
export function definitionsAt(nodes: readonly MarkdownNode[], from: number): Taken | null {
  const entries: MarkdownEntry[] = []
  let count = 0
  for (; from + count < nodes.length; count += 1) {
    const node = nodes[from + count]
    const own = node?.kind === 'paragraph' ? definitionsIn(node) : null
    if (own === null) break
    for (const entry of own) entries.push(entry)
  }
  const [first] = entries
  if (first === undefined) return null
  return { node: { kind: 'list', ordered: false, start: 1, entries, line: first.line }, count }
}

function definitionsIn(paragraph: MarkdownParagraph): readonly MarkdownEntry[] | null {
  const lines = linesOf(paragraph)
  const [first, second] = lines
  if (first === undefined || second === undefined || MEANING.test(first.words) || !MEANING.test(second.words))
    return null
  const entries: { term: TextLine; said: Inline[] }[] = []
  lines.forEach((line, index) => {
    const last = entries.at(-1)
    const [mark] = MEANING.exec(line.words) ?? []
    const next = lines[index + 1]
    if (mark !== undefined && last !== undefined) {
      if (last.said.length > 0) last.said.push({ kind: 'text', text: '; ' })
      for (const inline of withoutStart(line.text, mark.length)) last.said.push(inline)
    } else if (last === undefined || (next !== undefined && MEANING.test(next.words))) {
      entries.push({ term: line, said: [] })
    } else last.said.push({ kind: 'text', text: ' ' }, ...line.text)
  })
  return entries.map(({ term, said }): MarkdownEntry => {
    const text: readonly Inline[] = [{ kind: 'strong', children: term.text }, { kind: 'text', text: ': ' }, ...said]
    return { children: [{ kind: 'paragraph', text, line: term.line, lastLine: term.line }], line: term.line }
  })
}
