import { keyAt } from './answer-key.ts'
import type { AnswerKey } from './answer-key.ts'
import type { MarkdownNode } from './markdown-tree.ts'
import { questionsIn } from './question-parts.ts'
import type { QuestionParts } from './question-parts.ts'
import { isAnswerLine } from './question-words.ts'

/**
 * Gives the questions of a file the answers of a key that stands below them: "Answer key", with numbers and letters. A
 * key is for the questions between it and the key before it. Where two of these that are not answered yet have the
 * same number, neither gets an answer.
 */
export function answeredByKey(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const result: MarkdownNode[] = []
  /** Where the questions since the last key stand in the result. */
  let open: number[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node === undefined) break
    const key = open.length === 0 ? null : keyAt(nodes, index)
    if (key === null) {
      if (node.kind === 'question') open.push(result.length)
      result.push(node)
      continue
    }
    answer(result, open, key)
    open = []
    const title = node.kind === 'heading' ? [node] : []
    const children = nodes.slice(index + title.length, index + key.count)
    result.push(...title, { kind: 'question', children, stem: null, line: children[0]?.line ?? node.line, isKey: true })
    index += key.count - 1
  }
  return result
}

/** A question of the file, by its place in the result and among the questions of its block. */
interface Asked {
  readonly at: number
  readonly number: number | null
  /** Whether the notes answer it where it stands. */
  readonly isAnswered: boolean
}

function answer(result: MarkdownNode[], open: readonly number[], { answers }: AnswerKey): void {
  const asked = open.flatMap((at): readonly Asked[] => {
    const node = result[at]
    return node?.kind === 'question' ? questionsIn(node).map((parts) => ({ at, ...numbered(parts) })) : []
  })
  const isCounted = asked.every(({ number }) => number === null) && asked.length === answers.size
  const keys = asked.map((one, place) => {
    const rivals = asked.filter(({ isAnswered }) => one.isAnswered || !isAnswered)
    const isOnly = rivals.filter(({ number }) => number === one.number).length === 1
    const wanted = isCounted ? place + 1 : isOnly ? one.number : null
    return wanted === null ? null : (answers.get(wanted) ?? null)
  })
  for (const at of open) {
    const node = result[at]
    if (node?.kind === 'question') result[at] = { ...node, keyed: keys.filter((_, place) => asked[place]?.at === at) }
  }
}

function numbered({ number, options, hasMarks, solution }: QuestionParts): Omit<Asked, 'at'> {
  const isMarked = hasMarks && options.some((option) => option.isMarked)
  return { number, isAnswered: isMarked || solution.some(({ words }) => isAnswerLine(words)) }
}
