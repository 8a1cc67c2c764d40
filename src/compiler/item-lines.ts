import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import type { Reference } from '../model/item.ts'
import { blockLines } from './block-lines.ts'
import type { BlockLine } from './block-lines.ts'
import type { MarkdownNode } from './markdown-tree.ts'
import type { Remarked } from './item-outline.ts'

/** `Objective: 5.1.3`, `References: …`, `Difficulty: easy`, `Facts: …`. */
const LABEL = /^(objective|references?|difficulty|facts?)\s*:\s*/i
const CHECKED = /\bchecked(?:\s+on)?:?\s+(\d{4}-\d{2}-\d{2})\b/i

/** What lines with a label say about a question, and the lines without one. */
export interface LabelledLines {
  readonly objective: Remarked | null
  readonly difficulty: Remarked | null
  readonly facts: readonly Remarked[]
  readonly references: readonly Reference[]
  readonly rest: readonly BlockLine[]
}

/** Reads the lines of some blocks. A list below “References:” belongs to it, and so do the lines that begin with a link. */
export function labelledLines(nodes: readonly MarkdownNode[]): LabelledLines {
  let [objective, difficulty]: (Remarked | null)[] = [null, null]
  const facts: Remarked[] = []
  const references: Reference[] = []
  const rest: BlockLine[] = []
  let areReferences = false
  for (const node of nodes) {
    if (node.kind !== 'list') areReferences = false
    for (const line of linesIn(node)) {
      const [label = '', name = ''] = LABEL.exec(line.words) ?? []
      const said = { words: line.words.slice(label.length).trim(), line: line.line }
      if (label !== '') areReferences = name.toLowerCase().startsWith('reference')
      const found = areReferences ? referencesIn(line.text) : []
      if (areReferences && (found.length > 0 || said.words === '')) references.push(...found)
      else if (/^objective$/i.test(name)) objective = said
      else if (/^difficulty$/i.test(name)) difficulty = said
      else if (/^facts?$/i.test(name)) facts.push(said)
      else rest.push(line)
    }
  }
  return { objective: objective ?? null, difficulty: difficulty ?? null, facts, references, rest }
}

/** A table says nothing here but that it stands there. */
function linesIn(node: MarkdownNode): readonly BlockLine[] {
  if (node.kind !== 'table') return blockLines(node)
  return [{ text: [], words: node.headings.join(' | '), line: node.line }]
}

/** The links of a line; the day on which one was checked stands behind it. */
function referencesIn(text: readonly Inline[]): readonly Reference[] {
  const found: { title: string; address: string; checked: string | null }[] = []
  const read = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'link') {
        const title = plainText(inline.children)
        if (/^https?:/i.test(inline.href)) found.push({ title, address: inline.href, checked: null })
      } else if ('children' in inline) read(inline.children)
      else if (inline.kind === 'text') {
        const last = found.at(-1)
        if (last !== undefined) last.checked ??= CHECKED.exec(inline.text)?.[1] ?? null
      }
    }
  }
  read(text)
  return found
}
