import type { NoteId } from './ids.ts'
import { unreachable } from './unreachable.ts'

/** Text with its marks. A typed tree: there is no HTML in it, so nothing in the notes can be executed. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly note: NoteId }

/** The words without their marks; footnote marks are left out. */
export function plainText(inlines: readonly Inline[]): string {
  const [first] = inlines
  const words = inlines.length === 1 && first?.kind === 'text' ? first.text : inlines.map(wordsOf).join('')
  return (ODD_SPACE.test(words) ? words.replace(/\s+/g, ' ') : words).trim()
}

/** White space that is more than one blank. */
const ODD_SPACE = /[^\S ]| {2}/

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return ' '
    case 'note':
      return ''
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'link':
      return inline.children.map(wordsOf).join('')
    default:
      return unreachable(inline)
  }
}

/** The footnotes that some texts refer to together, each once. */
export function notesOf(...texts: readonly (readonly Inline[])[]): readonly NoteId[] {
  if (texts.every(isPlain)) return NONE
  return [...new Set(texts.flatMap(notesIn))]
}

const NONE: readonly NoteId[] = []

/** Whether a text is one run without any mark, as most are. */
function isPlain(text: readonly Inline[]): boolean {
  return text.length === 0 || (text.length === 1 && text[0]?.kind === 'text')
}

/** The footnotes that the text refers to, in order. */
export function notesIn(inlines: readonly Inline[]): readonly NoteId[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'note') return [inline.note]
    return 'children' in inline ? notesIn(inline.children) : []
  })
}
