import type { Inline } from '../model/inline.ts'
import type { Block } from '../model/topic.ts'
import { isCalloutLabel } from './callout.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'

/** A block as it is shown where nothing of it may be asked. */
export function plainBlock(node: MarkdownNode): Block {
  const { line } = node
  switch (node.kind) {
    case 'heading':
      return { kind: 'prose', text: node.text, line }
    case 'paragraph':
      return { kind: 'prose', text: withBreaks(node.text), line }
    case 'code':
      return { kind: 'code', language: node.language, text: node.text, line }
    case 'html':
      return { kind: 'code', language: 'html', text: node.text, line }
    case 'list': {
      const { ordered, start } = node
      return { kind: 'list', ordered, start, entries: node.entries.map(plainEntry), line }
    }
    case 'table': {
      const { header, align } = node
      const rows = node.rows.map(({ cells, line: at }) => ({ cells, facts: cells.map(() => []), line: at }))
      return { kind: 'table', table: 'relation', because: 'it belongs to a question', header, align, rows, line }
    }
    case 'quote':
      return { kind: 'quote', blocks: [...openingOf(node), ...node.children.map(plainBlock)], line }
    case 'question':
      return { kind: 'quote', blocks: node.children.map(plainBlock), line }
  }
}

/** What a block between colons says it is; a name that is no label says nothing to a reader. */
function openingOf({ opening, line }: MarkdownNode & { readonly kind: 'quote' }): readonly Block[] {
  if (opening === undefined) return []
  const label = isCalloutLabel(opening.label) ? opening.label : ''
  const text = [label, opening.title].filter((words) => words !== '').join(' — ')
  return text === '' ? [] : [{ kind: 'prose', text: [{ kind: 'strong', children: [{ kind: 'text', text }] }], line }]
}

/** Answers to choose from stand on lines of their own. */
function withBreaks(text: readonly Inline[]): readonly Inline[] {
  return text.flatMap((inline) => {
    if (inline.kind !== 'text') return [inline]
    return inline.text.split('\n').flatMap((part, index): readonly Inline[] => {
      const words: readonly Inline[] = part === '' ? [] : [{ kind: 'text', text: part }]
      return index === 0 ? words : [{ kind: 'break' }, ...words]
    })
  })
}

function plainEntry({ children, line }: MarkdownEntry) {
  const [first, ...rest] = children
  const isText = first?.kind === 'paragraph'
  return {
    text: isText ? withBreaks(first.text) : [],
    facts: [],
    children: (isText ? rest : children).map(plainBlock),
    line,
  }
}
