import { plainText } from '../model/inline.ts'
import { keyAt } from './answer-key.ts'
import { choiceIn } from './choices.ts'
import type { MarkdownNode } from './markdown-tree.ts'
import { partNamed, withoutHeadingNumber } from './question-words.ts'

/**
 * Joins what somebody wrote under headings of its own: `### Question`, `### Options`, `### Answer`, `### Explanation`.
 * The first two headings are left out; what stands below the others belongs to the solution.
 */
export function withPartsJoined(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const parts = nodes.map((node) => (node.kind === 'heading' ? partNamed(plainText(node.text)) : null))
  if (parts.every((part) => part === null)) return nodes
  const result: MarkdownNode[] = []
  /** The line of the heading that the solution stands under, while one is open. */
  let details: number | null = null
  let isAnswered = false
  nodes.forEach((node, index) => {
    if (node.kind !== 'heading') {
      isAnswered = details !== null || choiceIn(node) !== null || (isAnswered && node.details !== undefined)
      result.push(details === null ? node : { ...node, details })
      return
    }
    const part = parts[index] ?? null
    const isSolution = part === 'solution' && isAnswered && keyAt(nodes, index) === null
    details = isSolution ? node.line : null
    if (isSolution) {
      const { line } = node
      const words = withoutHeadingNumber(plainText(node.text))
      result.push({ kind: 'paragraph', text: [{ kind: 'text', text: words }], line, lastLine: line, details: line })
      return
    }
    isAnswered = false
    const isLeftOut =
      (part === 'options' && choiceIn(nodes[index + 1]) !== null) ||
      (part === 'question' && nodes[index - 1]?.kind === 'heading' && leadsToChoice(nodes, parts, index + 1))
    if (!isLeftOut) result.push(node)
  })
  return result
}

/** Whether answers to choose from stand before the next heading, or right below a heading that announces them. */
function leadsToChoice(
  nodes: readonly MarkdownNode[],
  parts: readonly ReturnType<typeof partNamed>[],
  from: number,
): boolean {
  let end = from
  while (end < nodes.length && nodes[end]?.kind !== 'heading' && choiceIn(nodes[end]) === null) end += 1
  if (end >= nodes.length) return false
  return nodes[end]?.kind !== 'heading' || (parts[end] === 'options' && choiceIn(nodes[end + 1]) !== null)
}
