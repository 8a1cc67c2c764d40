import type { Inline } from '../../src/model/inline.ts'
import type { Block, Topic } from '../../src/model/topic.ts'

/** All text that a compiled file shows, block by block: what stands in two of them is no one word. */
export function shownIn({ title, sections, notes }: Pick<Topic, 'title' | 'sections' | 'notes'>): string {
  const parts = sections.flatMap((section) => [section.number, section.title, ...section.blocks.flatMap(textsOf)])
  return [title, ...parts, ...notes.map(({ text }) => written(text))].join('\n')
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [written(block.text)]
    case 'code':
      return [block.language, block.text]
    case 'list':
      return block.entries.flatMap(({ text, children }) => [written(text), ...children.flatMap(textsOf)])
    case 'table':
      return [...block.header, ...block.rows.flatMap(({ cells }) => cells)].map(written)
    case 'callout':
      return [block.label, block.title, ...block.text.map(written), ...block.children.flatMap(textsOf)]
    case 'quote':
      return block.blocks.flatMap(textsOf)
  }
}

/** The words of a text as one sees them; spaces are kept, for they divide words. */
function written(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n'
      if (inline.kind === 'note') return ''
      return 'children' in inline ? written(inline.children) : inline.text
    })
    .join('')
}

/** Words and signs of a text; a sign counts for itself. */
function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

/** The words and signs of a text that another one does not hold, or not as often. */
export function missingIn(shown: string, wanted: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of wordsIn(shown)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return wordsIn(wanted).filter((word) => {
    const left = (counts.get(word) ?? 0) - 1
    counts.set(word, left)
    return left < 0
  })
}
