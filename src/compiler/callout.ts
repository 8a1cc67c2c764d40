import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { CalloutKind } from '../model/topic.ts'
import type { MarkdownNode, Opening } from './markdown-tree.ts'

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
  [
    'tip',
    /^(?:exam |study |pro |quick |test )?(?:tip|hint)s?$|^exam alert$|^best practices?$|^(?:tipps?|consejos?|astuces?|dicas?|suggerimento|совет|提示|技巧|ヒント|팁|نصيحة)$/i,
  ],
  [
    'concept',
    /^(?:key |core )?(?:concept|idea|point|takeaway|definition|fact)s?$|^(?:abstract|summary|tl-?dr)$|^remember(?: this)?$|^rule of thumb$|^mnemonic$|^(?:merke|merksatz|recuerda|à retenir|lembre-se|ricorda|запомни|重点|要点|记住|ポイント)$/i,
  ],
  [
    'warning',
    /^(?:exam )?(?:warning|caution|trap|pitfall|danger|gotcha|common (?:mistake|error))s?$|^(?:watch|look) out$|^(?:bug|error|failure)$|^(?:achtung|vorsicht|cuidado|atenci[oó]n|ojo|attention|aten[cç][aã]o|attenzione|внимание|警告|تحذير)$/i,
  ],
  [
    'note',
    /^(?:exam |side )?(?:note|info|information|important|attention|example)s?$|^(?:nb|fyi|success|check|done|todo)$|^(?:hinweis|wichtig|beispiel|nota|importante|remarque|ejemplo|примечание|важно|注意|注|备注|重要|참고|ملاحظة)$/i,
  ],
]
const PICTURES = /^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u
/** Nobody writes a longer label with its title. */
const LONGEST_OPENING = 200

interface OpenedText extends Opening {
  /** What is left of the first words. */
  readonly left: readonly Inline[]
  /** Whether a mark divides the label from the text. */
  readonly isMarked: boolean
}

/**
 * Reads a block quote that opens with `**Label — title:**`, `Label:` or a GitHub alert, or a block that says what it
 * is. Null for an ordinary quotation.
 */
export function calloutOf(children: readonly MarkdownNode[], said: Opening | null): Callout | null {
  const end = children.findIndex(({ kind }) => kind !== 'paragraph')
  const paragraphs = children.slice(0, end < 0 ? children.length : end)
  const [first = [], ...others] = paragraphs.flatMap((child) => (child.kind === 'paragraph' ? [child.text] : []))
  const opening = said === null ? openingOf(first) : { ...said, left: withoutPictures(first) }
  const callout = opening === null ? null : kindOf(opening.label)
  if (opening === null || callout === null) return null
  const { label, title, left } = opening
  const text = [said === null ? withoutLead(left) : left, ...others].filter((paragraph) => paragraph.length > 0)
  return { callout, label, title, text, rest: children.slice(paragraphs.length) }
}

/** Whether a paragraph is a callout by its first words: `**Exam tip:** text`, `Note: text`. Examples are only read. */
export function isCalloutParagraph(text: readonly Inline[]): boolean {
  const opening = openingOf(text)
  if (opening === null || !opening.isMarked || !isCalloutLabel(opening.label)) return false
  return !/^examples?$/i.test(opening.label) && plainText(withoutLead(opening.left)) !== ''
}

/** Whether words are the label of a callout: "Exam tip", "Note". */
export function isCalloutLabel(words: string): boolean {
  return kindOf(words) !== null
}

/** What the first words of a text say about it. */
function openingOf(text: readonly Inline[]): OpenedText | null {
  const [lead, ...after] = withoutPictures(text)
  if (lead?.kind === 'strong' || lead?.kind === 'emphasis') {
    const words = plainText([lead])
    if (words.length > LONGEST_OPENING) return null
    const [, label = '', title = ''] = /^(.+?)(?:(?:\s*[—–:：]|\s-)\s*(.+?))?[:：.]?$/.exec(words) ?? []
    const [next] = after
    const isMarked = /[:：.]$/.test(words) || (next?.kind === 'text' && /^\s*[:：—–]/.test(next.text))
    // Words in italics are no label unless a mark says so.
    return lead.kind === 'strong' || isMarked ? { label, title, left: after, isMarked } : null
  }
  if (lead?.kind !== 'text') return null
  const alert = alertOf(lead.text, after)
  if (alert !== null) return alert
  const [whole = '', label = ''] = /^([^:\n]{2,30}):\s+/.exec(lead.text) ?? []
  if (label === '') return null
  return { label, title: '', left: [{ kind: 'text', text: lead.text.slice(whole.length) }, ...after], isMarked: true }
}

/** `[!NOTE]`, or `[!note]- Title` with the words on the lines below. */
function alertOf(words: string, after: readonly Inline[]): OpenedText | null {
  const [mark = '', word = ''] = /^\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*/.exec(words) ?? []
  if (word === '') return null
  const label = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
  const rest = words.slice(mark.length)
  const end = rest.indexOf('\n')
  const [title, below] = end < 0 ? ['', rest] : [rest.slice(0, end).trim(), rest.slice(end + 1)]
  const left: readonly Inline[] = [{ kind: 'text', text: below }, ...after]
  // A title alone is all that the callout says.
  if (plainText(left) === '') return { label, title: '', left: [{ kind: 'text', text: rest }], isMarked: false }
  return { label, title, left, isMarked: false }
}

/** 💡 and ⚠️ before a label are decoration. */
function withoutPictures(text: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = text
  if (first?.kind !== 'text') return text
  const words = first.text.replace(PICTURES, '')
  return words === '' ? rest : [{ kind: 'text', text: words }, ...rest]
}

function kindOf(label: string): CalloutKind | null {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? null
}

function withoutLead(rest: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = rest
  if (first?.kind === 'break') return others
  if (first?.kind !== 'text') return rest
  const text = first.text.replace(/^\s*[:：—–]?\s*/, '')
  return text === '' ? others : [{ kind: 'text', text }, ...others]
}
