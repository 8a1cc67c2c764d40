import { plainText } from '../model/inline.ts'
import type { Inline } from '../model/inline.ts'
import { linesOf } from './dialect-lines.ts'
import type { TextLine } from './dialect-lines.ts'
import type { MarkdownEntry, MarkdownNode, MarkdownParagraph } from './markdown-tree.ts'
import { beginsWithNumber, isAnswerLine, verdictIn } from './question-words.ts'

type List = MarkdownNode & { readonly kind: 'list' }

/** `A) `, `(b) `, `C. `, and the first letter of what follows. */
const OPTION = /^\(?([A-Ha-h])[.):、．]\s*\S/
/** The box of an option, ticked or not. */
export const BOX = /^\[([ xX])\]\s+/
/** Signs of a right answer, and of a wrong one, at either end of its words. */
const RIGHT_SIGN =
  /^[✅✔☑✓🟢]\uFE0F?\s*|\s*[✅✔☑✓🟢]\uFE0F?$|\s*[-–—:←<]{0,3}\s*[([*_]{1,3}(?:correct|right|correct answer|right answer|richtig|correcta|correta)[)\]*_]{1,3}\.?$|\s+(?:[-–—←]|<-{1,2})\s*(?:correct|correct answer)!?$/iu
const WRONG_SIGN = /^[❌✖✗❎🔴]\uFE0F?\s*|\s*[❌✖✗❎🔴]\uFE0F?$|\s*\((?:incorrect|wrong)\)$/iu

/** One of the answers that a question offers. */
export interface Option {
  readonly text: string
  /** Whether the notes mark it as right. */
  readonly isMarked: boolean
  /** What stands below its words. */
  readonly below: readonly MarkdownNode[]
  readonly line: number
  /** Whether more than an answer stands in it: two questions ran into one. */
  readonly isRunTogether: boolean
}

/** What one may choose from: a list, or the lines of a paragraph. */
export interface Choice {
  readonly options: readonly Option[]
  /** What says which are right: boxes, signs or bold letters; or bold words alone, which may mean something else. */
  readonly marks: 'sure' | 'bold' | null
  /** How the answers are counted; null where they have boxes alone, or signs. */
  readonly counting: 'letters' | 'numbers' | null
  /** The lines of the paragraph before the answers, and behind them. */
  readonly before: readonly TextLine[]
  readonly behind: readonly TextLine[]
}

/** An answer as it is written, before what all of them have in common is known. */
interface Written {
  readonly text: readonly Inline[]
  readonly words: string
  readonly more: readonly TextLine[]
  readonly below: readonly MarkdownNode[]
  readonly line: number
}

/** What one may choose from in a block. Null where it offers nothing. */
export function choiceIn(node: MarkdownNode | undefined): Choice | null {
  if (node?.kind === 'list') return choiceInList(node)
  return node?.kind === 'paragraph' ? choiceInLines(node) : null
}

function choiceInList(list: List): Choice | null {
  const end = list.entries.findIndex((entry, index) => index >= 2 && isSolution(entry, list.entries[0]))
  const entries = list.entries.slice(0, end < 0 ? undefined : end)
  if (entries.length < 2) return null
  const written = entries.map(writtenIn)
  const around = { before: [], behind: end < 0 ? [] : list.entries.slice(end).flatMap(linesUnder) }
  if (written.every(({ words }) => BOX.test(words))) {
    const isLettered = areInOrder(
      written.flatMap(({ words }) => letterOf(words.replace(BOX, '')) ?? []),
      written.length,
    )
    const options = written.map((each): Option => {
      const [mark = '', box = ' '] = BOX.exec(each.words) ?? []
      const words = each.words.slice(mark.length).trim()
      return { ...optionOf(each, isLettered ? withoutLetter(words) : words), isMarked: box !== ' ' }
    })
    return { options, marks: 'sure', counting: isLettered ? 'letters' : null, ...around }
  }
  const letters = written.flatMap(({ words }) => letterOf(words) ?? [])
  // The C of "C: drive" is no letter of an answer.
  if (areInOrder(letters, written.length)) return { ...marked(written, 'letters'), counting: 'letters', ...around }
  if (entries.some(({ children }) => children.length > 1)) return null
  const choice = marked(written, null)
  if (list.isOffered === true) return { ...choice, counting: null, ...around }
  // Questions in their order have no letters either.
  const areQuestions = written.some(
    ({ words, more }) => /[?？؟]$/.test(words) || more.some((line) => letterOf(line.words) !== null),
  )
  const isCounted = list.ordered && list.start === 1 && written.length <= 8 && !areQuestions
  if (choice.marks === null && !isCounted) return null
  return { ...choice, counting: isCounted ? 'numbers' : null, ...around }
}

