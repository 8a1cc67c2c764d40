import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { MarkdownParagraph } from './markdown-tree.ts'

/** A line of a paragraph, as it was written. */
export interface TextLine {
  readonly text: readonly Inline[]
  readonly words: string
  readonly line: number
}

/** The lines of the paragraphs that were asked for: each form of the dialect asks again. */
const known = new WeakMap<MarkdownParagraph, readonly TextLine[]>()

/** The lines that a paragraph was written in. Marks that reach over a line's end hold their lines together. */
export function linesOf(paragraph: MarkdownParagraph): readonly TextLine[] {
  const lines = known.get(paragraph) ?? linesIn(paragraph)
  known.set(paragraph, lines)
  return lines
}

function linesIn({ text, line }: MarkdownParagraph): readonly TextLine[] {
  const lines: { text: Inline[]; line: number }[] = [{ text: [], line }]
  let below = line
  const open = () => {
    // Behind a break an empty line is open already.
    if (lines.at(-1)?.text.length === 0) lines.pop()
    lines.push({ text: [], line: below })
  }
  for (const inline of text) {
    if (inline.kind === 'break') open()
    else if (inline.kind === 'text') {
      inline.text.split('\n').forEach((part, index) => {
        if (index > 0) {
          below += 1
          open()
        }
        if (part !== '') lines.at(-1)?.text.push({ kind: 'text', text: part })
      })
    } else {
      lines.at(-1)?.text.push(inline)
      below += endsIn(inline)
    }
  }
  return lines.map((each) => ({ ...each, words: plainText(each.text) })).filter(({ words }) => words !== '')
}

/** How many ends of lines stand inside a marked phrase. */
function endsIn(inline: Inline): number {
  if (inline.kind === 'text') return inline.text.split('\n').length - 1
  return 'children' in inline ? inline.children.reduce((sum, child) => sum + endsIn(child), 0) : 0
}

/** A text without its first characters, wherever these end in it. */
export function withoutStart(text: readonly Inline[], length: number): readonly Inline[] {
  const [first, ...rest] = text
  if (first === undefined || length <= 0) return text
  if (first.kind === 'note') return [first, ...withoutStart(rest, length)]
  if (first.kind === 'text' || first.kind === 'code') {
    const left = first.text.slice(length)
    return left === '' ? withoutStart(rest, length - first.text.length) : [{ ...first, text: left }, ...rest]
  }
  const words = plainText([first])
  if (words.length > length && 'children' in first) {
    return [{ ...first, children: withoutStart(first.children, length) }, ...rest]
  }
  return withoutStart(rest, length - words.length)
}
