import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import { BOX, isChoice, OPTION, optionLetters, areInOrder, SOLVES } from './dialect-questions.ts'
import type { MarkdownEntry, MarkdownNode } from './markdown-tree.ts'

interface OptionParts {
  readonly text: string
  readonly isTicked: boolean
  /** What is written below it. */
  readonly below: string
  readonly line: number
}

/** A question as it is written. */
export interface QuestionParts {
  /** Empty where nothing asks. */
  readonly stem: string
  readonly options: readonly OptionParts[]
  /** Whether the options have boxes. */
  readonly hasBoxes: boolean
  /** The answer and what explains it, line by line. */
  readonly solution: readonly TextLine[]
  readonly line: number
  /** Whether a question stands within the words of an option: two questions ran into one. */
  readonly isRunTogether: boolean
}

type QuestionNode = MarkdownNode & { readonly kind: 'question' }
const NUMBER = /^(?:q(?:uestion)?\s?\d{1,4}\s?[:.)–—-]?\s*|q(?:uestion)?\s?[:.)]\s*|\d{1,4}[.)]\s+)/i

/** Takes a block of questions apart: one question, or the entries of a list of them. */
export function questionsIn({ children, stem, line }: QuestionNode): readonly QuestionParts[] {
  const at = children.findIndex((node) => node.kind === 'list' && !isChoice(node))
  const list = children[at]
  if (list?.kind !== 'list') return [partsOf(children, stem, line)]
  const rest = children.slice(at + 1)
  return list.entries.map((entry, index) => {
    const isLast = index === list.entries.length - 1
    return partsOf(isLast ? [...entry.children, ...rest] : entry.children, null, entry.line)
  })
}

function partsOf(nodes: readonly MarkdownNode[], heading: readonly Inline[] | null, line: number): QuestionParts {
  const at = nodes.findIndex((node) => choiceOf(node) !== null)
  const choice = choiceOf(nodes[at]) ?? { stem: [], options: [], hasBoxes: false, solution: [], isRunTogether: false }
  const above = nodes.slice(0, Math.max(0, at < 0 ? nodes.length : at))
  const words = [...above.flatMap((node) => (node.kind === 'paragraph' ? [plainText(node.text)] : [])), ...choice.stem]
  const own = words.join(' ').replace(NUMBER, '').trim()
  const solution = [...choice.solution, ...(at < 0 ? [] : nodes.slice(at + 1).flatMap(linesIn))]
  return {
    stem: own === '' && heading !== null ? plainText(heading).replace(NUMBER, '').trim() : own,
    options: choice.options,
    hasBoxes: choice.hasBoxes,
    solution,
    line,
    isRunTogether: choice.isRunTogether,
  }
}

interface ChoiceParts {
  readonly stem: readonly string[]
  readonly options: readonly OptionParts[]
  readonly hasBoxes: boolean
  readonly solution: readonly TextLine[]
  readonly isRunTogether: boolean
}

function choiceOf(node: MarkdownNode | undefined): ChoiceParts | null {
  if (node?.kind === 'list' && isChoice(node)) {
    const letters = node.entries.flatMap((entry) => OPTION.exec(firstWords(entry).replace(BOX, ''))?.[1] ?? [])
    // The C of "C: drive" is no letter of an answer.
    const isLettered = letters.length === node.entries.length && areInOrder(letters)
    const options = node.entries.map((entry) => optionOf(entry, isLettered))
    const hasBoxes = node.entries.every((entry) => BOX.test(firstWords(entry)))
    const isRunTogether = node.entries.some(({ children: [first] }) => {
      const lines = first?.kind === 'paragraph' ? linesOf(first) : []
      return lines.slice(1).some(({ words }) => asksWithin(words))
    })
    return { stem: [], options, hasBoxes, solution: [], isRunTogether }
  }
  if (node?.kind !== 'paragraph' || !areInOrder(optionLetters(node))) return null
  const lines = linesOf(node)
  const first = lines.findIndex(({ words }) => OPTION.test(words))
  const end = lines.findIndex(({ words }, index) => index > first && SOLVES.test(words.slice(0, 200)))
  const chosen = lines.slice(first, end < 0 ? undefined : end)
  const options: { text: string; isTicked: boolean; below: string; line: number }[] = []
  for (const { words, line } of chosen) {
    const last = options.at(-1)
    if (OPTION.test(words)) options.push({ text: textOf(words), isTicked: false, below: '', line })
    else if (last !== undefined) last.text += ` ${words}`
  }
  const isRunTogether = chosen.some(({ words }) => !OPTION.test(words) && asksWithin(words))
  const stem = lines.slice(0, first).map(({ words }) => words)
  return { stem, options, hasBoxes: false, solution: end < 0 ? [] : lines.slice(end), isRunTogether }
}

function asksWithin(words: string): boolean {
  return /\?["”)*]*$/.test(words) || NUMBER.test(words) || SOLVES.test(words.slice(0, 200))
}

function optionOf(entry: MarkdownEntry, isLettered: boolean): OptionParts {
  const words = firstWords(entry)
  const [, box = ' '] = BOX.exec(words) ?? []
  const below = entry.children.slice(1).flatMap(linesIn)
  const written = words.replace(BOX, '').trim()
  const text = isLettered ? textOf(written) : written
  return { text, isTicked: box !== ' ', below: below.map((line) => line.words).join(' '), line: entry.line }
}

/** An option without its letter. */
function textOf(words: string): string {
  return words.replace(OPTION, (start) => start.at(-1) ?? '').trim()
}

function firstWords({ children: [first] }: MarkdownEntry): string {
  return first?.kind === 'paragraph' ? plainText(first.text) : ''
}

/** The lines of a block, whatever it is made of. */
function linesIn(node: MarkdownNode): readonly TextLine[] {
  switch (node.kind) {
    case 'paragraph':
      return linesOf(node)
    case 'heading':
      return [{ text: node.text, words: plainText(node.text), line: node.line }]
    case 'list':
      return node.entries.flatMap(({ children }) => children.flatMap(linesIn))
    case 'quote':
    case 'question':
      return node.children.flatMap(linesIn)
    case 'code':
    case 'html':
      return [{ text: [], words: node.text.replace(/\s+/g, ' ').trim(), line: node.line }]
    case 'table':
      return []
  }
}
