import type { Inline } from '../model/inline.ts'
import { letterOf } from './choices.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownParagraph } from './markdown-tree.ts'
import { beginsWithNumber, isAnswerLine } from './question-words.ts'

/**
 * The questions of a paragraph that holds several, one after the other without an empty line between them. Left whole
 * where it is not certain at which line the next one begins.
 */
export function questionsApart(paragraph: MarkdownParagraph): readonly MarkdownParagraph[] {
  const lines = linesOf(paragraph)
  const starts = lines.flatMap(({ words }, index) => (letterOf(words) === 'A' ? [index] : []))
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
    .findLastIndex(({ words }) => letterOf(words) !== null || isAnswerLine(words))
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
