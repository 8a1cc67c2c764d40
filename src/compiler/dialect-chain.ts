import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'

const ARROW = /→|⟶|➔|➜|⇒|-{1,2}>|=>/
const LONGEST_STEP = 80
const LONGEST_NAME = 60

/** A chain `A → B → C` as an ordered list; with the words before its colon as the sentence that names it. Null for other text. */
export function chainIn(paragraph: MarkdownParagraph): readonly MarkdownNode[] | null {
  const { text, line, lastLine } = paragraph
  if (
    lastLine > line ||
    text.some(({ kind }) => kind === 'break') ||
    !text.some((inline) => inline.kind === 'text' && ARROW.test(inline.text))
  )
    return null
  const { name, rest } = nameOf(text)
  const steps = stepsIn(rest)
  const areSteps = steps.every((step) => plainText(step) !== '' && plainText(step).length <= LONGEST_STEP)
  if (steps.length < 3 || !areSteps) return null
  const entries = steps.map((step): MarkdownEntry => ({
    children: [{ kind: 'paragraph', text: step, line, lastLine: line }],
    line,
  }))
  const list: MarkdownNode = { kind: 'list', ordered: true, start: 1, entries, line, isChain: true }
  return name === null ? [list] : [{ ...paragraph, text: name }, list]
}

/** Cuts a text at its arrows; they stand outside of marked phrases. */
function stepsIn(text: readonly Inline[]): readonly (readonly Inline[])[] {
  const steps: Inline[][] = [[]]
  for (const inline of text) {
    if (inline.kind !== 'text') {
      steps.at(-1)?.push(inline)
      continue
    }
    inline.text.split(ARROW).forEach((part, index) => {
      if (index > 0) steps.push([])
      if (part.trim() !== '') steps.at(-1)?.push({ kind: 'text', text: part })
    })
  }
  return steps
}

/** `Lifecycle: A → B → C`, or `**Lifecycle:** A → B → C`. */
function nameOf(text: readonly Inline[]): {
  readonly name: readonly Inline[] | null
  readonly rest: readonly Inline[]
} {
  const [first, second, ...others] = text
  if (first?.kind === 'strong' || first?.kind === 'emphasis') {
    const after = second?.kind === 'text' ? second.text : ''
    const isName = plainText([first]).endsWith(':') || after.trimStart().startsWith(':')
    if (!isName || second === undefined) return { name: null, rest: text }
    const left = after.replace(/^\s*:/, '')
    const name = plainText([first]).endsWith(':') ? [first] : [first, { kind: 'text' as const, text: ':' }]
    return { name, rest: after === '' ? [second, ...others] : [{ kind: 'text', text: left }, ...others] }
  }
  if (first?.kind !== 'text') return { name: null, rest: text }
  const colon = first.text.indexOf(': ')
  const name = first.text.slice(0, colon + 1)
  if (colon < 1 || colon > LONGEST_NAME || ARROW.test(name)) return { name: null, rest: text }
  return {
    name: [{ kind: 'text', text: name }],
    rest: [{ kind: 'text', text: first.text.slice(colon + 2) }, ...text.slice(1)],
  }
}
