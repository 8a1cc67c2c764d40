import { plainText } from '../model/inline.ts'
import { isCalloutParagraph } from './callout.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { Taken } from './dialect-pairs.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'
import { ANSWER } from './question-words.ts'
import { markedEntry } from './titled-entry.ts'

/** Labels that say what a text is for, not what something is. */
export const LABEL =
  /^(?:q(?:uestion)?\d*|problem|solution|input|output|example|status|date|author|level|time|source|previous|next|note|tip|warning|updated?|last updated|version|file|tags?|created|category|difficulty|score|points?|instructor|course|link|url|goal|objective|task|step \d+|interviewer|candidate|before|after|pros?|cons?)s?$/i
/** So many paragraphs in a row are a list that somebody wrote without its marks; of two nobody knows. */
const ENOUGH_PARAGRAPHS = 3

/**
 * Lines that each begin with a bold title, `**Title:** meaning`: a list without its marks. They are the lines of one
 * paragraph, or paragraphs in a row.
 */
export function titledAt(nodes: readonly MarkdownNode[], from: number): Taken | null {
  const lines: TextLine[] = []
  let count = 0
  for (; from + count < nodes.length; count += 1) {
    const own = titledLines(nodes[from + count])
    if (own === null) break
    for (const line of own) lines.push(line)
    if (own.length > 1 && count === 0) {
      count = 1
      break
    }
  }
  const [first] = lines
  if (first === undefined || (count === 1 && lines.length < 2) || (count > 1 && count < ENOUGH_PARAGRAPHS)) return null
  const entries = lines.map(({ text, line }): MarkdownEntry => {
    return { children: [{ kind: 'paragraph', text, line, lastLine: line }], line }
  })
  return { node: { kind: 'list', ordered: false, start: 1, entries, line: first.line }, count }
}

/** The lines of a paragraph, if each of them has a title. */
function titledLines(node: MarkdownNode | undefined): readonly TextLine[] | null {
  if (node?.kind !== 'paragraph' || node.details !== undefined || isCalloutParagraph(node.text)) return null
  const lines = linesOf(node)
  return lines.every(isTitled) ? lines : null
}

function isTitled({ text, words }: TextLine): boolean {
  const [first] = text
  const title =
    first?.kind === 'strong'
      ? plainText([first])
          .replace(/[:：]$/, '')
          .trim()
      : ''
  if (title === '' || title.length > 70 || LABEL.test(title) || ANSWER.test(title) || /[?？.!]$/.test(title))
    return false
  return markedEntry(text) !== null && words.length <= 400
}
