import type { ClozePart } from '../model/fact.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'

/** Cuts a sentence at its bold phrases: they are what one must be able to supply. */
export function clozeOf(text: readonly Inline[]): readonly ClozePart[] {
  const parts: ClozePart[] = []
  for (const inline of text) {
    const words = plainWords(inline)
    if (words === '') continue
    const last = parts.at(-1)
    if (inline.kind === 'strong') parts.push({ kind: 'blank', text: words.trim() })
    else if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + words }
    else parts.push({ kind: 'text', text: words })
  }
  return parts.some(({ kind }) => kind === 'blank') && parts.length > 1 ? parts : []
}

/** Like `plainText`, but the spaces at the ends stay: the parts are put together again. */
function plainWords(inline: Inline): string {
  if (inline.kind === 'text') return inline.text.replace(/\s+/g, ' ')
  return inline.kind === 'break' ? ' ' : plainText([inline])
}
