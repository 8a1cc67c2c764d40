import type { Token } from 'markdown-it'
import { noteId } from '../model/ids.ts'
import type { Inline } from '../model/inline.ts'

const SAFE_LINK = /^(?:https?:|mailto:|#)/i
const COMMENT = /^<!--[\s\S]*-->$/

/** Turns the Markdown parser's flat run of inline tokens into a tree. Raw HTML becomes text; comments vanish. */
export function inlinesOf(tokens: readonly Token[]): readonly Inline[] {
  return childrenUntil(tokens, { index: 0 }, null)
}

function childrenUntil(tokens: readonly Token[], cursor: { index: number }, close: string | null): readonly Inline[] {
  const result: Inline[] = []
  while (cursor.index < tokens.length) {
    const token = tokens[cursor.index]
    cursor.index += 1
    if (token === undefined || token.type === close) break
    const inline = inlineOf(token, tokens, cursor)
    if (inline !== null) result.push(inline)
  }
  return joined(result)
}

function inlineOf(token: Token, tokens: readonly Token[], cursor: { index: number }): Inline | null {
  switch (token.type) {
    case 'code_inline':
      return { kind: 'code', text: token.content }
    case 'softbreak':
      return { kind: 'text', text: ' ' }
    case 'hardbreak':
      return { kind: 'break' }
    case 'strong_open':
      return { kind: 'strong', children: childrenUntil(tokens, cursor, 'strong_close') }
    case 'em_open':
      return { kind: 'emphasis', children: childrenUntil(tokens, cursor, 'em_close') }
    case 's_open':
      return { kind: 'strike', children: childrenUntil(tokens, cursor, 's_close') }
    case 'link_open': {
      const href = String(token.attrGet('href') ?? '')
      const children = childrenUntil(tokens, cursor, 'link_close')
      return SAFE_LINK.test(href) ? { kind: 'link', href, children } : { kind: 'emphasis', children }
    }
    case 'image':
      return { kind: 'text', text: token.content }
    case 'footnote_ref':
      return { kind: 'note', note: noteId(labelOf(token)) }
    case 'footnote_anchor':
      return null
    case 'html_inline':
      if (COMMENT.test(token.content)) return null
      return /^<br\s*\/?>$/i.test(token.content) ? { kind: 'break' } : { kind: 'text', text: token.content }
    default:
      return token.content === '' ? null : { kind: 'text', text: token.content }
  }
}

/** The label of a footnote token, as it was written. */
export function labelOf(token: Token): string {
  const meta: unknown = token.meta
  if (typeof meta !== 'object' || meta === null || !('label' in meta)) return ''
  return typeof meta.label === 'string' ? meta.label : ''
}

/** Neighbouring runs of text read as one. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + inline.text }
    } else {
      result.push(inline)
    }
  }
  return result
}
