import type { Block, Topic } from '../model/topic.ts'

/** The topic with the lines of its file, where it was read from a text that was put in order before. */
export function withLinesOfFile(topic: Topic, inFile: (line: number) => number): Topic {
  const at = <T extends { readonly line: number }>(node: T): T => ({ ...node, line: inFile(node.line) })
  const blockAt = (block: Block): Block => {
    switch (block.kind) {
      case 'prose':
      case 'code':
        return at(block)
      case 'list': {
        const entries = block.entries.map((entry) => at({ ...entry, children: entry.children.map(blockAt) }))
        return at({ ...block, entries })
      }
      case 'table':
        return at({ ...block, rows: block.rows.map(at) })
      case 'callout':
        return at({ ...block, children: block.children.map(blockAt) })
      case 'quote':
        return at({ ...block, blocks: block.blocks.map(blockAt) })
    }
  }
  const sections = topic.sections.map((section) => at({ ...section, blocks: section.blocks.map(blockAt) }))
  return { ...topic, sections, notes: topic.notes.map(at) }
}