/** Whether the last entries of a list are no answers, but say which one is right. */
function isSolution({ children: [line] }: MarkdownEntry, first: MarkdownEntry | undefined): boolean {
  if (line?.kind !== 'paragraph') return false
  const words = plainText(line.text)
  if (isAnswerLine(words)) return true
  const isLettered = first !== undefined && letterOf(writtenIn(first).words) === 'A'
  return isLettered && letterOf(words) === null && verdictIn(words) !== null
}

function linesUnder({ children }: MarkdownEntry): readonly TextLine[] {
  return children.flatMap((child) => (child.kind === 'paragraph' ? linesOf(child) : []))
}

function writtenIn({ children, line }: MarkdownEntry): Written {
  const [first, ...below] = children
  if (first?.kind !== 'paragraph') return { text: [], words: '', more: [], below: children, line }
  const lines = linesOf(first)
  return { text: first.text, words: plainText(first.text), more: lines.slice(1), below, line }
}

function choiceInLines(paragraph: MarkdownParagraph): Choice | null {
  const lines = linesOf(paragraph)
  const first = lines.findIndex(({ words }) => letterOf(words) === 'A')
  if (first < 0) return null
  const isKey = (words: string) => isAnswerLine(words) || (letterOf(words) === null && verdictIn(words) !== null)
  const end = lines.findIndex(({ words }, index) => index > first && isKey(words))
  const written: { text: Inline[]; words: string; more: TextLine[]; below: MarkdownNode[]; line: number }[] = []
  for (const line of lines.slice(first, end < 0 ? undefined : end)) {
    const last = written.at(-1)
    if (letterOf(line.words) !== null || last === undefined) {
      written.push({ text: [...line.text], words: line.words, more: [], below: [], line: line.line })
      continue
    }
    last.text.push({ kind: 'text', text: ' ' }, ...line.text)
    last.words += ` ${line.words}`
    last.more.push(line)
  }
  const letters = lines.flatMap(({ words }) => letterOf(words) ?? [])
  if (!areInOrder(letters, written.length)) return null
  const behind = end < 0 ? [] : lines.slice(end)
  return { ...marked(written, 'letters'), counting: 'letters', before: lines.slice(0, first), behind }
}

/** The answers with their marks: signs, or else bold words where some answers are bold as a whole and most are not. */
function marked(written: readonly Written[], counting: 'letters' | null): Pick<Choice, 'options' | 'marks'> {
  const texts = written.map(({ words }) => (counting === 'letters' ? withoutLetter(unsigned(words)) : words))
  const signs = written.map(({ words }, index) => RIGHT_SIGN.test(words) || RIGHT_SIGN.test(texts[index] ?? ''))
  const bold = written.map(({ text }) => isEmphatic(text))
  const isSigned = signs.includes(true) && signs.includes(false)
  const fewBold = bold.filter(Boolean).length
  const isBold = !isSigned && fewBold > 0 && fewBold * 2 <= written.length
  const marks = isSigned ? signs : isBold ? bold : []
  const options = written.map((each, index): Option => {
    return { ...optionOf(each, unsigned(texts[index] ?? '')), isMarked: marks[index] ?? false }
  })
  const isSure = isSigned || counting === 'letters'
  return { options, marks: marks.length === 0 ? null : isSure ? 'sure' : 'bold' }
}

function optionOf({ more, below, line }: Written, text: string): Option {
  return { text, isMarked: false, below, line, isRunTogether: more.some(({ words }) => asksWithin(words)) }
}

function unsigned(words: string): string {
  return words.replace(RIGHT_SIGN, '').replace(WRONG_SIGN, '').trim()
}

/** Whether a text is bold as a whole, but for its letter: `**B. text**`, `B. **text**`, `**B.** **text**`. */
function isEmphatic(text: readonly Inline[]): boolean {
  const words = text.filter((inline) => inline.kind !== 'text' || !/^\s*(?:\(?[A-Ha-h][.):])?\s*$/.test(inline.text))
  const hasWords = words.some((inline) => !/^\(?[A-Ha-h][.):]?$/.test(plainText([inline])))
  return hasWords && words.length > 0 && words.every(({ kind }) => kind === 'strong' || kind === 'emphasis')
}

/** The letter that counts an answer. */
export function letterOf(words: string): string | null {
  return OPTION.exec(words.replace(RIGHT_SIGN, '').replace(WRONG_SIGN, '').replace(BOX, ''))?.[1]?.toUpperCase() ?? null
}

function withoutLetter(words: string): string {
  return words.replace(OPTION, (start) => start.at(-1) ?? '').trim()
}

/** Whether letters count a number of answers: A, B, C. */
function areInOrder(letters: readonly string[], count: number): boolean {
  return count >= 2 && letters.length === count && letters.every((letter, index) => letter === 'ABCDEFGH'[index])
}

function asksWithin(words: string): boolean {
  return /[?？؟]["”)*]*$/.test(words) || beginsWithNumber(words) || isAnswerLine(words)
}
