import { plainText } from '../../model/inline.ts'
import type { Block } from '../../model/topic.ts'
import { unreachable } from '../../model/unreachable.ts'

/** The words of a section that no fact holds, so that they are found with the section's heading. */
export function proseOf(blocks: readonly Block[]): string {
  return wordsOf(blocks)
    .filter((words) => words !== '')
    .join(' ')
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'prose':
        return [plainText(block.text)]
      case 'list':
        return block.entries.flatMap(({ text, facts, children }) => [
          ...(facts.length === 0 ? [plainText(text)] : []),
          ...wordsOf(children),
        ])
      case 'quote':
        return wordsOf(block.blocks)
      case 'code':
        // The lines and arrows of a drawing are nothing to read.
        return [block.text.replace(/[\s\u2190-\u21ff\u2500-\u25ff]+/g, ' ').trim()]
      case 'callout':
        return wordsOf(block.children)
      case 'table':
        return []
      default:
        return unreachable(block)
    }
  })
}
