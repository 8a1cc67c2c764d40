import type { Inline } from '../model/inline.ts'
import { letterOf as letterIn } from './choices.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'
import { beginsWithNumber, isAnswerLine } from './question-words.ts'

/**
 * The questions of a paragraph that holds several, one after the other without an empty line between them. Left whole
 * where it is not certain at which line the next one begins.
 */
export function questionsApart(paragraph: MarkdownParagraph): readonly MarkdownParagraph[] {
  const lines = linesOf(paragraph)
  const starts = lines.flatMap(({ words }, index) => (letterIn(words) === 'A' ? [index] : []))
  if (starts.length < 2) return [paragraph]
  const cuts: number[] = [0]
  for (const [nth, start] of starts.entries()) {
    if (nth === 0) continue
    const cut = stemStart(lines, starts[nth - 1] ?? 0, start)
    if (cut === null) return [paragraph]
    cuts.push(cut)
  }
  return cuts.map((cut, nth) => partOf(paragraph, lines.slice(cut, cuts[nth + 1])))
}

/** The line where the question begins whose first answer stands on line `answer`. */
function stemStart(lines: readonly TextLine[], before: number, answer: number): number | null {
  const behind = lines
    .slice(before, answer)
    .findLastIndex(({ words }) => letterIn(words) !== null || isAnswerLine(words))
  const from = before + behind + 1
  const numbered = lines.slice(from, answer).findIndex(({ words }) => beginsWithNumber(words))
  if (numbered >= 0) return from + numbered
  // Below an answer its explanation may go on over several lines: only a single line is surely the question.
  return from === answer - 1 && /[?？؟:]$/.test(lines[from]?.words ?? '') ? from : null
}

function partOf(paragraph: MarkdownParagraph, lines: readonly TextLine[]): MarkdownParagraph {
  const [first] = lines
  const text = lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? line.text : [{ kind: 'text', text: '\n' }, ...line.text],
  )
  return { ...paragraph, text, line: first?.line ?? paragraph.line, lastLine: lines.at(-1)?.line ?? paragraph.lastLine }
}

/** Answers to choose from that are a paragraph each, `A. …` and `B. …`, as the list that they are. */
export function withAnswersJoined(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const result: MarkdownNode[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const entries: MarkdownEntry[] = []
    for (let node = nodes[index]; node !== undefined; node = nodes[index + entries.length]) {
      if (node.kind !== 'paragraph' || letterOf(node) !== 'ABCDEFGH'[entries.length]) break
      entries.push({ children: [node], line: node.line })
    }
    const [first] = entries
    const node = nodes[index]
    if (first !== undefined && entries.length >= 2) {
      result.push({ kind: 'list', ordered: false, start: 1, entries, line: first.line })
      index += entries.length - 1
    } else if (node !== undefined) result.push(node)
  }
  return result
}

/** The letter of a paragraph that is one answer to choose from. */
function letterOf(paragraph: MarkdownParagraph): string | null {
  const [first, ...others] = linesOf(paragraph)
  const isOne = others.every(({ words }) => letterIn(words) === null && !isAnswerLine(words))
  return first !== undefined && isOne ? letterIn(first.words) : null
}
