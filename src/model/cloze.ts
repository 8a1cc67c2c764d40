import type { ClozePart } from './fact.ts'
import { plainText } from './inline.ts'
import type { Inline } from './inline.ts'

/** Cuts a sentence at its bold phrases: they are what one must be able to supply. */
export function clozeOf(text: readonly Inline[]): readonly ClozePart[] {
  const parts: ClozePart[] = []
  for (const part of text.flatMap(partsOf)) {
    const last = parts.at(-1)
    if (part.text === '') continue
    if (part.kind === 'text' && last?.kind === 'text') {
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text }
    } else {
      parts.push(part)
    }
  }
  const [first] = parts
  if (first?.kind === 'text') parts[0] = { kind: 'text', text: first.text.trimStart() }
  const hasContext = parts.some(({ kind, text: words }) => kind === 'text' && /[\p{L}\p{N}]/u.test(words))
  return hasContext && parts.some(({ kind }) => kind === 'blank') ? parts : []
}

function partsOf(inline: Inline): readonly ClozePart[] {
  if (inline.kind === 'strong') return [{ kind: 'blank', text: plainText([inline]) }]
  // Emphasis or a link may hold a bold phrase.
  if ('children' in inline) return inline.children.flatMap(partsOf)
  return [{ kind: 'text', text: plainWords(inline) }]
}

/** Like `plainText`, but the spaces at the ends stay: the parts are put together again. */
function plainWords(inline: Inline): string {
  if (inline.kind === 'text') return inline.text.replace(/\s+/g, ' ')
  return inline.kind === 'break' ? ' ' : plainText([inline])
}
