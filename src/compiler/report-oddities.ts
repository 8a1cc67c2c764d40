import { unreachable } from '../model/unreachable.ts'
import { directiveOf } from './directive.ts'
import type { Oddity } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

/** Tells the author what in the running text will not be shown as it is written. */
export function reportOddities(oddities: readonly Oddity[], lines: SourceLines): void {
  const told = new Map<string, number>()
  for (const { kind, text, line } of oddities) {
    // The same words twice in a line stand at two columns.
    const key = `${line} ${text}`
    const place = lines.find(line, text, told.get(key) ?? 0)
    told.set(key, place.column)
    switch (kind) {
      case 'html': {
        const hint = 'Write it in Markdown, or put it in `backticks` if it is meant to be read.'
        lines.report('warning', 'raw-html', place, `The HTML “${text}” is shown as text.`, hint)
        break
      }
      case 'comment':
        if (directiveOf(text) !== null) {
          const hint = 'Give the comment a line of its own, before what it speaks of.'
          lines.report('warning', 'unused-directive', place, 'A comment inside a line of text is not obeyed.', hint)
        }
        break
      case 'link': {
        const hint =
          'Write a full address that begins with https://, or the anchor of a heading of this file: #heading.'
        lines.report(
          'warning',
          'unsafe-link',
          place,
          `The link to “${text}” is left out: only its words are shown.`,
          hint,
        )
        break
      }
      case 'image': {
        const hint = 'Say in words, a table or a code block what the picture shows.'
        lines.report(
          'warning',
          'lost-image',
          place,
          'Pictures are not shown: only the words in the brackets are.',
          hint,
        )
        break
      }
      case 'note':
        // An escaped \[^label] is meant to be read.
        if (lines.isEscaped(line, text)) break
        lines.report(
          'error',
          'unknown-note',
          place,
          `The footnote “${text.slice(2, -1)}” is not defined.`,
          `Add a line “${text}: …”.`,
        )
        break
      default:
        unreachable(kind)
    }
  }
}
