import { folded } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'
import { ANSWER, isAnswerLine, isTrueOrFalse } from './question-words.ts'

const MOST_OPTIONS = 8

/**
 * Finds answers to choose from that nothing counts: a list, where the line below it repeats one of its entries as the
 * answer; and true and false, which a statement to be judged offers without a list.
 */
export function withOffers(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.flatMap((node, index): readonly MarkdownNode[] => {
    switch (node.kind) {
      case 'paragraph':
        return judgementIn(node, nodes[index + 1])
      case 'list': {
        const entries = node.entries.map((entry) => ({ ...entry, children: withOffers(entry.children) }))
        return [{ ...node, entries, ...(isAnswered(entries, nodes[index + 1]) ? { isOffered: true } : {}) }]
      }
      case 'quote':
        return [{ ...node, children: withOffers(node.children) }]
      case 'heading':
      case 'table':
      case 'question':
      case 'code':
      case 'html':
        return [node]
    }
  })
}

/** Whether the block below a flat list says one of its entries, and nothing else, as the answer. */
function isAnswered(entries: readonly MarkdownEntry[], below: MarkdownNode | undefined): boolean {
  if (entries.length < 2 || entries.length > MOST_OPTIONS || below?.kind !== 'paragraph') return false
  const said = answerOf(linesOf(below)[0])
  if (said === null) return false
  const words = entries.map(({ children }) => {
    const [first, ...rest] = children
    return first?.kind === 'paragraph' && rest.length === 0 ? folded(plainText(first.text)) : ''
  })
  return !words.includes('') && words.filter((each) => each === folded(said)).length === 1
}

/** What a line `Answer: …` says. Null for any other. */
function answerOf(line: TextLine | undefined): string | null {
  const [mark = ''] = ANSWER.exec(line?.words ?? '') ?? []
  return line === undefined || !/[:：]\s*$/.test(mark) ? null : line.words.slice(mark.length)
}

/** A statement that is to be judged, with true and false below it where its answer is one of them. */
function judgementIn(paragraph: MarkdownParagraph, below: MarkdownNode | undefined): readonly MarkdownNode[] {
  const lines = linesOf(paragraph)
  // Few paragraphs speak of it at all, and what is an answer takes long to find out.
  if (!lines.some(({ words }) => /true|t\/f/i.test(words))) return [paragraph]
  const at = lines.findIndex(({ words }) => isAnswerLine(words))
  const stem = lines.slice(0, at < 0 ? undefined : at)
  const next = below?.kind === 'paragraph' ? linesOf(below)[0] : undefined
  const isAsked = isTrueOrFalse(stem.map(({ words }) => words).join(' '))
  if (!isAsked || !/^(?:true|false)\b/i.test(answerOf(at < 0 ? next : lines[at]) ?? '')) return [paragraph]
  const options: MarkdownNode = {
    kind: 'list',
    ordered: false,
    start: 1,
    entries: ['True', 'False'].map((text) => ({
      children: [paragraphOf([{ kind: 'text', text }], paragraph.line)],
      line: paragraph.line,
    })),
    line: paragraph.line,
    isOffered: true,
  }
  if (at < 0) return [paragraph, options]
  const rest = lines.slice(at)
  return [
    paragraphOf(joined(stem), paragraph.line),
    options,
    paragraphOf(joined(rest), rest[0]?.line ?? paragraph.line),
  ]
}

function joined(lines: readonly TextLine[]): readonly Inline[] {
  return lines.flatMap(({ text }, index): readonly Inline[] =>
    index === 0 ? text : [{ kind: 'text', text: '\n' }, ...text],
  )
}

function paragraphOf(text: readonly Inline[], line: number): MarkdownParagraph {
  return { kind: 'paragraph', text, line, lastLine: line }
}
