import type { Token } from 'markdown-it'
import { noteId } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { attributeIn, isActive, scripted, tagsIn } from './inline-tags.ts'
import type { TagUse } from './inline-tags.ts'
import type { OddityKind } from './markdown-tree.ts'

/** Hears of what cannot be kept, and how many lines below the text's first line it stands. */
export type Notice = (kind: OddityKind, text: string, linesBelow: number) => void

const SAFE_LINK = /^(?:https?:|mailto:|#)/i
const COMMENT = /^<!--(?:-?>|[\s\S]*-->)$/
const LINE_BREAK = /^<br\s*\/?>$/i

/** Nobody sees more marks than these on one word, and each takes its place on the stack. */
const DEEPEST = 50

/** Turns the Markdown parser's flat run of inline tokens into a tree. Raw HTML becomes text; comments vanish. */
export function inlinesOf(tokens: readonly Token[], notice: Notice): readonly Inline[] {
  return new InlineReader(tokens, notice).until(null)
}

class InlineReader {
  private index = 0
  private lines = 0
  private depth = 0
  private readonly tokens: readonly Token[]
  private readonly notice: Notice
  private readonly tags: ReadonlyMap<number, TagUse>

  constructor(tokens: readonly Token[], notice: Notice) {
    this.tokens = tokens
    this.tags = tagsIn(tokens)
    this.notice = notice
  }

  /** @param close The kind of the token that ends it, or its place. */
  until(close: string | number | null): readonly Inline[] {
    const result: Inline[] = []
    // Marks that stand too deep in others are passed over, with their ends; their words stay.
    let passed = 0
    this.depth += 1
    while (this.index < this.tokens.length) {
      const token = this.tokens[this.index]
      this.index += 1
      if (token === undefined || this.index - 1 === close || (token.type === close && passed === 0)) break
      if (this.depth > DEEPEST && token.nesting !== 0) passed += token.nesting
      else {
        const inline = this.inlineOf(token)
        if (inline !== null) result.push(inline)
        // A line that is broken on purpose ends in the file as well; one with <br> does not.
        if (token.type === 'hardbreak') result.push({ kind: 'text', text: '\n' })
      }
    }
    this.depth -= 1
    return joined(result)
  }

  private inlineOf(token: Token): Inline | null {
    switch (token.type) {
      case 'code_inline':
        return { kind: 'code', text: token.content }
      case 'softbreak':
        this.lines += 1
        return { kind: 'text', text: '\n' }
      case 'hardbreak':
        this.lines += 1
        return { kind: 'break' }
      case 'strong_open':
        return { kind: 'strong', children: this.until('strong_close') }
      case 'em_open':
        return { kind: 'emphasis', children: this.until('em_close') }
      case 's_open':
        return { kind: 'strike', children: this.until('s_close') }
      case 'link_open':
        return this.link(token)
      case 'image':
        this.notice('image', `![${token.content}`, this.lines)
        return { kind: 'text', text: token.content }
      case 'footnote_ref':
        return { kind: 'note', note: noteId(labelOf(token)) }
      case 'footnote_anchor':
        return null
      case 'html_inline':
        return this.html(token.content)
      default:
        return this.text(token.content)
    }
  }

  private link(token: Token): Inline {
    const href = String(token.attrGet('href') ?? '')
    const below = this.lines
    return this.linked(href, this.until('link_close'), below)
  }

  private linked(href: string, children: readonly Inline[], below: number): Inline {
    if (SAFE_LINK.test(href)) return { kind: 'link', href, children }
    if (href !== '') this.notice('link', href, below)
    return { kind: 'emphasis', children }
  }

  private html(text: string): Inline | null {
    const below = this.lines
    this.lines += text.split('\n').length - 1
    if (COMMENT.test(text)) {
      this.notice('comment', text, below)
      return null
    }
    if (LINE_BREAK.test(text)) return { kind: 'break' }
    const tag = this.tags.get(this.index - 1)
    if (tag !== undefined) return this.tagged(text, tag, below)
    if (/^<img\s/i.test(text)) {
      this.notice('image', text, below)
      return { kind: 'text', text: attributeIn(text, 'alt') }
    }
    if (isActive(text)) this.notice('html', text, below)
    return { kind: 'text', text }
  }

  /** The words between two tags, with the mark that the tags stand for. */
  private tagged(text: string, { use, end }: TagUse, below: number): Inline | null {
    if (use === 'dropped' || end === null || this.depth > DEEPEST) return null
    const children = this.until(end)
    switch (use) {
      case 'strong':
        return { kind: 'strong', children }
      case 'em':
        return { kind: 'emphasis', children }
      case 's':
        return { kind: 'strike', children }
      case 'code':
        return { kind: 'code', text: plainText(children) }
      case 'sup':
      case 'sub':
        return { kind: 'text', text: scripted(plainText(children), use) }
      case 'link':
        return this.linked(attributeIn(text, 'href'), children, below)
    }
  }

  /** A reference to a footnote that is defined nowhere is left as text by the parser. */
  private text(text: string): Inline | null {
    for (const [reference] of text.matchAll(/\[\^[^[\]\s]+\]/g)) this.notice('note', reference, this.lines)
    return text === '' ? null : { kind: 'text', text }
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
