import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { CalloutKind } from '../model/topic.ts'
import type { MarkdownNode } from './markdown-tree.ts'

export interface Callout {
  readonly callout: CalloutKind
  readonly label: string
  /** Empty when the callout has none of its own. */
  readonly title: string
  readonly text: readonly (readonly Inline[])[]
}

const KINDS: readonly (readonly [CalloutKind, RegExp])[] = [
  ['tip', /^(?:exam |study |pro )?tips?$/i],
  ['concept', /^(?:key |core )?(?:concept|idea|point|takeaway|definition)s?$|^remember$/i],
  ['warning', /^(?:warning|caution|trap|pitfall|danger|common mistake)s?$/i],
  ['note', /^(?:note|info|important|attention|example)s?$/i],
]

/** Reads a block quote that opens with `**Label — title:**` or with a GitHub alert. Null for an ordinary quotation. */
export function calloutOf(children: readonly MarkdownNode[]): Callout | null {
  const paragraphs = children.flatMap((child) => (child.kind === 'paragraph' ? [child.text] : []))
  const [first, ...others] = paragraphs
  if (first === undefined || paragraphs.length !== children.length) return null
  const [lead, ...rest] = first
  if (lead?.kind === 'strong') {
    const [, label = '', title = ''] = /^(.+?)(?:\s*[—–:]\s*(.+?))?:?$/.exec(plainText([lead])) ?? []
    const callout = kindOf(label)
    return callout === null ? null : { callout, label, title, text: [withoutLead(rest), ...others] }
  }
  if (lead?.kind === 'text') {
    const alert = /^\[!(\w+)\]\s*/.exec(lead.text)
    const label = alert?.[1]?.toLowerCase() ?? ''
    const callout = kindOf(label)
    if (alert === null || callout === null) return null
    const opened: Inline = { kind: 'text', text: lead.text.slice(alert[0].length) }
    return { callout, label: label[0]?.toUpperCase() + label.slice(1), title: '', text: [[opened, ...rest], ...others] }
  }
  return null
}

function kindOf(label: string): CalloutKind | null {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? null
}

function withoutLead(rest: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = rest
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.replace(/^\s*:?\s*/, '') }, ...others] : rest
}
