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
  /** What stands in it below its text: lists, tables, code. */
  readonly rest: readonly MarkdownNode[]
}

const KINDS: readonly (readonly [CalloutKind, RegExp])[] = [
  ['tip', /^(?:exam |study |pro )?tips?$/i],
  ['concept', /^(?:key |core )?(?:concept|idea|point|takeaway|definition)s?$|^remember$/i],
  ['warning', /^(?:warning|caution|trap|pitfall|danger|common mistake)s?$/i],
  ['note', /^(?:note|info|important|attention|example)s?$/i],
]

/** Reads a block quote that opens with `**Label — title:**` or with a GitHub alert. Null for an ordinary quotation. */
export function calloutOf(children: readonly MarkdownNode[]): Callout | null {
  const end = children.findIndex(({ kind }) => kind !== 'paragraph')
  const paragraphs = children.slice(0, end < 0 ? children.length : end)
  const [first, ...others] = paragraphs.flatMap((child) => (child.kind === 'paragraph' ? [child.text] : []))
  const [lead, ...after] = first ?? []
  if (lead === undefined) return null
  const opening = openingOf(lead)
  const callout = opening === null ? null : kindOf(opening.label)
  if (opening === null || callout === null) return null
  const { label, title, left } = opening
  const text = [withoutLead([...left, ...after]), ...others].filter((paragraph) => paragraph.length > 0)
  return { callout, label, title, text, rest: children.slice(paragraphs.length) }
}

/** What the first words of a quotation say about it, and what is left of them. */
function openingOf(lead: Inline): { label: string; title: string; left: readonly Inline[] } | null {
  if (lead.kind === 'strong') {
    const [, label = '', title = ''] = /^(.+?)(?:(?:\s*[—–:]|\s-)\s*(.+?))?[:.]?$/.exec(plainText([lead])) ?? []
    return { label, title, left: [] }
  }
  if (lead.kind !== 'text') return null
  const alert = /^\[!(\w+)\]\s*/.exec(lead.text)
  const word = alert?.[1]?.toLowerCase() ?? ''
  if (alert === null || word === '') return null
  const label = word.charAt(0).toUpperCase() + word.slice(1)
  return { label, title: '', left: [{ kind: 'text', text: lead.text.slice(alert[0].length) }] }
}

/** Whether words are the label of a callout: "Exam tip", "Note". */
export function isCalloutLabel(words: string): boolean {
  return kindOf(words) !== null
}

function kindOf(label: string): CalloutKind | null {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? null
}

function withoutLead(rest: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = rest
  if (first?.kind === 'break') return others
  if (first?.kind !== 'text') return rest
  const text = first.text.replace(/^\s*:?\s*/, '')
  return text === '' ? others : [{ kind: 'text', text }, ...others]
}
