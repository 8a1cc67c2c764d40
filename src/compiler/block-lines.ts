import { plainText } from '../model/inline.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownNode } from './markdown-tree.ts'

/** A line of a block, whatever it is made of. */
export interface BlockLine extends TextLine {
  /** Whether an entry of a list begins with it. */
  readonly isEntry?: true
}

/** The lines of a block as text, tables left out: they are read by rows. */
export function blockLines(node: MarkdownNode): readonly BlockLine[] {
  switch (node.kind) {
    case 'paragraph':
      return linesOf(node)
    case 'heading':
      return [{ text: node.text, words: plainText(node.text), line: node.line }]
    case 'list':
      return node.entries.flatMap(({ children }) =>
        children.flatMap(blockLines).map((line, index): BlockLine => (index === 0 ? { ...line, isEntry: true } : line)),
      )
    case 'quote':
    case 'question':
      return node.children.flatMap(blockLines)
    case 'code':
    case 'html': {
      // HTML that is set in looks like code to Markdown.
      const isMarkup = node.kind === 'html' || (node.language === '' && /^\s*<\/?[a-z]/i.test(node.text))
      const plain = isMarkup ? node.text.replace(/<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi, ' ') : node.text
      const words = plain.replace(/\s+/g, ' ').trim()
      return words === '' ? [] : [{ text: [], words, line: node.line }]
    }
    case 'table':
      return []
  }
}
