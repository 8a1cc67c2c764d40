import { plainText } from '../model/inline.ts'
import { BOX } from './choices.ts'
import type { TextLine } from './dialect-lines.ts'
import { labelledLines } from './item-lines.ts'
import type { LabelledLines } from './item-lines.ts'
import { isBoxed } from './item-outline.ts'
import type { OptionsNode } from './item-outline.ts'
import type { MarkdownEntry, MarkdownRow } from './markdown-tree.ts'

export interface WrittenOption {
  readonly text: string
  /** What it is matched with; empty where nothing is matched. */
  readonly prompt: string
  readonly correct: boolean
  readonly why: readonly TextLine[]
  readonly line: number
}

/** What a question offers. */
export interface Answers {
  readonly kind: 'choice' | 'ordering' | 'matching'
  readonly options: readonly WrittenOption[]
  /** What the lines say about the question that stand right below the last answer. */
  readonly labels: LabelledLines
}

const NO_LABELS: LabelledLines = { objective: null, difficulty: null, facts: [], references: [], rest: [] }

/** Reads what a question offers: boxes to tick, steps in their order, or pairs. */
export function answersOf(node: OptionsNode | null): Answers {
  if (node === null) return { kind: 'choice', options: [], labels: NO_LABELS }
  if (node.kind === 'table') return { kind: 'matching', options: node.rows.flatMap(pairOf), labels: NO_LABELS }
  const kind = node.ordered && !isBoxed(node) ? 'ordering' : 'choice'
  const read = node.entries.map((entry) => answerOf(entry, kind === 'ordering'))
  return {
    kind,
    options: read.map(({ option }) => option),
    labels: read.map(({ labels }) => labels).reduce(joined, NO_LABELS),
  }
}

function answerOf({ children, line }: MarkdownEntry, isStep: boolean) {
  const [first, ...rest] = children
  const words = first?.kind === 'paragraph' ? plainText(first.text) : ''
  const [mark = '', box = ' '] = BOX.exec(words) ?? []
  const labels = labelledLines(first?.kind === 'paragraph' ? rest : children)
  const option = {
    text: words.slice(mark.length).trim(),
    prompt: '',
    correct: isStep || box !== ' ',
    why: labels.rest,
    line,
  }
  return { option, labels }
}

/** `| prompt | answer | why |` */
function pairOf({
  words: [prompt = '', text = '', ...more],
  cells: [, , ...why],
  line,
}: MarkdownRow): readonly WrittenOption[] {
  if (prompt === '' && text === '') return []
  return [
    { text, prompt, correct: true, why: why.map((cell, at) => ({ text: cell, words: more[at] ?? '', line })), line },
  ]
}

function joined(one: LabelledLines, other: LabelledLines): LabelledLines {
  return {
    objective: one.objective ?? other.objective,
    difficulty: one.difficulty ?? other.difficulty,
    facts: [...one.facts, ...other.facts],
    references: [...one.references, ...other.references],
    rest: [],
  }
}
