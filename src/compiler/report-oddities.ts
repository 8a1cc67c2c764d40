import type { Source } from '../model/fact.ts'
import { unreachable } from '../model/unreachable.ts'
import { directiveOf } from './directive.ts'
import type { Oddity, OddityKind } from './markdown-tree.ts'
import type { SourceLines } from './source-lines.ts'

/**
 * Tells the author what in the running text will not be shown as it is written.
 *
 * @param hasNotes Whether the file defines footnotes.
 */
export function reportOddities(oddities: readonly Oddity[], hasNotes: boolean, lines: SourceLines): void {
  const finder = new Finder(lines)
  for (const { kind, text, line, others } of gathered(oddities)) {
    const { place, isEscaped } = finder.find(line, text)
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
          `The link to “${text}” is left out: only its words are shown.${others}`,
          hint,
        )
        break
      }
      case 'image': {
        const hint = 'Say in words, a table or a code block what the picture shows.'
        lines.report('warning', 'lost-image', place, `Pictures are not shown: only their words are.${others}`, hint)
        break
      }
      case 'note':
        // An escaped \[^label] is meant to be read.
        if (isEscaped) break
        // `[^a-z]` in notes without any footnote is a pattern that somebody did not put between backticks.
        lines.report(
          hasNotes ? 'error' : 'warning',
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

/** In a line where so many words are not found, no others are looked for: a line may be as long as a book. */
const MOST_MISSES = 20

/** Finds oddities in their lines. They come in the order in which they stand there, so each line is read once. */
class Finder {
  /** By line: the column of what was found last, and how often nothing was. */
  private readonly read = new Map<number, { column: number; misses: number }>()
  private readonly lines: SourceLines

  constructor(lines: SourceLines) {
    this.lines = lines
  }

  find(line: number, text: string): { readonly place: Source; readonly isEscaped: boolean } {
    const { lines } = this
    const state = this.read.get(line) ?? { column: 0, misses: 0 }
    this.read.set(line, state)
    if (state.misses >= MOST_MISSES) return { place: lines.at(line), isEscaped: false }
    const place = lines.find(line, text, state.column)
    if (place !== null) {
      state.column = place.column
      return { place, isEscaped: lines.isEscaped(place) }
    }
    state.misses += 1
    // `\[^a\]` reads as [^a] too.
    return { place: lines.at(line), isEscaped: lines.find(line, '\\[^', 0) !== null }
  }
}

/** From so many on, pictures and links to other files are told of once: notes with one of them have hundreds. */
const MANY = 4

function gathered(oddities: readonly Oddity[]): readonly (Oddity & { readonly others: string })[] {
  const counts = new Map<OddityKind, number>()
  for (const { kind } of oddities) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const told = new Set<OddityKind>()
  return oddities.flatMap((oddity) => {
    const { kind } = oddity
    const count = kind === 'link' || kind === 'image' ? (counts.get(kind) ?? 0) : 0
    if (count < MANY) return [{ ...oddity, others: '' }]
    if (told.has(kind)) return []
    told.add(kind)
    return [{ ...oddity, others: ` So it is with ${count - 1} others in this file.` }]
  })
}
