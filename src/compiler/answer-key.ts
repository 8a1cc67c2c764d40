import { plainText } from '../model/inline.ts'
import { linesOf } from './dialect-lines.ts'
import type { MarkdownNode } from './markdown-tree.ts'
import { ANSWER, EXPLANATION, isSolutionTitle } from './question-words.ts'

/** The answers to several questions, in one place: by the numbers of the questions. */
export interface AnswerKey {
  readonly answers: ReadonlyMap<number, string>
  /** How many blocks it takes, its title with them. */
  readonly count: number
}

const TITLE =
  /\b(?:answer (?:key|sheet|list)|answers?|solutions?|keys?)\b|lösung|antworten|respuestas|soluciones|réponses|gabarito|respostas|đáp án|答案|正解|정답|ответы|الإجابات/iu
const LONGEST_TITLE = 60
const LETTER = "[A-H](?:\\s*(?:,|&|\\/|and)\\s*[A-H])*(?![\\p{L}\\p{N}'’])"
/** Behind the letters nothing stands, or a mark: "A company …" is no answer. */
const REST = '(?:\\s*$|\\s*[).:,–—(-].*$)'
const QUESTION = '(?:q(?:uestion)?\\s*)?(\\d{1,3})'
/** "1. B", "Q2: b) Macie", "3 - C, D". */
const PAIR = new RegExp(`^${QUESTION}(?:\\s*[.):=–—-]+\\s*|\\s+)\\(?(${LETTER})(${REST})`, 'isu')
const PAIRS = new RegExp(`${QUESTION}\\s*[.):=–—-]+\\s*\\(?(${LETTER})\\)?(?=[\\s,;|]|$)[\\s,;|]*`, 'iuy')
const LETTERS = new RegExp(`^\\(?${LETTER}${REST}`, 'isu')

/** The key that stands here: a title, such as "Answer key", over numbers with letters; or "Answers: 1. B 2. C". */
export function keyAt(nodes: readonly MarkdownNode[], from: number): AnswerKey | null {
  const first = nodes[from]
  if (first?.kind !== 'heading' && first?.kind !== 'paragraph') return null
  const words = plainText(first.text)
  const own = first.kind === 'paragraph' ? pairsIn([words.replace(ANSWER, '')]) : new Map<number, string>()
  if (own.size >= 2 && ANSWER.test(words)) return { answers: own, count: 1 }
  if (words.length > LONGEST_TITLE || !TITLE.test(words)) return null
  const answers = new Map<number, string>()
  let end = from + 1
  // "Answers" in a `<details>` below a heading that says the same.
  const second = nodes[end]
  if (second?.kind === 'paragraph' && isSolutionTitle(plainText(second.text))) end += 1
  for (; end < nodes.length; end += 1) {
    const found = answersIn(nodes[end])
    if (found.size === 0 && isPart(nodes, end, first)) continue
    if (found.size === 0 || [...found.keys()].some((number) => answers.has(number))) break
    for (const [number, answer] of found) answers.set(number, answer)
  }
  return answers.size < 2 ? null : { answers, count: end - from }
}

/** Whether a block is the heading of a part of the key, or a line across the page with answers below it. */
function isPart(nodes: readonly MarkdownNode[], at: number, title: MarkdownNode): boolean {
  const node = nodes[at]
  const isBelow = node?.kind === 'heading' && (title.kind !== 'heading' || node.level > title.level)
  return isBelow && answersIn(nodes[at + 1]).size > 0
}

/** The answers in a block that holds nothing else. */
function answersIn(node: MarkdownNode | undefined): ReadonlyMap<number, string> {
  switch (node?.kind) {
    case 'list': {
      const words = node.entries.map(({ children: [line] }) => (line?.kind === 'paragraph' ? plainText(line.text) : ''))
      if (!node.ordered) return pairsIn(words)
      const areAnswers = words.every((answer) => LETTERS.test(answer))
      return new Map(areAnswers ? words.map((answer, index) => [node.start + index, answer] as const) : [])
    }
    case 'table': {
      const rows = node.rows.map(
        ({ cells: [number = [], answer = []] }) => `${plainText(number)}: ${plainText(answer)}`,
      )
      return pairsIn(rows)
    }
    case 'paragraph':
      return pairsBelow(linesOf(node).map(({ words }) => words))
    case undefined:
    case 'heading':
    case 'quote':
    case 'question':
    case 'code':
    case 'html':
      return new Map()
  }
}

/** The pairs of a paragraph; or the one on its first line, which the others explain. */
function pairsBelow(lines: readonly string[]): ReadonlyMap<number, string> {
  const pairs = pairsIn(lines)
  const [first = '', ...others] = lines
  if (pairs.size > 0 || !others.every((line) => !PAIR.test(line)) || !EXPLANATION.test(others[0] ?? '')) return pairs
  return pairsIn([first])
}

/** The pairs of some lines: one in each, with what explains it, or several in a row. None where a line has none. */
function pairsIn(lines: readonly string[]): ReadonlyMap<number, string> {
  const answers = new Map<number, string>()
  for (const line of lines) {
    const several = severalIn(line)
    const [, number, letters = '', rest = ''] = several.length >= 2 ? [] : (PAIR.exec(line) ?? [])
    if (number !== undefined) answers.set(Number(number), `${letters}${rest}`)
    else if (several.length >= 2) for (const [each, answer] of several) answers.set(each, answer)
    else return new Map()
  }
  return answers
}

function severalIn(line: string): readonly (readonly [number, string])[] {
  const pairs: (readonly [number, string])[] = []
  PAIRS.lastIndex = 0
  for (let at = 0; at < line.length; at = PAIRS.lastIndex) {
    const found = PAIRS.exec(line)
    if (found === null) return []
    pairs.push([Number(found[1]), found[2] ?? ''])
  }
  return pairs
}
