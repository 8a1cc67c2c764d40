import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { choiceIn } from './choices.ts'
import type { Choice, Option } from './choices.ts'
import { blockLines } from './block-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownNode } from './markdown-tree.ts'
import { numberIn, withoutNumber } from './question-words.ts'

interface OptionParts extends Pick<Option, 'text' | 'isMarked' | 'line'> {
  /** What is written below it. */
  readonly below: string
}

/** A question as it is written. */
export interface QuestionParts {
  /** Empty where nothing asks. */
  readonly stem: string
  /** The code that stands before the answers. Empty where none does. */
  readonly exhibit: string
  /** Null for a question without a number. */
  readonly number: number | null
  readonly options: readonly OptionParts[]
  /** Whether marks say which options are right. */
  readonly hasMarks: boolean
  readonly counting: Choice['counting']
  /** The answer and what explains it, line by line. */
  readonly solution: readonly TextLine[]
  readonly line: number
  /** Whether a question stands within the words of an option: two questions ran into one. */
  readonly isRunTogether: boolean
}

export type QuestionNode = MarkdownNode & { readonly kind: 'question' }

/** Takes a block of questions apart: one question, or the entries of a list of them. */
export function questionsIn({ children, stem, line, keyed = [] }: QuestionNode): readonly QuestionParts[] {
  const at = children.findIndex((node) => node.kind === 'list' && choiceIn(node) === null && node.ordered)
  const first = children.findIndex((node) => choiceIn(node) !== null)
  const list = at < 0 || (first >= 0 && first < at) ? undefined : children[at]
  if (list?.kind !== 'list') return [withKey(partsOf(children, stem, line), keyed[0])]
  const rest = children.slice(at + 1)
  return list.entries.map((entry, index) => {
    const isLast = index === list.entries.length - 1
    const parts = partsOf(isLast ? [...entry.children, ...rest] : entry.children, null, entry.line)
    return withKey({ ...parts, number: parts.number ?? list.start + index }, keyed[index])
  })
}

/** What the key at the end of the notes says stands below the question as well. */
function withKey(parts: QuestionParts, answer: string | null | undefined): QuestionParts {
  if (answer === null || answer === undefined) return parts
  const words = `Answer: ${answer}`
  return { ...parts, solution: [...parts.solution, { text: [], words, line: parts.line }] }
}

function partsOf(nodes: readonly MarkdownNode[], heading: readonly Inline[] | null, line: number): QuestionParts {
  const at = nodes.findIndex((node) => choiceIn(node) !== null)
  const choice = choiceIn(nodes[at])
  const above = nodes.slice(0, Math.max(0, at < 0 ? nodes.length : at))
  const words = [...above.map(wordsOf), ...(choice?.before ?? []).map((each) => each.words)]
  const whole = words.filter((each) => each !== '').join(' ')
  const title = heading === null ? '' : plainText(heading)
  return {
    stem: stemOf(withoutNumber(title), withoutNumber(whole)),
    exhibit: above.flatMap((node) => (node.kind === 'code' ? [node.text.trimEnd()] : [])).join('\n\n'),
    number: numberIn(whole) ?? numberIn(title),
    options: (choice?.options ?? []).map(({ below, ...option }) => {
      return {
        ...option,
        below: below
          .flatMap(blockLines)
          .map((each) => each.words)
          .join(' '),
      }
    }),
    hasMarks: choice !== null && choice.marks !== null,
    counting: choice?.counting ?? null,
    solution: [...(choice?.behind ?? []), ...(at < 0 ? [] : nodes.slice(at + 1).flatMap(blockLines))],
    line,
    isRunTogether: choice?.options.some(({ isRunTogether }) => isRunTogether) ?? false,
  }
}

/** The words that ask. A heading is a part of them where it asks itself. */
function stemOf(title: string, own: string): string {
  if (own === '') return title
  return /[?？؟]$/.test(title) && title !== own ? `${title} ${own}` : own
}

function wordsOf(node: MarkdownNode): string {
  if (node.kind === 'paragraph') return plainText(node.text)
  if (node.kind !== 'list' && node.kind !== 'quote') return ''
  return blockLines(node)
    .map(({ words }) => words)
    .join('; ')
}
